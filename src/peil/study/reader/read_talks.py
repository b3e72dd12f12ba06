"""talks/*.md: focus groups and interviews, each with settings under its title and its notes below."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from peil.core.ids import did_you_mean, is_id
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_talk
from peil.study.reader.around import Around
from peil.study.reader.decode import decode
from peil.study.reader.read_consent import read_consent
from peil.study.reader.read_talk_notes import NotesReader
from peil.study.reader.read_told import read_told
from peil.study.reader.settings import Settings, parse_settings
from peil.study.reader.typed import Table
from peil.study.talk import Talk, TalkKind
from peil.study.theme import Theme

TALKS = "talks"
KNOWN = (
    "kind", "date", "language", "participants", "composition", "moderator", "consent", "quoting", "unquoted",
    "speakers", "approved_by", "approved_on", "invented",
)  # fmt: skip
HEADER = re.compile(r"\A(?:[ \t]*\n|#[^\n]*\n)*```toml[ \t]*\n(.*?)^```[ \t]*$\n?", re.DOTALL | re.MULTILINE)
LANGUAGE = re.compile(r"[a-z]{2,3}")


def read_talks(
    folder: Path, around: Around, themes: Mapping[str, Theme], problems: list[Problem]
) -> dict[str, Talk]:
    """Give them by id, in the order of the files' names."""
    found: dict[str, Talk] = {}
    for path in sorted((folder / TALKS).glob("*.md")):
        file = path.relative_to(folder).as_posix()
        if not is_id(path.stem):
            message = f'"{path.stem}" is no id: lower-case letters, digits and underscores.'
            problems.append(bad_talk.RULE.problem(Span(file), message, hint="Name it group1.md, say."))
        text = decode(path.read_bytes(), file, bad_talk.RULE, problems)
        if text is not None:
            found[path.stem] = _talk(path.stem, file, text, around, themes, problems)
    return found


def _talk(
    name: str, file: str, text: str, around: Around, themes: Mapping[str, Theme], problems: list[Problem]
) -> Talk:
    table, start = _header(file, text, problems)
    talk = _about(name, table, around)
    notes = NotesReader(talk.language, around.languages, tuple(themes), problems)
    notes.read(text[start:], file, text.count("\n", 0, start) + 1)
    return replace(talk, notes=tuple(notes.notes), said=tuple(notes.said))


def _header(file: str, text: str, problems: list[Problem]) -> tuple[Table, int]:
    """Give the settings, and where the notes begin; settings that aren't there are empty."""
    found = HEADER.match(text)
    if found is None:
        hint = "Write its settings below the title, between ```toml and ```."
        problems.append(
            bad_talk.RULE.problem(Span(file, 1, 1), "Nothing says what talk this was.", hint=hint)
        )
        return Table(Settings(file, readable=False), (), {}, bad_talk.RULE, problems), 0
    above = "\n" * text.count("\n", 0, found.start(1))  # so that problems have the lines of the file
    settings = parse_settings(above + found.group(1), file, problems)
    return Table(settings, (), settings.values, bad_talk.RULE, problems), found.end()


def _about(name: str, table: Table, around: Around) -> Talk:
    """Give the talk as its settings tell of it, still without notes."""
    table.known(KNOWN)
    participants = table.whole("participants", 0)
    if table.settings.readable and not participants:
        table.wrong("How many people took part?", "participants", hint="Write participants = 6, say.")
    return Talk(
        id=name,
        span=Span(table.settings.file, 1, 1),
        kind=_kind(table),
        date=_date(table),
        language=_language(table, around.languages[0]),
        participants=participants,
        composition=read_told(table, "composition", around.languages),
        moderator=table.text("moderator").strip(),
        consent=read_consent(table),
        quoting=table.flag("quoting"),
        unquoted=table.texts("unquoted"),
        speakers=table.texts("speakers"),
        approved_by=table.text("approved_by").strip(),
        approved_on=table.date("approved_on"),
        invented=table.flag("invented"),
    )


def _kind(table: Table) -> TalkKind:
    written = table.text("kind")
    if written in tuple(TalkKind):
        return TalkKind(written)
    if table.settings.readable:
        hint = did_you_mean(written, TalkKind) or 'Write kind = "focus_group" or kind = "interview".'
        table.wrong(f'"{written}" is no kind of talk.' if written else "What talk was it?", "kind", hint=hint)
    return TalkKind.INTERVIEW  # of which the least is told


def _date(table: Table) -> dt.date | None:
    found = table.date("date")
    if table.settings.readable and "date" not in table.values:
        table.wrong("When was it held?", "date", hint="Write date = 2026-01-31, without quotes.")
    return found


def _language(table: Table, base: str) -> str:
    written = table.text("language", base)
    if LANGUAGE.fullmatch(written):
        return written
    table.wrong(f'"{written}" is no language code.', "language", hint='Write language = "nl", say.')
    return base
