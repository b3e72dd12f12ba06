"""A table's base in words, in the languages that a report is written in."""

import pytest

from peil.core.span import Span
from peil.study.base import Base
from peil.study.base_rule import tell_base
from peil.study.expr.resolve import resolve_condition
from peil.study.reader.read import read_study
from peil.study.study import Study
from peil.study.tablespec import TableSpec

QUESTIONNAIRE = """\
# main: Vragen

## usage
source: Q6
Hoe vaak?
- ( ) often: Vaak
- ( ) never: Nooit
- ( ) dk: Weet ik niet  {missing}
- ( ) refuse: Zeg ik niet  {missing}

## reasons
source: Q7
if usage is not never
Waarom?
- [ ] speed: Sneller
- [ ] none: Geen van deze  {exclusive}

## tools  {matrix}
Wat vindt u van …?
columns
- ( ) good: Goed
- ( ) bad: Slecht
rows
- text: Tekst
- image: Beeld  {if usage is often}
"""
PLAN = """\
[derived.heavy]
title = "Veel"
if = "usage is often"
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("study")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    (folder / "study.toml").write_text('[about]\ntitle = "Proef"\nlanguages = ["nl"]\n', encoding="utf-8")
    (folder / "plan.toml").write_text(PLAN, encoding="utf-8")
    return read_study(folder)


def where(study: Study, source: str) -> TableSpec:
    condition, problems = resolve_condition(source, Span("where"), study.codebook, [])
    assert not problems
    return TableSpec("reasons", where=condition)


@pytest.mark.parametrize(
    ("spec", "language", "rule"),
    [
        (TableSpec("usage"), "nl", "wie de vraag beantwoordde"),
        (TableSpec("usage"), "en", "those who answered the question"),
        (TableSpec("usage"), "fy", "those who answered the question"),
        (
            TableSpec("usage", base=Base(without_missing=True)),
            "nl",
            "wie de vraag beantwoordde, zonder wie “Weet ik niet” of “Zeg ik niet” koos",
        ),
        (
            TableSpec("usage", base=Base(without=("refuse", "dk", "never"))),
            "en",
            (
                "those who answered the question, without those who chose “Nooit”, "
                "“Weet ik niet” or “Zeg ik niet”"
            ),
        ),
        (
            TableSpec("reasons"),
            "nl",
            "wie bij vraag 6 iets anders dan “Nooit” antwoordde, en de vraag beantwoordde",
        ),
        (
            TableSpec("reasons", base=Base(without=("none",), blanks=True)),
            "nl",
            (
                "wie bij vraag 6 iets anders dan “Nooit” antwoordde, en de vraag kreeg, "
                "ook wie niets invulde, zonder wie “Geen van deze” koos"
            ),
        ),
        (
            TableSpec("usage", base=Base(blanks=True)),
            "en",
            "those who were asked the question, also those who left it blank",
        ),
        (TableSpec("tools.text"), "nl", "wie de vraag beantwoordde"),
        (TableSpec("tools.image"), "nl", "wie bij vraag 6 “Vaak” antwoordde, en de vraag beantwoordde"),
        (TableSpec("heavy"), "nl", "wie in een van de klassen valt"),
    ],
)
def test_bases_in_words(study: Study, spec: TableSpec, language: str, rule: str) -> None:
    assert tell_base(study, spec, language) == rule


def test_where_joins_the_condition(study: Study) -> None:
    assert tell_base(study, where(study, "usage is often"), "nl") == (
        "wie bij vraag 6 iets anders dan “Nooit” antwoordde en bij vraag 6 “Vaak” antwoordde, "
        "en de vraag beantwoordde"
    )
