"""Who is invited: added once, found by what is theirs, marked, counted, erased; on both databases."""

import datetime as dt
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyrage import x25519
from sample_survey import MODES, invited_survey, mail_all, people, sampled
from store_survey import DAY

from peil.core.problem import Unusable
from peil.interview.code import read_code, sample_key
from peil.store.on_behalf import erase_address
from peil.store.open_store import open_store
from peil.store.sample.added import Added
from peil.store.sample.open_sample import open_sample
from peil.store.sample.person import NewPerson
from peil.store.sample.sample_counts import SampleCounts
from peil.study.fielding import Privacy

LATER = DAY + dt.timedelta(days=7)
both_modes = pytest.mark.parametrize("mode", MODES)


@both_modes
def test_who_is_there_already_is_not_added_again(store_url: str, mode: Privacy) -> None:
    with sampled(store_url, invited_survey(mode)) as sample:
        assert sample.add(people(3)) == Added(3, 0)
        again = [replace(one, address=one.address.upper()) for one in people(4)]
        assert sample.add(again) == Added(1, 3)
        found = list(sample.persons())
        assert sorted(one.address.lower() for one in found) == [one.address for one in people(4)]
        assert [one.id for one in found] == sorted(one.id for one in found)
        assert len({one.leave_key for one in found}) == 4


def test_a_person_comes_back_as_they_were_listed(store_url: str) -> None:
    listed = NewPerson("ada@example.org", "Ada “de Gravin” Ö", "nl", {"région": "nord'); --", "x": ""}, 9)
    with sampled(store_url, invited_survey(Privacy.ANONYMOUS)) as sample:
        sample.add([listed])
        (kept,) = sample.persons()
    assert (kept.address, kept.name, kept.language) == (listed.address, listed.name, listed.language)
    assert kept.strata == listed.strata
    assert (kept.sealed, kept.sample_key, kept.invited_on, kept.reminded) == (False, "", None, 0)
    assert kept.wants_mail


def test_a_sample_keeps_to_the_mode_that_people_were_told(store_url: str) -> None:
    with sampled(store_url, invited_survey(Privacy.ANONYMOUS)) as sample:
        assert sample.kept_privacy() is None
    with sampled(store_url, invited_survey(Privacy.CONFIDENTIAL), 1) as sample:
        assert sample.kept_privacy() is Privacy.CONFIDENTIAL
    for other in (Privacy.ANONYMOUS, None):
        with pytest.raises(Unusable, match="L009"):
            open_sample(store_url, invited_survey(other))


@both_modes
def test_a_token_finds_its_person_alone(store_url: str, mode: Privacy) -> None:
    with sampled(store_url, invited_survey(mode), 4) as sample:
        tokens = mail_all(sample)
        assert len(set(tokens.values())) == 4
        for person, token in tokens.items():
            assert read_code(token) == token
            found = sample.find_invited(token)
            assert found is not None
            assert found.id == person
            assert found.sample_key == sample_key(token)
            assert sample.find_leaving(found.leave_key) == found
        assert sample.find_invited("K7QF-2M9X-0PRD-W8ST-6ZHA") is None
        assert sample.find_leaving("") is None
        assert sample.find_leaving(tokens[found.id]) is None


@both_modes
def test_who_left_gets_no_mail_and_can_still_take_part(store_url: str, mode: Privacy) -> None:
    with sampled(store_url, invited_survey(mode), 5) as sample:
        tokens = mail_all(sample)
        left, refused, bounced, *_ = sorted(tokens)
        for _ in range(2):
            sample.unsubscribe(left)
            sample.refuse(refused)
            sample.bounce(bounced)
        assert {one.id for one in sample.to_remind(1, LATER, 3)} == set(tokens) - {left, refused, bounced}
        assert list(sample.to_invite()) == []
        with sample.mailing() as outbox:
            assert [outbox.take(one, "reminder-1", LATER) for one in (left, refused, bounced)] == [None] * 3
        assert sample.find_invited(tokens[left]) is not None
        expected = SampleCounts(
            persons=5, invited=5, unknown=0, bounced=1, unsubscribed=1, refused=1, unreached=2
        )
        assert sample.counts() == expected


def test_a_reminder_comes_after_days_once_and_not_to_who_has_finished(store_url: str) -> None:
    with sampled(store_url, invited_survey(Privacy.CONFIDENTIAL), 4) as sample:
        tokens = mail_all(sample)
        sample.add(people(1, first=10))
        done, *others = sorted(tokens)
        soon = DAY + dt.timedelta(days=2)
        assert list(sample.to_remind(1, soon, 3)) == []
        day = DAY + dt.timedelta(days=3)
        assert {one.id for one in sample.to_remind(1, day, 3, {done})} == set(others)
        with sample.mailing() as outbox:
            for person in others:
                posting = outbox.take(person, "reminder-1", day)
                assert posting is not None
                outbox.sent(posting)
        assert list(sample.to_remind(1, LATER, 0, {done})) == []
        assert list(sample.to_remind(2, day + dt.timedelta(days=2), 3, {done})) == []
        again = list(sample.to_remind(2, day + dt.timedelta(days=3), 3, {done}))
        assert {(one.id, one.reminded, one.mailed_on) for one in again} == {(one, 1, day) for one in others}


