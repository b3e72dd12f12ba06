"""Study folders broken at random: real text with a few edits that its grammar makes likely, and raw text."""

import re
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from kinds_study import QUESTIONNAIRE, SETTINGS
from peil.core.problem import Problem, Unusable
from peil.study.checks.catalogue import rules
from peil.study.checks.check import check_study, explain_study
from peil.study.reader.read import read_study

Files = Mapping[str, str]
ROOT = Path(__file__).resolve().parents[1]
AROUND = {
    "study.toml": '[about]\ntitle = "T"\nlanguages = ["en", "nl"]\n[roles]\nboss = "usage is often"\n'
    'other = "otherwise"\n',
    "plan.toml": '[analysis]\ngroups = ["usage", "much"]\n[derived.much]\ntitle = "Much"\n'
    'classes.yes = { title = "Yes", if = "usage is often" }\n'
    'classes.no = { title = "No", if = "otherwise" }\n'
    '[nets.usage]\nany = { title = "Any", options = ["often"] }\n[titles]\nusage = "Use"\n',
    "questionnaire.md": "# use: Use\n\n## usage\nHow often?\n- ( ) often: Often\n- ( ) never: Never\n\n"
    "## why  {at most 2}\nif usage is often\nWhy {usage}?\n- [ ] fun: Fun  {if role is boss}\n"
    "- [ ] other: Other, namely ____\n",
    "translations/nl.po": 'msgid ""\nmsgstr "Language: nl\\n"\n\nmsgctxt "usage"\nmsgid "How often?"\n'
    'msgstr "Hoe vaak?"\n\nmsgctxt "usage.often"\nmsgid "Often"\nmsgstr "Vaak"\n',
}
PIECES = [
    *("# s: S", "## q", "## q[a]", "---", "- ( ) ", "- [ ] ", "- ", "  for boss: ", "columns", "rows", "if "),
    *("end if usage is often: out", "options from why", "rows from why", "- {open rows from why}", "____"),
    *(
        "___ [0..9]",
        "___ [9..0]",
        "___ [..]",
        "___ [0..9, 99999999 decimals]",
        "___ [0..1e9]",
        "{",
        "}",
        "\\{",
    ),
    *("  {matrix}", "  {scale 0..10}", "  {scale 0..999999999}", "  {ranking}", "  {contact}", "  {date}"),
    *(
        "  {notice}",
        "  {for each why}",
        "  {later: end}",
        "  {later: use}",
        "  {at least 3}",
        "  {at most 0}",
        "  {at least 999999999}",
    ),
    *("  {if usage is often}", "  {missing}", "  {exclusive}", "  {last}", "  {shuffle}", "  {optional}"),
    *(
        "not ",
        " and ",
        " or ",
        "(",
        ")",
        " is ",
        " is not ",
        " is one of ",
        " has ",
        "count(why) >= 2",
        " = ",
    ),
    *(
        " between 1 and 8",
        " was asked",
        " was answered",
        "role is boss",
        "usage",
        "why.other.text",
        "usage.often",
    ),
    *("<!--", "-->", "accept Q055: because", "note: n", "source: Q1", "\n", "\n\n", "\t", "\ufeff", "“", "≥"),
    *(
        "[roles]",
        "[derived.x]",
        "[[about]]",
        "title = ",
        "= ",
        '"',
        "'",
        "[",
        "]",
        ",",
        "groups = [1]",
        "true",
    ),
    *(
        "msgctxt ",
        "msgid ",
        "msgstr ",
        "#, fuzzy",
        '"usage"',
        "\\n",
        "\\",
        "0",
        "-1",
        "1.5",
        "99999999999999999999",
    ),
]
_WORD = re.compile(r"\w+|\s+|[^\w\s]")


@cache
def bases() -> tuple[Files, ...]:
    """Give the studies that edits start from: every rule's examples, all kinds of question, one more."""
    found: list[Files] = [AROUND, {"questionnaire.md": QUESTIONNAIRE, "study.toml": SETTINGS}]
    for rule in rules():
        found += [{**AROUND, **rule.around, rule.file: text} for text in (rule.bad, rule.good) if text]
    return tuple(found)


@cache
def larger_bases() -> tuple[Files, ...]:
    """Give each section of the reference study with its first questions, settings and plan."""
    folder = ROOT / "studies" / "genai-creative-work"
    files = {name: (folder / name).read_text(encoding="utf-8") for name in ("study.toml", "plan.toml")}
    first, *sections = re.split(r"(?m)^(?=# )", (folder / "questionnaire.md").read_text(encoding="utf-8"))
    head = "".join([first, *sections[:2]])
    return tuple({**files, "questionnaire.md": head + section} for section in sections[2:])


@st.composite
def fuzzed(draw: st.DrawFn, among: tuple[Files, ...] | None = None) -> Files:
    """Give the files of a study folder, one or two of them broken."""
    files = dict(draw(st.sampled_from(among or bases())))
    for _ in range(draw(st.integers(1, 2))):
        name = draw(st.sampled_from(sorted({*files, "translations/nl.po"})))
        files[name] = draw(st.one_of(edited(files.get(name, "")), edited(files.get(name, "")), raw()))
    return files


@st.composite
def edited(draw: st.DrawFn, text: str) -> str:
    """Give a text with one to six edits of its lines or words."""
    for _ in range(draw(st.integers(1, 6))):
        by_line = draw(st.booleans())
        parts = text.splitlines(keepends=True) if by_line else _WORD.findall(text)
        at = draw(st.integers(0, max(0, len(parts) - 1)))
        other = draw(st.integers(0, max(0, len(parts) - 1)))
        text = "".join(_edit(parts, draw(st.sampled_from(EDITS)), at, other, draw(st.sampled_from(PIECES))))
    return text


EDITS = ["drop", "repeat", "swap", "put", "replace", "copy", "cut", "put"]


def _edit(parts: list[str], edit: str, at: int, other: int, piece: str) -> list[str]:  # noqa: PLR0911
    """Make one edit; PLR0911: one return an edit."""
    if not parts:
        return [piece]
    match edit:
        case "drop":
            return parts[:at] + parts[at + 1 :]
        case "repeat":
            return [*parts[: at + 1], *parts[at:]]
        case "swap":
            changed = list(parts)
            changed[at], changed[other] = changed[other], changed[at]
            return changed
        case "copy":
            return [*parts[:at], parts[other], *parts[at:]]
        case "replace":
            return [*parts[:at], piece, *parts[at + 1 :]]
        case "cut":
            return parts[: at + 1]
    return [*parts[:at], piece, *parts[at:]]


def raw() -> st.SearchStrategy[str]:
    """Give text of pieces and characters without any order."""
    return st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join)


def check(files: Files) -> tuple[Problem, ...]:
    """Read and check a study folder; one that can't be read gives what says why. Nothing else may happen."""
    with tempfile.TemporaryDirectory() as name:
        for file, text in files.items():
            path = Path(name) / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            study = read_study(name)
            return (*check_study(study), *explain_study(study))
        except Unusable as refused:
            return refused.problems
