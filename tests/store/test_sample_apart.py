"""An anonymous study: nothing that is kept joins a person to an interview, by value, by order or by time."""

import re
import secrets
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from sample_survey import MODES, invited_survey, keys, mail_all, people, sampled
from store_survey import DAY, form, opening

from peil.interview.code import contact_key, interview_key, sample_key
from peil.store.mark import Mark
from peil.store.open_store import open_store
from peil.store.sample.finished import Finished
from peil.store.sample.mail_state import reminder
from peil.store.sample.sample import Sample
from peil.store.store import Store
from peil.study.fielding import Privacy

ANONYMOUS = invited_survey(Privacy.ANONYMOUS)
CONFIDENTIAL = invited_survey(Privacy.CONFIDENTIAL)
SHARED = re.compile(r"nl|\d{4}-\d\d-\d\d|True|False|None|\d{1,3}|[{}]*")
"""What both sides may say of many: a language, a day, a mark, a small number."""

ANSWERS = ({"usage": "never"}, {"rose": "no"}, {"call": "yes"}, {"reach.email": "someone@example.net"})
PAGES = ("usage", "turnover", "call", "reach")


def begin(store: Store, token: str) -> None:
    store.open_interview(replace(opening(token), key=interview_key(token), id=secrets.token_hex(10)))


def answer(store: Store, token: str, *, to_the_end: bool = True) -> None:
    """Answer as the token's owner."""
    steps = [*zip(PAGES, ANSWERS, strict=True), ("remarks", {})] if to_the_end else [(PAGES[0], ANSWERS[0])]
    for page, values in steps:
        kept = store.find(interview_key(token))
        assert kept is not None
        sent = replace(form(kept, page, values), key=interview_key(token), contact_key=contact_key(token))
        assert store.submit(sent).fate.value == "accepted", page


def cells(url: str, side: str) -> list[tuple[str, ...]]:
    """Every row of every table of one side, in the order in which the database has them."""
    return [row for _, rows in tables(url, side) for row in rows]


def tables(url: str, side: str) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(Path(url.removeprefix("sqlite:")) / f"{side}.sqlite")) as connection:
            names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
            for (name,) in names:
                yield name, _rows(connection, name)
        return
    with closing(psycopg.connect(url)) as connection:
        schema = f"peil_{side}"
        found = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = %s", (schema,))
        for (name,) in found.fetchall():
            yield name, _rows(connection, f'{schema}."{name}"')


def _rows(connection: sqlite3.Connection | psycopg.Connection, table: str) -> list[tuple[str, ...]]:
    found = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - a table's own name
    return [tuple(str(cell) for cell in row) for row in found]


def words(rows: Sequence[tuple[str, ...]]) -> set[str]:
    """All that could be recognised again: cells, and what stands in quotes inside them."""
    found = {cell for row in rows for cell in row}
    found |= {inner for cell in found for inner in re.findall(r'"([^"]+)"', cell)}
    return {word for word in found if not SHARED.fullmatch(word)}


OWN_TABLES = {"migrations", "versions", "phases"}


def answers_side(url: str) -> set[str]:
    rows = [
        row
        for side in ("answers", "contacts")
        for name, rows in tables(url, side)
        if name not in OWN_TABLES
        for row in rows
    ]
    return words(rows)


def sample_side(url: str) -> set[str]:
    return words([row for name, rows in tables(url, "sample") if name not in OWN_TABLES for row in rows])


@pytest.mark.slow
def test_the_two_sides_share_no_value(store_url: str) -> None:
    with closing(open_store(store_url, ANONYMOUS)) as store, sampled(store_url, ANONYMOUS, 25) as sample:
        tokens = list(mail_all(sample).values())
        for token in tokens[:14]:
            begin(store, token)
            answer(store, token)
        assert sample.note(Mark.STARTED, keys(tokens[:14])) == frozenset()
        assert sample.note(Mark.DONE, keys(tokens[:14])) == frozenset()
        assert answers_side(store_url)
        assert sample_side(store_url)
        assert answers_side(store_url) & sample_side(store_url) == set()
    with closing(open_store(store_url, ANONYMOUS)) as store, sampled(store_url, ANONYMOUS) as sample:
        answer_more = tokens[14:20]  # as after a crash: what was gathered in memory is gone
        for token in answer_more:
            begin(store, token)
            answer(store, token, to_the_end=False)
        mail_all(sample, "reminder-1")
        assert answers_side(store_url) & sample_side(store_url) == set()
        everything = answers_side(store_url) | sample_side(store_url)
        for token in tokens:
            assert token not in everything
            assert token.replace("-", "") not in everything


