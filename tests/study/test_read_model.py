"""A questionnaire written from a model reads back as that model; garbage never stops the reader."""

import string
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.study.question import Kind, Question
from peil.study.reader.read import read_study
from peil.study.study import Study

pytestmark = pytest.mark.slow

SETTINGS = '[about]\ntitle = "T"\nlanguages = ["en"]\n[roles]\nboss = "a0 is o0"\nother = "otherwise"\n'
FIRST = "# s: S\n\n## a0\nFirst\n- ( ) o0: One\n- ( ) o1: Two\n\n"

ids = st.text(string.ascii_lowercase + string.digits + "_", min_size=1, max_size=6).map("q".__add__)
labels = st.text(
    st.characters(codec="utf-8", exclude_characters="{}\\_", exclude_categories=("C", "Z")), min_size=1
).map("T".__add__)


@dataclass(frozen=True)
class Choice:
    id: str
    label: str
    code: int | None
    missing: bool
    last: bool

    def line(self, box: str) -> str:
        words = [word for word in ("missing", "last") if getattr(self, word)]
        tail = f"  {{{', '.join(words)}}}" if words else ""
        pin = f"{self.code} " if self.code is not None else ""
        return f"- {box} {pin}{self.id}: {self.label}{tail}"


@dataclass(frozen=True)
class Asked:
    id: str
    text: tuple[str, ...]
    words: str | None
    options: tuple[Choice, ...]
    multi: bool
    optional: bool
    conditional: bool

    def source(self) -> str:
        known = {"optional": self.optional, "shuffle": any(option.last for option in self.options)}
        words = ", ".join(word for word, holds in known.items() if holds)
        lines = [f"## {self.id}" + (f"  {{{words}}}" if words else "")]
        lines += ["if a0 is o1"] if self.conditional else []
        lines += ["\n\n".join(self.text)]
        lines += [f"  for boss: {self.words}"] if self.words else []
        lines += [option.line("[ ]" if self.multi else "( )") for option in self.options]
        return "\n".join(lines)


def choices() -> st.SearchStrategy[tuple[Choice, ...]]:
    codes = st.one_of(st.none(), st.integers(1, 999))
    one = st.builds(Choice, ids, labels, codes, st.booleans(), st.booleans())
    unique = (lambda choice: choice.id, lambda choice: choice.code or choice.id)
    return st.lists(one, min_size=1, max_size=5, unique_by=unique).map(tuple)


models = st.lists(
    st.builds(
        Asked,
        ids,
        st.lists(labels, min_size=1, max_size=3).map(tuple),
        st.one_of(st.none(), labels),
        choices(),
        st.booleans(),
        st.booleans(),
        st.booleans(),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda asked: asked.id,
)


def read(text: str, **files: str) -> Study:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "study.toml").write_text(files.get("settings", SETTINGS), encoding="utf-8")
        (folder / "questionnaire.md").write_bytes(text.encode("utf-8", "surrogatepass"))
        if "plan" in files:
            (folder / "plan.toml").write_text(files["plan"], encoding="utf-8")
        return read_study(folder)


def model_of(question: Question) -> Asked:
    words = question.wording.by_role.get("boss")
    return Asked(
        question.id,
        tuple(question.wording.default["en"].plain().split("\n\n")),
        words["en"].plain() if words else None,
        tuple(
            Choice(option.id, option.wording.plain("en"), option.code, option.missing, option.last)
            for option in question.options
        ),
        question.kind is Kind.MULTI,
        question.optional,
        question.condition is not None,
    )


@given(models)
@settings(max_examples=60, deadline=None)
def test_a_questionnaire_written_from_a_model_reads_back_as_that_model(model: list[Asked]) -> None:
    study = read(FIRST + "\n\n".join(asked.source() for asked in model))
    assert study.problems == ()
    assert [model_of(question) for question in study.questionnaire.questions[1:]] == model


@given(models, st.data())
@settings(max_examples=40, deadline=None)
def test_a_misspelt_option_is_found_at_its_place(model: list[Asked], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(model) - 1))
    before = FIRST + "\n\n".join(asked.source() for asked in model[: at + 1]) + "\n\n## z\n"
    study = read(before + "if a0 is one of (o0, o9)\nWhy? ____\n")
    assert [(one.code, one.span.line, one.span.column) for one in study.problems] == [
        ("Q012", before.count("\n") + 1, 4)
    ]


PIECES = st.sampled_from(
    [
        *("# ", "## ", "---", "- ( ) ", "- [ ] ", "- ", "  for ", "columns", "rows", "options from "),
        *("  {matrix}", "  {scale 0..10}", "  {for each a0}", "  {if a0 is o0}", "  {later: s}", "{", "}"),
        *("if ", "end if ", "source:", "<!--", "-->", ": ", "a0", "o0", "boss", "x", "..", ",", "(", "| "),
        *("rows from a0", "- {open rows from a0}", "____", "___ [", "\\", " ", "\n", "\n", "\n"),
        *("é", "“", "\t", "\ufeff", "\r", "\x0b"),
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=3)), max_size=60).map("".join))
@settings(max_examples=300, deadline=None)
def test_garbage_gives_problems_inside_the_file_and_never_stops_the_reader(text: str) -> None:
    source = FIRST + text
    plain = source.replace("\r\n", "\n").replace("\r", "\n")
    lines = plain.encode("utf-8", "surrogatepass").decode("utf-8", "replace").split("\n")
    for problem in read(source).problems:
        assert 1 <= problem.span.line <= len(lines)
        assert 1 <= problem.span.column <= len(lines[problem.span.line - 1]) + 2
        assert problem.message


@given(st.text(string.printable, max_size=60))
@settings(max_examples=100, deadline=None)
def test_garbage_in_the_plan_never_stops_the_reader(text: str) -> None:
    read(FIRST, plan="[analysis]\ngroups = ['a0']\n" + text.replace("\r", ""))
