"""Whatever respondents do, what is kept is the log folded, and what was refused changed nothing."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import count
from pathlib import Path
from random import Random

import psycopg
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_survey import random_study
from store_survey import form, opening, survey

from peil.interview.answers import Answers, Value
from peil.interview.draw import Drawing
from peil.interview.private import KEPT_APART, is_private
from peil.interview.submit import submit
from peil.interview.visible_values import visible_values
from peil.interview.walk import walk
from peil.store.judge import is_open, page_values
from peil.store.kept import Kept
from peil.store.open_store import open_store
from peil.store.receipt import Fate
from peil.store.store import Store
from peil.store.submission import Submission
from peil.study.reader.read import read_study
from peil.study.study import Study

STUDIES = Path(__file__).resolve().parents[2] / "studies"
ACTIONS = (
    *("go on", "go on", "go on", "answer again", "answer again", "draft"),
    *("old form", "repeat", "clash", "spoil", "open"),
)
SENT = frozenset({Fate.ACCEPTED, Fate.GREW})
people = count()
studies = st.one_of(st.builds(survey), st.builds(random_study, st.integers(0, 500)))


class Respondent:
    """Somebody with several tabs who does what comes to mind, and checks the store after each step."""

    def __init__(self, study: Study, store: Store, seed: int) -> None:
        self.study = study
        self.store = store
        self.random = Random(seed)  # noqa: S311 - no secret
        self.who = f"walk{next(people)}"
        first = walk(study, Answers()).pages[0]
        notice = all(not step.items for step in first.steps)
        self.opening = opening(self.who, (first.id,) if notice else ())
        self.kept = store.open_interview(self.opening)
        self.forms: list[tuple[str, int]] = []  # those left open in other tabs: page and revision
        self.taken: list[Submission] = []
        self.details: dict[str, str] = {}

    def do(self, action: str) -> None:
        before, log = self.kept, self.store.log(self.kept.id)
        if action == "open":
            assert self.store.open_interview(self.opening) == before
            return
        sent = self.made(action)
        if sent is None:
            return
        receipt = self.store.submit(sent)
        assert receipt.kept is not None
        assert receipt.kept == self.store.find(sent.key)
        self.kept = receipt.kept
        if action == "clash":
            assert receipt.fate is Fate.CLASHED
        if action == "repeat":
            assert receipt.fate is (Fate.STALE if self.misleads(before, sent) else Fate.REPEATED)
        if receipt.fate in SENT:
            self.taken.append(sent)
            marked = self.kept.answers.values
            self.details.update({name: text for name, text in sent.details.items() if name in marked})
            assert self.kept.revision == before.revision + 1
            self.check_changed(before, sent)
        else:
            assert self.kept == before
            assert self.store.log(self.kept.id) == log
        self.check()

    def misleads(self, kept: Kept, sent: Submission) -> bool:
        """Say whether to take what was sent again for kept would mislead: its page became another since."""
        mine = next(number for number, one in enumerate(self.taken) if one.nonce == sent.nonce)
        now = page_values(self.study, kept.answers, sent.page)
        asked = is_open(walk(self.study, kept.answers), sent.page)
        given = self.asked(kept, sent)
        later = any(one.page == sent.page and one.details for one in self.taken[mine + 1 :])
        details = any(name in given for name in sent.details)
        return asked and (now != given or (details and (later or self.was_withdrawn(sent))))

    def asked(self, kept: Kept, sent: Submission) -> dict[str, Value]:
        """Give what is sent of all that the page still asks; its own answers can hide a part of it."""
        given = {name: value for name, value in sent.values.items() if value is not False and value != ""}
        return visible_values(self.study, kept.answers, sent.page, given)

    def was_withdrawn(self, sent: Submission) -> bool:
        """Say whether contact details of the page were taken back after it was sent."""
        log = self.store.log(self.kept.id)
        mine = next(number for number, entry in enumerate(log) if entry.nonce == sent.nonce)
        return any(entry.page == sent.page and entry.values != log[mine].values for entry in log[mine + 1 :])

    def made(self, action: str) -> Submission | None:
        """Give what is sent in, or None where the action has nothing to go on."""
        if action in {"repeat", "clash"}:
            if not self.taken:
                return None
            earlier = self.random.choice(self.taken)
            return earlier if action == "repeat" else replace(earlier, digest="another")
        interview = walk(self.study, self.kept.answers)
        pages = [page.id for page in interview.pages if is_open(interview, page.id)]
        page, revision = self.random.choice(pages), self.kept.revision
        if action == "go on":
            page = interview.next_page or page
        elif action == "old form" and self.forms:
            page, revision = self.random.choice(self.forms)
        self.forms.append((page, self.kept.revision))
        values = self.drawn(page)
        if action == "spoil":
            values["nothing.of.this.page"] = "x"
        if action == "draft":
            values = {name: value for name, value in values.items() if self.random.random() < 0.5}
        sent = form(self.kept, page, values, self.who, self.study, revision=revision)
        return replace(sent, draft=action == "draft")

    def drawn(self, page: str) -> dict[str, Value]:
        drawing = Drawing(self.study.codebook, self.study.plan.probabilities, self.random)
        shown = walk(self.study, self.kept.answers).page(page)
        values: dict[str, Value] = {}
        for step in shown.steps if shown else ():
            values.update(drawing.draw(step))
            for item in step.items:
                for name in item.variables:
                    if not is_private(self.study, name):
                        continue
                    values.pop(name, None)  # what is drawn is the same for everybody
                    if self.random.random() < 0.8:
                        old = self.kept.answers.values.get(name) and self.random.random() < 0.3
                        values[name] = KEPT_APART if old else f"{self.who} {next(people)}"
        return values

    def check(self) -> None:
        assert self.kept in list(self.store.kept())  # as the database has it, whatever is remembered
        folded = Answers()
        for entry in self.store.log(self.kept.id):
            folded = submit(self.study, folded, entry.page, entry.values, passed=entry.passed)
        assert folded == self.kept.answers
        marked = {name for name in self.kept.answers.values if is_private(self.study, name)}
        expected = {name: self.details[name] for name in marked}
        here = [one for one in self.store.contact_details() if set(one.values()) & set(self.details.values())]
        assert here == ([expected] if expected else [])

    def check_changed(self, before: Kept, sent: Submission) -> None:
        for page in self.study.route.pages:
            was = page_values(self.study, before.answers, page)
            is_now = page_values(self.study, self.kept.answers, page)
            if was != is_now or (page == sent.page and any(name in is_now for name in sent.details)):
                assert self.kept.changed[page] == self.kept.revision
            else:
                assert self.kept.changed.get(page, 0) == before.changed.get(page, 0)


def wander(study: Study, store_url: str, actions: list[str], seed: int) -> Mapping[str, int]:
    store = open_store(store_url, study)
    try:
        one, other = Respondent(study, store, seed), Respondent(study, store, seed + 1)
        for number, action in enumerate(actions):
            (other if number % 3 == 2 else one).do(action)
        return {one.who: one.kept.revision, other.who: other.kept.revision}
    finally:
        store.close()


def store_of_its_own(url: str) -> str:
    """Give an empty store: one belongs to one study."""
    if url.startswith("sqlite:"):
        return f"{url}/{next(people)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("DROP SCHEMA IF EXISTS peil_answers, peil_contacts CASCADE")
    return url


@pytest.mark.slow
def test_any_walk_through_any_small_study_keeps_the_log_and_the_answers_the_same(store_url: str) -> None:
    few = 60 if store_url.startswith("sqlite") else 20

    @settings(max_examples=few)
    @given(
        st.integers(0, 500),
        st.lists(st.sampled_from(ACTIONS), min_size=5, max_size=30),
        st.integers(0, 10**6),
    )
    def run(study: int, actions: list[str], seed: int) -> None:
        wander(random_study(study), store_of_its_own(store_url), actions, seed)

    run()


@pytest.mark.slow
def test_long_walks_through_the_reference_study_do_too(store_url: str) -> None:
    study = read_study(STUDIES / "genai-creative-work")
    actions = [*["go on"] * 20, *ACTIONS * 4, *["go on"] * 20]
    Random(5).shuffle(actions)  # noqa: S311 - no secret
    revisions = wander(study, store_url, actions, 11)
    assert min(revisions.values()) > 10