@both_modes
def test_a_person_is_erased_with_all_that_is_theirs(store_url: str, mode: Privacy) -> None:
    with sampled(store_url, invited_survey(mode), 2) as sample:
        tokens = mail_all(sample)
        person = sample.find_by_address(" PERSON1@example.org ")
        assert person is not None
        assert sample.token_of(person.id) == (tokens[person.id] if mode is Privacy.CONFIDENTIAL else None)
        assert sample.erase_person(person.id, person.address)
        assert not sample.erase_person(person.id, person.address)
        assert sample.find_by_address("person1@example.org") is None
        assert sample.find_invited(tokens[person.id]) is None
        assert sample.token_of(person.id) is None
        assert sample.counts().persons == 1
        with sample.mailing() as outbox:
            assert outbox.take(person.id, "reminder-1", LATER) is None


@both_modes
def test_who_was_erased_is_passed_over_when_listed_again(store_url: str, mode: Privacy) -> None:
    study = invited_survey(mode)
    with sampled(store_url, study, 3) as sample:
        person = sample.find_by_address("person1@example.org")
        assert person is not None
        assert sample.erase_person(person.id, person.address)
    with sampled(store_url, study) as sample:
        shouted = [replace(one, address=one.address.upper()) for one in people(4)]
        assert sample.add(shouted) == Added(1, 2, 1)
        assert sample.find_by_address("person1@example.org") is None
        assert {one.address for one in sample.to_invite()}.isdisjoint(
            {person.address, person.address.upper()}
        )
        assert sample.counts().erased == 1
        sample.forget_persons()
        assert sample.counts().erased == 0
        assert sample.add(people(3)) == Added(3, 0)


@both_modes
def test_of_who_was_invited_and_erased_a_number_stays_as_long_as_the_sample(
    store_url: str, mode: Privacy
) -> None:
    """The response rate goes on to be a share of everybody who was invited."""
    study = invited_survey(mode)
    with sampled(store_url, study, 12) as sample:
        mail_all(sample)
        sample.add(people(2, first=12))  # these two weren't invited
        for number in (1, 2, 13):
            person = sample.find_by_address(f"person{number}@example.org")
            assert person is not None
            assert sample.erase_person(person.id, person.address)
            assert not sample.erase_person(person.id, person.address)
        counts = sample.counts()
        assert (counts.persons, counts.invited, counts.erased) == (11, 10, 3)
        assert (counts.withdrawn, counts.approached) == (2, 12)
        sample.forget_persons()
        assert (sample.counts().withdrawn, sample.counts().approached) == (0, 0)


def test_a_sealed_address_is_passed_over_too_once_erased(store_url: str) -> None:
    own = x25519.Identity.generate()
    study = invited_survey(Privacy.CONFIDENTIAL, special_category=True, contact_keys=(str(own.to_public()),))
    with closing(open_store(store_url, study)) as store, sampled(store_url, study, 3) as sample:
        assert erase_address(store, sample, "Person1@example.org", [own])
        assert sample.add(people(3), [own]) == Added(0, 2, 1)


def test_sealed_addresses_open_with_the_key_alone(store_url: str) -> None:
    own, other = x25519.Identity.generate(), x25519.Identity.generate()
    study = invited_survey(Privacy.ANONYMOUS, special_category=True, contact_keys=(str(own.to_public()),))
    with sampled(store_url, study) as sample:
        assert sample.add(people(2)) == Added(2, 0)
        for person in sample.persons():
            assert person.sealed
            assert "@" not in person.address + person.name
        for identities in ([], [other]):
            with pytest.raises(Unusable, match="L008"):
                sample.add(people(3), identities)
            with pytest.raises(Unusable, match="L008"):
                sample.find_by_address("person1@example.org", identities)
        assert sample.add(people(3), [other, own]) == Added(1, 2)
        found = sample.find_by_address("Person1@example.org", [own])
        assert found is not None
        assert (found.name, found.sealed) == ("Person 1", False)
        assert sample.find_by_address("nobody@example.org", [own]) is None
        assert len(mail_all(sample)) == 3


@pytest.mark.slow
@settings(max_examples=20)
@given(st.lists(st.integers(0, 6), max_size=12), st.lists(st.integers(0, 6), max_size=12))
def test_adding_lists_one_after_another_is_adding_their_union(first: list[int], then: list[int]) -> None:
    import tempfile  # noqa: PLC0415 - a folder for each example

    with tempfile.TemporaryDirectory() as folder, sampled(f"{folder}/store", _SURVEY) as sample:
        for part in (first, then):
            sample.add([one for n in sorted(set(part)) for one in people(1, first=n)])
        kept = sorted(person.address for person in sample.persons())
    assert kept == sorted(one.address for n in set(first) | set(then) for one in people(1, first=n))


_SURVEY = invited_survey(Privacy.ANONYMOUS)


def test_a_store_can_begin_with_its_sample_and_is_kept_apart(tmp_path) -> None:
    where = str(tmp_path / "store")
    with sampled(where, _SURVEY, 1) as sample:
        mail_all(sample)
    with closing(open_store(where, _SURVEY, serving=True)), sampled(where, _SURVEY) as sample:
        assert sample.counts().persons == 1
    names = {path.name for path in (tmp_path / "store").glob("*.sqlite")}
    assert {"answers.sqlite", "contacts.sqlite", "sample.sqlite"} <= names
    assert "links.sqlite" not in names
    modes = {path.stat().st_mode & 0o777 for path in (tmp_path / "store").glob("*.sqlite")}
    assert modes == {0o600}
