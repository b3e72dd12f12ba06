"""A study's site: what all of its pages are made with, compiled once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from peil.pages.assets import asset_name
from peil.pages.words import Words, language_name, words_for
from peil.study.study import Study

_ENDING = ".html"


@dataclass(frozen=True)
class Site:
    """A study with all that its pages share.

    Args:
        study: The study.
        templates: Name to compiled template.
        words: Language of the study to Peil's own words.
        css: Name of the style sheet under ``/static/``.
        js: Name of the script there.
        names: Language to its name in that language.
        preview: Any page can be looked at under ``/preview/``.
        trial: ``pilot`` or ``test`` where every page says that its answers don't count, else empty.
    """

    study: Study
    templates: Mapping[str, Template]
    words: Mapping[str, Words]
    css: str
    js: str
    names: Mapping[str, str]
    preview: bool = False
    trial: str = ""

    def render(self, template: str, **values: object) -> str:
        """Fill in a template."""
        return self.templates[template].render(values)


def make_site(study: Study, *, preview: bool = False) -> Site:
    """Compile a study's site."""
    languages = study.about.languages
    return Site(
        study,
        _compiled(),
        {language: words_for(language) for language in languages},
        asset_name("css"),
        asset_name("js"),
        {language: language_name(language) for language in languages},
        preview,
    )


def make_sites(study: Study, *, preview: bool = False) -> Mapping[str, Site]:
    """Compile a study's site, with those whose pages say that they are of a pilot or a test: by purpose."""
    site = make_site(study, preview=preview)
    return {"live": site, **{trial: replace(site, trial=trial) for trial in ("pilot", "test")}}


@cache
def _compiled() -> Mapping[str, Template]:
    """Compile every template, once for all studies.

    A value that a template asks for and doesn't get is an error, never an empty text.
    """
    environment = Environment(
        loader=PackageLoader("peil.pages"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    names = environment.list_templates(extensions=["html"])
    return MappingProxyType({name.removesuffix(_ENDING): environment.get_template(name) for name in names})
