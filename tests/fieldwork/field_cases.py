"""A small study, and interviews of it as the store keeps them, made by hand."""

import datetime as dt
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from peil.fieldwork.case import Case, make_case
from peil.interview.answers import Answers, Value
from peil.interview.simulate import simulate
from peil.interview.walk import walk
from peil.store.kept import Kept
from peil.store.sample.sample_counts import SampleCounts
from peil.study.fielding import Access, Fielding, Privacy
from peil.study.reader.read import read_study
from peil.study.study import Study

DAY = dt.date(2026, 3, 2)

SETTINGS = """
[about]
title = "Work"
languages = ["en"]
analysis_set = "usage"
closes = 2026-03-11
[roles]
all = "otherwise"
"""

QUESTIONNAIRE = """
# a: A

## adult
end if adult is no: screened_out
end if adult is rather_not: refused
Are you 18 or older?
- ( ) yes: Yes
- ( ) no: No
- ( ) rather_not: I don't take part

## usage
How often?
- ( ) often: Often
- ( ) never: Never

## skills  {matrix}
if usage is often
How good?
columns
- ( ) good: Good
- ( ) bad: Bad
- ( ) dk: Don't know  {missing}
rows
- r1: One
- r2: Two
- r3: Three
- r4: Four

## ease  {matrix}
How easy?
columns
- ( ) easy: Easy
- ( ) hard: Hard
rows
- e1: One
- e2: Two
- e3: Three
- e4: Four
- e5: Five
- e6: Six
- e7: Seven
- e8: Eight

## words  {optional}
Anything else? ____
"""

UNSCREENED = QUESTIONNAIRE.replace("end if adult is no: screened_out\n", "")


@cache
def field_study(*, screening: bool = True) -> Study:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
        text = QUESTIONNAIRE if screening else UNSCREENED
        (folder / "questionnaire.md").write_text(text, encoding="utf-8")
        study = read_study(folder)
    assert not study.problems, study.problems
    return study


def fielded(
    access: Access = Access.OPEN, privacy: Privacy | None = None, *, screening: bool = True, **more: object
) -> Study:
    """Give the study with what study.toml could say about its fieldwork."""
    return replace(
        field_study(screening=screening),
        fielding=Fielding(access=access, privacy=privacy, **more),  # type: ignore[arg-type]
    )


def answers_to(pages: Iterable[str], **given: Value) -> Answers:
    """Give answers that came through these pages; underscores of a name are its dots."""
    return Answers({name.replace("__", "."): value for name, value in given.items()}, frozenset(pages))


def all_of(matrix: str, column: str, rows: int) -> dict[str, Value]:
    """Give a matrix answered in a straight line."""
    return {f"{matrix}__{matrix[0].replace('s', 'r')}{row}": column for row in range(1, rows + 1)}


BEGUN = answers_to([])
SCREENED = answers_to(["adult"], adult="no")
REFUSING = answers_to(["adult"], adult="rather_not")
BROKEN_OFF = answers_to(["adult"], adult="yes")
PARTIAL = answers_to(["adult", "usage"], adult="yes", usage="often")


def complete(words: str = "", *, skills: str | None = None) -> Answers:
    """Give a whole interview, straight in all rows unless it says "mixed"."""
    ease = all_of("ease", "easy", 8)
    given: dict[str, Value] = {"adult": "yes", "usage": "often" if skills else "never", **ease}
    if skills:
        given |= all_of("skills", skills, 4)
    if words:
        given["words"] = words
    pages = ["adult", "usage", *(["skills"] if skills else []), "ease", "words"]
    return answers_to(pages, **given)


def kept(name: str, answers: Answers, **more: object) -> Kept:
    made = {"opened_on": DAY, "changed_on": DAY, "version": "v1", **more}
    return Kept(name, "en", 0, 1, answers, **made)  # type: ignore[arg-type]


def case(name: str, answers: Answers, **more: object) -> Case:
    study = field_study()
    return make_case(study, kept(name, answers, **more), study.about.analysis_set)


def simulated_cases(study: Study, n: int, seed: int) -> list[Case]:
    """Give simulated interviews, a good part of them left somewhere."""
    responses = simulate(study, n, seed, 0.5)
    return [
        make_case(study, kept(one.id, one.answers), study.about.analysis_set)
        for one in responses
        if walk(study, one.answers)
    ]


def sample(invited: int, *, bounced: int = 0, unsubscribed: int = 0, refused: int = 0) -> SampleCounts:
    return SampleCounts(invited, invited, 0, bounced, unsubscribed, refused, invited)
