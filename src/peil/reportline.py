"""The line's end: the composer of what is published, from a study's texts to its files.

A study publishes several texts (report, deck, press page, site) in several languages, and tables beside
them. All of it comes from one release, made jointly: what one file hides can't be worked out from another.
Stages are loaded when they are used.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from peil import line
from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.report.template.part import Part
from peil.study.study import Study
from peil.study.tablespec import TableSpec

if TYPE_CHECKING:
    from peil.data.dataset import Dataset
    from peil.disclose.release import Release
    from peil.report.document import Document
    from peil.report.template.template import Template

__all__ = [
    "MadeReport",
    "Publication",
    "compose_publication",
    "compose_report",
    "demand_report",
    "make_report",
    "show_questionnaire",
]

Progress = Callable[[str], None]
Text = tuple[Part, str]
"""A text: which, and in which language."""


def silent(_: str) -> None:
    """Show no progress."""


@dataclass(frozen=True)
class MadeReport:
    """The files of a report and the problems found in its text."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Publication:
    """Everything that a study publishes of one data set.

    Args:
        study: The study.
        dataset: The rows that the analysis counts.
        release: What may be shown in all texts and tables together; its words are in the base language.
        templates: The texts there are.
        read_problems: What is wrong with each text by itself.
        problems: What is wrong with the data or what lies beside them.
    """

    study: Study
    dataset: "Dataset"
    release: "Release"
    templates: "Mapping[Text, Template]"
    read_problems: Mapping[Text, tuple[Problem, ...]]
    problems: tuple[Problem, ...]

    def released(self, language: str) -> "Release":
        """Give the release with its words in a language."""
        from peil.weighting.describe import describe_weighting

        return replace(
            self.release, weighting=describe_weighting(self.study, language, self.dataset.weighted)
        )

    def compose(self, part: Part, language: str) -> "tuple[Document, tuple[Problem, ...]]":
        """Fill a text in; beside it everything that is wrong with it."""
        from peil.report.compose.render import render

        template = self.templates[part, language]
        document, more = render(self.study, self.released(language), template)
        return document, (*self.problems, *self.read_problems[part, language], *more)


def demand_report(study: Study, language: str, part: Part = Part.REPORT) -> None:
    """Refuse a language that has no text: there would be nothing to write.

    Raises:
        Unusable: The study has no such text in this language.
    """
    from peil.report.problems import NO_REPORT
    from peil.report.template.read import find_files

    if find_files(study.folder, study, language, part):
        return
    own = "" if language == study.about.language else f"{language}/"
    message = f'There is no {part} text in "{language}".'
    hint = f"Write it in {part}/{own}, or choose another language with --language."
    raise Unusable([NO_REPORT.problem(Span(str(study.folder / part / own)), message, hint=hint)])


def compose_publication(
    study: Study, data: str | Path | None, *, always: Sequence[Text] = (), progress: Progress = silent
) -> Publication:
    """Read all texts, tabulate what they and the banner tables ask for, and pass the gate once.

    Args:
        study: The study.
        data: The data file, or None for the study's own.
        always: Texts that are read even where there are no files, for their problem.
        progress: Told what is being done.
    """
    from peil.data.analysis_set import select_analysis_set
    from peil.formats.counts_file import read_response
    from peil.report.template.read import read_template
    from peil.tabulate.tabulate import tabulate
    from peil.weighting.weigh import weigh

    progress("report text")
    texts = dict.fromkeys((*always, *find_texts(study)))
    read = {text: read_template(study.folder, study, text[1], text[0]) for text in texts}
    progress("data")
    path = line.find_data(study, data)
    everyone = line.read_rows(path, study)
    response, unfit = read_response(path, everyone)
    dataset = weigh(select_analysis_set(everyone))
    progress("tables")
    templates = {text: template for text, (template, _) in read.items()}
    tables = tabulate(dataset, published_specs(study, templates.values()))
    progress("disclosure")
    released = line.release_tables(dataset, tables, everyone.n, None, response)
    return Publication(
        study=study,
        dataset=dataset,
        release=released,
        templates=templates,
        read_problems={text: problems for text, (_, problems) in read.items()},
        problems=(*dataset.problems, *unfit),
    )


def find_texts(study: Study) -> Iterator[Text]:
    """Give the texts that have files, in every language of the study."""
    from peil.report.template.read import find_files

    for part in Part:
        for language in study.about.languages:
            if find_files(study.folder, study, language, part):
                yield part, language


def published_specs(study: Study, templates: "Iterable[Template]") -> list[TableSpec]:
    """Give everything that is published: what the texts ask for, and every item by every group."""
    from peil.report.template.needs import needs
    from peil.tabulate.find_items import find_items

    found = {spec.key: spec for template in templates for spec in needs(template)}
    for item in find_items(study, ()):
        for group in (None, *study.plan.groups):
            spec = TableSpec(item, group)
            found.setdefault(spec.key, spec)
    return list(found.values())


def compose_report(
    study: Study, data: str | Path | None, *, language: str, progress: Progress = silent
) -> "tuple[Document, tuple[Problem, ...]]":
    """Compose the report in one language, from the release of all that is published."""
    text = (Part.REPORT, language)
    published = compose_publication(study, data, always=(text,), progress=progress)
    return published.compose(*text)


def make_report(
    study: Study,
    data: str | Path | None = None,
    *,
    formats: Sequence[str] = ("html", "pdf"),
    out: Path,
    language: str,
    progress: Progress = silent,
) -> MadeReport:
    """Compose the report and write it in every format asked for."""
    from peil.report.write import write_document

    document, problems = compose_report(study, data, language=language, progress=progress)
    files = []
    for name in formats:
        progress(name)
        files.append(write_document(document, name, out / f"report.{language}.{name}"))
    return MadeReport(tuple(files), problems)


def show_questionnaire(
    study: Study, *, formats: Sequence[str], out: Path, language: str, role: str = ""
) -> tuple[Path, ...]:
    """Write the questionnaire as a document, of one role or with all roles side by side."""
    from peil.report.show import show_questionnaire as show

    return show(study, formats=formats, out=out, language=language, role=role)
