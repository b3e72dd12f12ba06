"""study.toml into what it says about the study, and its roles."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import PurePosixPath

from peil.core.ids import is_id
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.about import About
from peil.study.checks import bad_id, bad_setting
from peil.study.expr.condition import Condition
from peil.study.reader.raw import pending
from peil.study.reader.read_accepts import read_about_accepts
from peil.study.reader.read_item import guess_id
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.settings import Settings
from peil.study.reader.typed import Table
from peil.study.text import Wording

LANGUAGE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?")
KNOWN = (
    "title",
    "subtitle",
    "languages",
    "client",
    "agency",
    "authors",
    "report_date",
    "opens",
    "closes",
    "consent",
    "consent_version",
    "controller",
    "contact",
    "lawful_basis",
    "purpose",
    "special_categories",
    "retention_months",
    "analysis_set",
)
OTHERWISE = "otherwise"
BASE_LANGUAGE = "nl"


@dataclass(frozen=True, slots=True)
class RawRole:
    """A role; ``written`` is its id as it stands there, also where that is no id."""

    id: str
    written: str
    label: str
    span: Span
    condition: Condition | None


def about_table(settings: Settings, problems: list[Problem]) -> Table:
    """Give the ``[about]`` table; unknown tables in the file are problems."""
    whole = _whole(settings, problems)
    whole.known(("about", "roles", "fieldwork", "mail", "method", "report", "accept"))
    return whole.table("about")


def _whole(settings: Settings, problems: list[Problem]) -> Table:
    return Table(settings, (), settings.values, bad_setting.RULE, problems)


def read_languages(about: Table) -> tuple[str, ...]:
    """Give the study's languages, the base language first; Dutch when none is given."""
    found = about.texts("languages")
    if not found and about.settings.readable and about.values.get("languages", []) == []:
        about.wrong("The study has no languages.", "languages", hint='Write languages = ["nl"].')
    for number, language in enumerate(found):
        if not LANGUAGE.fullmatch(language):
            about.wrong(f'"{language}" is no language code.', "languages", number, hint='Write "nl", say.')
        elif language in found[:number]:
            about.wrong(f'"{language}" stands here twice.', "languages", number, hint="Take one away.")
    codes = (language for language in found if LANGUAGE.fullmatch(language))
    return tuple(dict.fromkeys(codes)) or (BASE_LANGUAGE,)


def read_about(about: Table, languages: tuple[str, ...], words: WordingReader) -> About:
    """Give what the file says about the study; keys of ``[about]`` that it doesn't know are kept as text."""
    values = about.values
    opens, closes = about.date("opens"), about.date("closes")
    if opens and closes and opens > closes:
        about.wrong("Fieldwork closes before it opens.", "closes", hint=f"Write a day from {opens} on.")
    if about.settings.readable and not str(values.get("title", "")).strip():
        about.wrong("The study has no title.", "title", hint='Write title = "…" under [about].')
    said = partial(_wording, about, words)
    report = _whole(about.settings, about.problems).table("report")
    accepts, mail_accepts = read_about_accepts(_whole(about.settings, about.problems))
    return About(
        title=said("title") or Wording("study.title"),
        languages=languages,
        subtitle=said("subtitle"),
        client=said("client"),
        agency=said("agency"),
        authors=about.texts("authors"),
        report_date=about.date("report_date"),
        opens=opens,
        closes=closes,
        consent=said("consent"),
        controller=about.text("controller"),
        contact=about.text("contact"),
        lawful_basis=about.text("lawful_basis"),
        purpose=said("purpose"),
        special_categories=_listed(about, words, "special_categories"),
        retention_months=about.whole("retention_months", 0) if "retention_months" in values else None,
        analysis_set=about.text("analysis_set") or None,
        reference=_reference(report),
        reference_span=report.settings.start("report", "reference"),
        extra=_extra(about),
        accepts=accepts,
        mail_accepts=mail_accepts,
    )


def _reference(report: Table) -> str:
    """Give the Word file whose styles a Word report takes; it lies in the study's folder."""
    report.known(("reference",))
    name = report.text("reference")
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name:
        report.wrong(
            "The house style lies in the study's folder.", "reference", hint='Write "house.docx", say.'
        )
        return ""
    return name


def _wording(about: Table, words: WordingReader, name: str) -> Wording | None:
    return _said(about, words, name, about.text(name))


def _listed(about: Table, words: WordingReader, name: str) -> Wording | None:
    """Give the wording of a text, or of a list of texts."""
    listed = isinstance(about.values.get(name), list)
    return _said(about, words, name, ", ".join(about.texts(name)) if listed else about.text(name))


def _said(about: Table, words: WordingReader, name: str, text: str) -> Wording | None:
    if not text.strip():
        return None
    return words.plain(f"study.{name}", text, about.settings.start("about", name))


def _extra(about: Table) -> dict[str, str]:
    """Keep the other keys; one that looks like a known key that is absent is a slip."""
    found: dict[str, str] = {}
    for name, value in about.values.items():
        if name in KNOWN:
            continue
        near = get_close_matches(name, [known for known in KNOWN if known not in about.values], 1, 0.8)
        if near:
            about.wrong(f'[about] has no setting "{name}".', name, hint=f'Did you mean "{near[0]}"?')
        found[name] = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return found


def read_roles(settings: Settings, problems: list[Problem]) -> tuple[RawRole, ...]:
    """Give the roles in order of precedence; the last one is the default."""
    table = _whole(settings, problems).table("roles")
    names = list(table.values)
    return tuple(_role(table, name, last=name == names[-1]) for name in names)


def _role(table: Table, name: str, *, last: bool) -> RawRole:
    value = table.values[name]
    place: tuple[str, ...] = ("roles", name)
    key = table.settings.key(*place)
    source, label, label_at = value, name, key
    role_id = name if is_id(name) else guess_id(name)
    if not is_id(name):
        table.problems.append(bad_id.RULE.problem(key, f'"{name}" is no id.', hint="Write it in lower case."))
    if isinstance(value, dict):
        inner = table.table(name)
        inner.known(("if", "label"))
        source, label = value.get("if"), inner.text("label", name)
        place, label_at = (*place, "if"), table.settings.start("roles", name, "label")
    if not isinstance(source, str):
        table.wrong(f'The role "{name}" has no condition.', name, hint='Write if = "…", or "otherwise".')
        return RawRole(role_id, name, label, label_at, None)
    condition = _role_condition(table, name, source, table.settings.start(*place), last=last)
    return RawRole(role_id, name, label, label_at, condition)


def _role_condition(table: Table, name: str, source: str, span: Span, *, last: bool) -> Condition | None:
    """Give the condition; the default, and only the last role, has none."""
    default = source.strip() == OTHERWISE
    if default and not last:
        table.wrong(
            f'"{name}" is for everyone: the roles below it are never reached.', name, hint="Put it last."
        )
    elif last and not default:
        table.wrong(
            f'The last role is the default, so "{name}" has no condition.',
            name,
            hint='Write "otherwise", or add a role with it.',
        )
    return None if default else pending(source, span)
