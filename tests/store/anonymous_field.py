"""An anonymous study in the field, whose respondents finish one by one."""

from sample_survey import invited_survey
from store_survey import DAY, form, opening

from peil.fieldwork.told_interviews import ToldInterviews, tell_interviews
from peil.interview.answers import Value
from peil.store.phase import Phase, PhaseEntry
from peil.store.store import Store
from peil.study.fielding import Privacy
from peil.study.study import Study

LAST = "remarks"
PAGES: tuple[tuple[str, dict[str, Value]], ...] = (
    ("usage", {"usage": "never"}),
    ("turnover", {"rose": "no"}),
    ("call", {"call": "no"}),
)


def anonymous_survey() -> Study:
    return invited_survey(Privacy.ANONYMOUS)


def enter(store: Store, phase: Phase) -> None:
    store.enter_phase(PhaseEntry(phase, "v1", DAY, "said"))


def begin(store: Store, who: str, pages: int = len(PAGES)) -> None:
    """Begin an interview, and come so far."""
    kept = store.open_interview(opening(who))
    for page, values in PAGES[:pages]:
        receipt = store.submit(form(kept, page, values, who))
        assert receipt.kept is not None
        kept = receipt.kept


def send(store: Store, who: str, page: str, **values: Value) -> None:
    kept = store.find(f"key {who}")
    assert kept is not None
    receipt = store.submit(form(kept, page, values, who))
    assert receipt.fate == "accepted", receipt


def finish(store: Store, *people: str, words: str = "") -> None:
    """Have people answer everything, one after another."""
    for who in people:
        if store.find(f"key {who}") is None:
            begin(store, who)
        send(store, who, LAST, **({LAST: words} if words else {}))


def many(first: int, number: int) -> list[str]:
    return [f"p{count:03}" for count in range(first, first + number)]


def look(store: Store) -> ToldInterviews:
    return tell_interviews(anonymous_survey(), store)


def seen(store: Store) -> set[str]:
    """Give who is told of; a name is the end of an id."""
    return {one.id.removeprefix("id-") for one in look(store).responses}


def close_and_forget(store: Store) -> None:
    enter(store, Phase.CLOSED)
    store.releasing.forget()
