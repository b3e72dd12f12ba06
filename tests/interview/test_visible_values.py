"""What a page's own answers hide is let go; everything else stays."""

from pathlib import Path

import pytest
from study_by_text import ONE_ROLE, make_study

from peil.interview.answers import Answers, Value
from peil.interview.visible_values import visible_values
from peil.study.study import Study

OWN = """
# whole: Alles  {one page}

## job
Wat doet u?
- ( ) boss: Baas
- ( ) staff: Personeel

## team
if job is boss
Hoe groot is uw team? ___ [0..500]

## kind
Wat voor werk?
- ( ) lead: Leidinggeven, namelijk ____  {if job is boss}
- ( ) do: Doen

## tasks  {optional}
Welke taken?
- [ ] plan: Plannen, zoals ____  {if job is boss}
- [ ] make: Maken

## able  {matrix, optional}
Hoe goed?
columns
- ( ) good: Goed
- ( ) bad: Slecht
rows
- plan: Plannen  {if job is boss}
- make: Maken
- own: ____

## order  {ranking, optional}
Orden.
- plan: Plannen  {if job is boss}
- make: Maken
- rest: Rusten
"""


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return make_study(tmp_path, OWN, settings=ONE_ROLE)


ALL: dict[str, Value] = {
    "job": "boss",
    "team": 4,
    "kind": "lead",
    "kind.lead.text": "een ploeg",
    "tasks.plan": True,
    "tasks.plan.text": "roosters",
    "tasks.make": True,
    "able.plan": "good",
    "able.make": "bad",
    "able.own": "good",
    "able.own.text": "Bakken",
}


def test_what_is_shown_stays(study: Study) -> None:
    assert visible_values(study, Answers(), "whole", ALL) == ALL


def test_what_the_page_hides_goes_with_what_stood_beside_it(study: Study) -> None:
    left = visible_values(study, Answers(), "whole", {**ALL, "job": "staff"})
    assert left.keys() == {"job", "tasks.make", "able.make", "able.own", "able.own.text"}


def test_names_that_mean_nothing_stay_to_be_refused(study: Study) -> None:
    assert visible_values(study, Answers(), "whole", {"job": "staff", "nonsense": "1"})["nonsense"] == "1"