def test_the_tokens_are_in_no_file(tmp_path) -> None:
    url = f"sqlite:{tmp_path / 'store'}"
    with closing(open_store(url, ANONYMOUS)) as store, sampled(url, ANONYMOUS, 12) as sample:
        tokens = list(mail_all(sample).values())
        for token in tokens:
            begin(store, token)
        sample.note(Mark.STARTED, keys(tokens))
        held = b"".join(path.read_bytes() for path in sorted((tmp_path / "store").iterdir()))
    assert sample_key(tokens[0]).encode() in held
    assert not [token for token in tokens if token.encode() in held]


def marked_of(sample: Sample, mark: Mark) -> frozenset[str]:
    return sample.known_started() if mark is Mark.STARTED else sample.known_done()


@pytest.mark.parametrize("mark", list(Mark))
def test_fewer_than_ten_are_never_noted(store_url: str, mark: Mark) -> None:
    with sampled(store_url, ANONYMOUS, 30) as sample:
        tokens = list(mail_all(sample).values())
        nine, strangers = keys(tokens[:9]), keys(["0000-0000-0000-0000-0000", "1111-1111-1111-1111-1111"])
        assert sample.note(mark, [*nine, *strangers]) == frozenset(nine)
        assert marked_of(sample, mark) == frozenset()
        assert sample.note(mark, keys(tokens[:10])) == frozenset()
        assert len(marked_of(sample, mark)) == 10
        mixed = keys(tokens[:19])  # ten of them are noted already
        assert sample.note(mark, mixed) == frozenset(keys(tokens[10:19]))
        assert len(marked_of(sample, mark)) == 10


def test_nobody_stands_apart_as_begun_and_not_finished(store_url: str) -> None:
    with sampled(store_url, ANONYMOUS, 40) as sample:
        tokens = list(mail_all(sample).values())
        assert sample.note(Mark.STARTED, keys(tokens[:12])) == frozenset()
        ten = keys(tokens[:10])
        assert sample.note(Mark.DONE, ten) == frozenset(ten), "two would be left, and known"
        assert sample.known_done() == frozenset()
        assert sample.note(Mark.STARTED, keys(tokens[12:22])) == frozenset()
        assert sample.note(Mark.DONE, ten) == frozenset()
        assert len(sample.known_started() - sample.known_done()) == 12
        assert sample.note(Mark.DONE, keys(tokens[10:22])) == frozenset()
        assert sample.known_started() == sample.known_done()


def test_in_a_confidential_study_nothing_is_noted(store_url: str) -> None:
    with sampled(store_url, CONFIDENTIAL, 12) as sample:
        with pytest.raises(ValueError, match="nothing is noted"):
            sample.note(Mark.DONE, keys(list(mail_all(sample).values())))
        assert sample.known_started() == sample.known_done() == frozenset()


def test_the_server_keeps_no_trace_of_the_order_in_which_people_came(postgres_url: str) -> None:
    with sampled(postgres_url, ANONYMOUS, 60) as sample:
        tokens = list(mail_all(sample).values())
        owners = {token: one.id for token in tokens if (one := sample.find_invited(token))}
        before = _versions(postgres_url)
        for batch in (tokens[:20], tokens[20:41]):
            assert sample.note(Mark.STARTED, keys(batch[:9])) != frozenset()
            assert _versions(postgres_url).keys() >= before.keys()
            sample.note(Mark.STARTED, keys(batch))
        after = _versions(postgres_url)
        for batch in (tokens[:20], tokens[20:41]):
            rows = [after[owners[token]] for token in batch]
            assert len({xmin for xmin, *_ in rows}) == 1, "noted in one transaction"
            in_file = sorted(range(len(rows)), key=lambda place: rows[place][1])
            in_time = sorted(range(len(rows)), key=lambda place: rows[place][2])
            assert in_file != list(range(len(rows)))
            assert in_time != list(range(len(rows)))
        assert len({after[owners[token]][0] for token in tokens[:41]}) == 2
        untouched = [owners[token] for token in tokens[41:]]
        assert {one: after[one] for one in untouched} == {one: before[one] for one in untouched}


def _versions(url: str) -> dict[str, tuple[str, tuple[int, int], int, str]]:
    """Which transaction wrote a row, where it is, in which place within the transaction, who locked it."""
    with closing(psycopg.connect(url)) as connection:
        rows = connection.execute(
            "SELECT id, xmin::text, ctid::text, cmin::text, xmax::text FROM peil_sample.persons"
        ).fetchall()
    return {
        one: (xmin, tuple(int(n) for n in ctid.strip("()").split(",")), int(cmin), xmax)
        for one, xmin, ctid, cmin, xmax in rows
    }


