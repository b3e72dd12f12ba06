"""quotes.toml, or quotes/*.toml: quotations with who said what, who agreed and who approved."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from peil.core.ids import did_you_mean, is_id
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_quote
from peil.study.codebook import Codebook
from peil.study.quote import Quote
from peil.study.reader.read_consent import read_consent
from peil.study.reader.read_told import told_of
from peil.study.reader.settings import read_settings
from peil.study.reader.typed import Table

QUOTES = "quotes"
KNOWN = ("id", "text", "source", "consent", "approved_by", "approved_on", "attribution", "invented")


@dataclass(frozen=True)
class Surroundings:
    """What quotations are read against: the study's languages, and its plan's groups with their classes."""

    languages: tuple[str, ...]
    groups: tuple[str, ...]
    codebook: Codebook


def read_quotes(folder: Path, around: Surroundings, problems: list[Problem]) -> dict[str, Quote]:
    """Give the quotations by id, in the order of the files' names; of one id the first stands."""
    found: dict[str, Quote] = {}
    for path in _files(folder):
        settings = read_settings(path, path.relative_to(folder).as_posix(), problems)
        whole = Table(settings, (), settings.values, bad_quote.RULE, problems)
        whole.known(("quote",))
        for table in whole.entries("quote"):
            quote = _quote(table, around)
            if quote and quote.id in found:
                hint = "Give one of the two another id."
                table.wrong(f'"{quote.id}" stands at {found[quote.id].span} already.', "id", hint=hint)
            elif quote:
                found[quote.id] = quote
    return found


def _files(folder: Path) -> list[Path]:
    return [
        path
        for path in (folder / f"{QUOTES}.toml", *sorted((folder / QUOTES).glob("*.toml")))
        if path.is_file()
    ]


def _quote(table: Table, around: Surroundings) -> Quote | None:
    """Give a quotation; None for one without an id or words."""
    table.known(KNOWN)
    name = table.text("id")
    if not is_id(name):
        table.wrong("A quotation has an id.", "id", hint='Write id = "deadline", say, in lower case.')
    words = told_of(table, table.values.get("text", ""), around.languages, "text")
    if not words:
        hint = 'Write text = { nl = "…", en = "…" }.'
        table.wrong("The quotation has no words.", "text", hint=hint)
    if not is_id(name) or not words:
        return None
    return Quote(
        id=name,
        words=words,
        span=table.at,
        source=table.text("source").strip(),
        consent=read_consent(table),
        approved_by=table.text("approved_by").strip(),
        approved_on=table.date("approved_on"),
        attribution=_attribution(table, around),
        invented=table.flag("invented"),
        spans=_spans(table, words, around.languages),
    )


def _spans(table: Table, words: Mapping[str, str], languages: tuple[str, ...]) -> dict[str, Span]:
    alone = isinstance(table.values.get("text"), str)
    path = (*table.place, "text")
    return {
        language: table.settings.start(*path) if alone else table.settings.start(*path, language)
        for language in words
        if language in languages
    }


def _attribution(table: Table, around: Surroundings) -> tuple[str, str] | None:
    """Give the one attribute: ``sector: audiovisual``, a group of the plan and one of its classes."""
    written = table.text("attribution").strip()
    if not written:
        return None
    group, colon, name = (part.strip() for part in written.partition(":"))
    if not colon or any(mark in name for mark in ":,;|"):
        hint = 'Write one group and one class: attribution = "sector: audiovisual".'
        table.wrong("A quotation is attributed to one class of one group.", "attribution", hint=hint)
    elif group not in around.groups or group not in around.codebook.items:
        hint = did_you_mean(group, around.groups) or f"There are {', '.join(around.groups) or 'none'}."
        table.wrong(f'"{group}" is no group of the plan.', "attribution", hint=hint)
    elif name not in (classes := around.codebook.items[group].option_ids):
        hint = did_you_mean(name, classes) or f"There are {', '.join(classes)}."
        table.wrong(f'"{group}" has no class "{name}".', "attribution", hint=hint)
    else:
        return group, name
    return None
