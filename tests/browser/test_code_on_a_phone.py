"""The personal code and the page for leaving the list on a narrow phone."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest
from page_checks import sideways

from kinds_study import write_kinds_study
from peil.interview.code import read_code
from peil.pages.words import words_for
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson
from peil.store.sample.posting import Posting
from peil.store.today import today
from peil.study.reader.read import read_study
from served import Served

pytestmark = pytest.mark.slow

NARROW_PHONES = (320, 360, 412)
LINES = "spans => spans.map(one => one.getClientRects().length)"
WORDS = words_for("nl")


@dataclass(frozen=True)
class Invited:
    """A study that is served, and the invitation of someone in its sample."""

    url: str
    posting: Posting


@pytest.fixture(scope="module")
def invited(tmp_path_factory) -> Iterator[Invited]:
    place = tmp_path_factory.mktemp("phone")
    folder = write_kinds_study(place / "study").folder
    with (folder / "study.toml").open("a", encoding="utf-8") as settings:
        settings.write('\n[fieldwork]\naccess = "invited"\nprivacy = "anonymous"\n')
    study = read_study(folder)
    with closing(open_sample(f"sqlite:{place / 'store'}", study)) as sample, sample.mailing() as outbox:
        sample.add([NewPerson("ada@example.org", "Ada", "nl")])
        (person,) = sample.persons()
        posting = outbox.take(person.id, INVITATION, today())
    assert posting is not None
    with Served(study, place) as served:
        yield Invited(served.url, posting)


@pytest.mark.parametrize("width", NARROW_PHONES)
def test_the_code_breaks_between_its_groups_and_is_copied_whole(
    invited: Invited, new_page, width: int
) -> None:
    page = new_page(viewport={"width": width, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(f"{invited.url}/nl/i/{invited.posting.token}")
    if "/p/" not in page.url:  # begun on another phone
        page.locator("#consent").check()
        page.get_by_role("button", name=WORDS("begin")).click()
        page.wait_for_url("**/p/**")
    page.goto(f"{invited.url}/nl/later")
    groups = page.locator(".code strong span")
    assert groups.count() == 5
    assert groups.evaluate_all(LINES) == [1] * 5
    assert sideways(page) == []
    page.locator(".code strong").click()
    copied = page.evaluate("getSelection().toString()")
    assert copied == invited.posting.token
    assert read_code(copied) == copied
    assert page.locator(".code strong").inner_text() == copied


@pytest.mark.parametrize("width", NARROW_PHONES)
def test_what_can_be_pressed_and_what_is_read_stand_apart(invited: Invited, new_page, width: int) -> None:
    page = new_page(viewport={"width": width, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(f"{invited.url}/nl/u/{invited.posting.person.leave_key}")
    boxes = [
        page.get_by_role("button", name=WORDS("unsubscribe_button")).bounding_box(),
        page.get_by_text(WORDS("refuse_ask")).bounding_box(),
        page.get_by_role("button", name=WORDS("refuse_button")).bounding_box(),
    ]
    button, asked, other = (box for box in boxes if box)
    assert asked["y"] - (button["y"] + button["height"]) >= 16
    assert other["y"] - (asked["y"] + asked["height"]) >= 16
    assert sideways(page) == []