def test_too_few_leave_no_trace_on_their_rows(postgres_url: str) -> None:
    with sampled(postgres_url, ANONYMOUS, 12) as sample:
        tokens = list(mail_all(sample).values())
        before = _versions(postgres_url)
        assert sample.note(Mark.STARTED, keys(tokens[:9])) == frozenset(keys(tokens[:9]))
        assert _versions(postgres_url) == before


def test_who_has_finished_is_looked_up_and_kept_nowhere(store_url: str) -> None:
    with closing(open_store(store_url, CONFIDENTIAL)) as store, sampled(store_url, CONFIDENTIAL, 4) as sample:
        tokens = mail_all(sample)
        done, begun, *_ = sorted(tokens)
        before = cells(store_url, "sample")
        begin(store, tokens[done])
        answer(store, tokens[done])
        begin(store, tokens[begun])
        answer(store, tokens[begun], to_the_end=False)
        assert {one.id for one in sample.persons() if one.id in Finished(sample, store)} == {done}
        assert cells(store_url, "sample") == before


def test_who_finishes_while_a_mailing_runs_is_not_taken(store_url: str) -> None:
    with closing(open_store(store_url, CONFIDENTIAL)) as store, sampled(store_url, CONFIDENTIAL, 2) as sample:
        tokens = mail_all(sample)
        first, late = sorted(tokens)
        with sample.mailing(Finished(sample, store)) as outbox:
            assert outbox.take(first, reminder(1), DAY)
            begin(store, tokens[late])
            answer(store, tokens[late])
            assert outbox.take(late, reminder(1), DAY) is None


def test_destroyed_links_are_in_no_file_and_join_nobody(tmp_path) -> None:
    url, folder = f"sqlite:{tmp_path / 'store'}", tmp_path / "store"
    with closing(open_store(url, CONFIDENTIAL)) as store, sampled(url, CONFIDENTIAL, 30) as sample:
        tokens = mail_all(sample)
        done = next(iter(tokens))
        begin(store, tokens[done])
        answer(store, tokens[done])
        held = b"".join(path.read_bytes() for path in folder.glob("links.sqlite*"))
        assert all(token.encode() in held for token in tokens.values())
        assert sample.destroy_links(DAY) == 30
        assert sample.destroy_links(DAY) == 0
        assert sample.links_destroyed_on() == DAY
        assert not any(one.id in Finished(sample, store) for one in sample.persons())
        assert sample.token_of(done) is None
        held = b"".join(path.read_bytes() for path in folder.glob("links.sqlite*"))
        assert not [one for pair in tokens.items() for one in pair if one.encode() in held]
        assert answers_side(url) & (sample_side(url) | words(cells(url, "links"))) == set()
        assert sample.find_invited(tokens[done]) is not None, "the mail still opens what it opened"
    with sampled(url, CONFIDENTIAL) as sample:
        assert list(sample.links()) == []
        assert mail_all(sample, "reminder-1").keys() == tokens.keys()


def test_destroyed_links_are_gone_though_somebody_is_still_reading(postgres_url: str) -> None:
    with sampled(postgres_url, CONFIDENTIAL, 3) as sample:
        mail_all(sample)
        with closing(psycopg.connect(postgres_url)) as reader:
            reader.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            assert reader.execute("SELECT 1").fetchall()  # a snapshot that could still see every row
            assert sample.destroy_links(DAY) == 3
            with closing(psycopg.connect(postgres_url)) as other:
                path = other.execute("SELECT pg_relation_filepath('peil_links.links')").fetchone()
                size = other.execute("SELECT pg_relation_size('peil_links.links')").fetchone()
        assert path
        assert size == (0,)


def test_at_close_an_anonymous_study_forgets_who_has_started_and_finished(store_url: str) -> None:
    with sampled(store_url, ANONYMOUS, 12) as sample:
        tokens = list(mail_all(sample).values())
        sample.note(Mark.STARTED, keys(tokens))
        sample.note(Mark.DONE, keys(tokens))
        assert sample.destroy_links(DAY) == 0
        assert sample.known_started() == sample.known_done() == frozenset()
        assert sample.links_destroyed_on() == DAY, "nobody is reminded by mistake"


@pytest.mark.parametrize("mode", MODES)
def test_an_erased_person_is_in_no_file(tmp_path, mode: Privacy) -> None:
    url, study = f"sqlite:{tmp_path / 'store'}", invited_survey(mode)
    with sampled(url, study, 30) as sample:
        tokens = mail_all(sample)
        person = sample.find_by_address(people(1)[0].address)
        assert person is not None
        sample.erase_person(person.id, person.address)
        held = b"".join(path.read_bytes() for path in (tmp_path / "store").iterdir())
    gone = (person.id, "person0@example.org", person.leave_key, tokens[person.id], person.sample_key)
    assert not [one for one in gone if one.encode() in held]
