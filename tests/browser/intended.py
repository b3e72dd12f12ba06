"""What a respondent means to answer, and whether that is what was kept."""

from functools import cache
from pathlib import Path

from peil.interview.private import set_apart
from peil.interview.response import Response
from peil.interview.simulate import simulate
from peil.interview.walk import walk
from peil.study.reader.read import read_study
from peil.study.study import Study
from served import Served

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"
MOST_DRAWN = 2000
SEEDS = {"umbrella": 14, "zzp": 1, "employer": 7, "employee": 2}
"""With these a fitting response comes early; with any other it comes too."""


@cache
def reference_study() -> Study:
    """Read the reference study."""
    return read_study(REFERENCE)


@cache
def of_role(role: str) -> Response:
    """Give a whole synthetic response of that role, one that leaves contact details and names a row."""
    study = reference_study()
    for response in simulate(study, MOST_DRAWN, SEEDS[role]):
        found = walk(study, response.answers)
        named = [f"ability.other{number}.text" in found.given for number in (1, 2, 3)]
        rich = "contact.email" in found.given and any(named)
        if found.role == role and found.outcome == "complete" and rich:
            return response
    raise AssertionError(f"no rich response of {role} in {MOST_DRAWN}")


def assert_kept(served: Served, code: str, meant: Response) -> None:
    """Compare what is kept of an interview, contact details included, with what was meant."""
    found = served.response(code)
    values, details = set_apart(served.study, meant.answers.values)
    assert found.answers.values == values
    assert found.answers.pages == meant.answers.pages
    assert (found.last_page, found.outcome) == (meant.last_page, meant.outcome)
    with served.opened() as store:
        assert not details or details in list(store.contact_details())
