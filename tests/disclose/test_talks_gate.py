"""Talks through the gate: what came up in groups, words with consent and approval, and nobody behind them."""

import datetime as dt
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.core.span import Span
from peil.disclose.excerpts import release_excerpts
from peil.disclose.release import Excerpt, Release, SaidIn
from peil.disclose.release_themes import release_themes
from peil.disclose.theme_matrix import ThemeMatrix
from peil.fieldwork.facts import Facts
from peil.study.plan import DRAFT, Disclosure
from peil.study.reader.read import read_study
from peil.study.said import Said
from peil.study.study import Study
from peil.study.talk import Talk, TalkKind
from peil.study.talk_note import TalkNote
from peil.study.theme import Theme

HERE = Span("talks/group1.md", 1, 1)
DAY = dt.date(2026, 5, 19)
SECRETS = ("P1", "P2", "19", "M. Oderator", "group1", "group2", "alone1", "alone2", "A. Author", "on paper")
GROUP = Talk(
    id="group1",
    span=HERE,
    kind=TalkKind.FOCUS_GROUP,
    date=DAY,
    language="en",
    participants=4,
    composition={"en": "writers and designers", "nl": "schrijvers en ontwerpers"},
    moderator="M. Oderator",
    consent="on paper",
    quoting=True,
    speakers=("P1", "P2", "P3", "P4"),
    approved_by="A. Author",
    approved_on=DAY,
    notes=(TalkNote("", "They spoke of it.", HERE, ("quality",)),),
    said=(Said("P1", {"en": "It helps.", "nl": "Het helpt."}, HERE, id="helps", themes=("prices",)),),
)
ALONE = replace(
    GROUP,
    id="alone1",
    kind=TalkKind.INTERVIEW,
    participants=1,
    speakers=("P1",),
    composition={"en": "someone who advises"},
    notes=(TalkNote("", "Law.", HERE, ("law",)),),
    said=(
        Said("P1", {"en": "First."}, HERE, id="first", themes=("law",)),
        Said("P1", {"en": "Second."}, HERE, id="second"),
    ),
)


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Study:
    folder = tmp_path_factory.mktemp("study")
    (folder / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["en", "nl"]\n', encoding="utf-8")
    asked = "# w: W\n\n## sector\nSector?\n- ( ) music: Music\n- ( ) other: Other\n"
    (folder / "questionnaire.md").write_text(asked, encoding="utf-8")
    return read_study(folder)


def study_of(empty: Study, *talks: Talk) -> Study:
    themes = {name: Theme(name, {"en": name}, {}, HERE) for name in ("quality", "prices", "law")}
    return replace(empty, themes=themes, talks={talk.id: talk for talk in talks})


def excerpts(empty: Study, *talks: Talk, rules: Disclosure | None = None) -> dict[str, Excerpt]:
    released = Release((), Facts(9, 9, 9, {}, synthetic=False), rules or Disclosure(), "")
    return dict(release_excerpts(study_of(empty, *talks), released))


def matrix(empty: Study, *talks: Talk) -> ThemeMatrix:
    return release_themes(study_of(empty, *talks))


def rows(told: ThemeMatrix) -> dict[str, tuple[bool, ...]]:
    return {theme.titles["en"]: theme.came_up for theme in told.themes}


def said(number: int, **more: object) -> Talk:
    """Give the group with so many participants and another first quotation."""
    return replace(GROUP, participants=number, said=(replace(GROUP.said[0], **more),))  # type: ignore[arg-type]


def test_what_is_agreed_to_and_approved_is_printed_in_broad_terms(empty: Study) -> None:
    found = excerpts(empty, GROUP)["helps"]
    assert found == Excerpt(
        "helps",
        {"en": "It helps.", "nl": "Het helpt."},
        said_in=SaidIn(TalkKind.FOCUS_GROUP, GROUP.composition),
    )
    assert not [secret for secret in SECRETS if secret in repr(found)]


@pytest.mark.parametrize(
    ("talk", "reason"),
    [
        (replace(GROUP, consent=""), "no consent is recorded"),
        (replace(GROUP, approved_by=""), "nobody has approved it"),
        (replace(GROUP, approved_on=None), "nobody has approved it"),
        (replace(GROUP, quoting=False), "the participants didn't agree to being quoted"),
        (replace(GROUP, unquoted=("P1",)), "its speaker didn't agree to being quoted"),
        (said(4, draft=True), "it is a draft"),
        (said(4, speaker="Anna"), "its speaker is none of those who took part"),
        (said(4, speaker="P9"), "its speaker is none of those who took part"),
        (replace(GROUP, speakers=("Anna",), said=said(4, speaker="Anna").said), "its speaker is none"),
        (replace(GROUP, participants=3), "more people speak in the notes than took part"),
        (said(4, words={"en": "Fine.", "nl": "Bel 06-12345678."}), 'its words in "nl" hold a telephone'),
    ],
)
def test_what_lacks_something_is_held_back_with_the_reason(empty: Study, talk: Talk, reason: str) -> None:
    found = excerpts(empty, talk)["helps"]
    assert (found.words, found.said_in) == (None, None)
    assert found.reason.startswith(reason)
    draft = excerpts(empty, talk, rules=Disclosure(profile=DRAFT))["helps"]
    assert draft == found, "nobody consented to a draft"


def test_an_invented_talk_needs_no_consent_and_all_the_rest(empty: Study) -> None:
    made = replace(GROUP, consent="", invented=True)
    assert excerpts(empty, made)["helps"].words
    assert excerpts(empty, made)["helps"].invented
    assert not excerpts(empty, replace(made, approved_by=""))["helps"].words
    assert not excerpts(empty, replace(made, quoting=False))["helps"].words
    (told,) = matrix(empty, made).talks
    assert told.invented


@pytest.mark.parametrize(("number", "told"), [(4, True), (3, True), (2, False), (1, False)])
def test_a_group_of_fewer_than_three_is_told_without_who_they_are(
    empty: Study, number: int, *, told: bool
) -> None:
    talk = replace(GROUP, participants=number, speakers=("P1",))
    (found,) = matrix(empty, talk).talks
    assert bool(found.composition) == told
    assert (found.participants is not None) == told
    assert (found.month, found.quarter) == ((5, None) if told else (None, 2))
    where = excerpts(empty, talk)["helps"].said_in
    assert where
    assert bool(where.composition) == told


def test_an_interview_is_told_without_who_it_was(empty: Study) -> None:
    for number in (1, 4):
        (found,) = matrix(empty, replace(ALONE, participants=number)).talks
        assert (found.kind, found.composition, found.participants) == (TalkKind.INTERVIEW, {}, None)
        where = excerpts(empty, replace(ALONE, participants=number))["first"].said_in
        assert where == SaidIn(TalkKind.INTERVIEW, {})


@pytest.mark.parametrize("who", ["two writers and one composer", "schrijvers van a@example.org"])
def test_a_composition_that_points_at_one_person_is_not_told(empty: Study, who: str) -> None:
    talk = replace(GROUP, composition={"en": "writers", "nl": who})
    (found,) = matrix(empty, talk).talks
    assert found.composition == {}
    assert excerpts(empty, talk)["helps"].said_in == SaidIn(TalkKind.FOCUS_GROUP, {})


def test_nothing_that_is_told_of_talks_leads_to_a_file_a_day_or_a_person(empty: Study) -> None:
    found = replace(matrix(empty, GROUP, replace(ALONE, consent="x")), held_back=())
    assert not [secret for secret in SECRETS if secret in repr(found)]


def test_a_talk_without_consent_or_approval_is_in_no_list_and_no_column(empty: Study) -> None:
    for changed in ({"consent": ""}, {"approved_by": ""}, {"approved_on": None}):
        found = matrix(empty, replace(GROUP, **changed))  # type: ignore[arg-type]
        assert (found.talks, found.columns, found.themes) == ((), (), ())
        ((name, reason),) = found.held_back
        assert (name, bool(reason)) == ("group1", True)


def test_only_consent_to_be_quoted_is_asked_for_words(empty: Study) -> None:
    found = matrix(empty, replace(GROUP, quoting=False))
    assert rows(found) == {"quality": (True,), "prices": (True,)}


def test_a_draft_quotation_brings_no_theme(empty: Study) -> None:
    assert rows(matrix(empty, said(4, draft=True))) == {"quality": (True,)}


def test_what_one_person_talked_about_has_no_column_and_no_row(empty: Study) -> None:
    """Nor an empty row: that would say by itself that only the interview can have brought it."""
    found = matrix(empty, GROUP, ALONE)
    assert len(found.talks) == 2
    assert [column.talks for column in found.columns] == [(found.talks[0],)]
    assert rows(found) == {"quality": (True,), "prices": (True,)}
    assert rows(matrix(empty, ALONE)) == {}


def test_small_talks_share_a_column_when_three_people_took_part_in_them(empty: Study) -> None:
    two = replace(ALONE, id="alone2", notes=(TalkNote("", "x", HERE, ("quality",)),), said=())
    three = replace(two, id="alone3", notes=())
    assert len(matrix(empty, GROUP, ALONE, two).columns) == 1
    found = matrix(empty, GROUP, ALONE, two, three)
    assert [len(column.talks) for column in found.columns] == [1, 3]
    assert rows(found) == {"quality": (True, True), "prices": (True, False), "law": (False, True)}


TALK = st.builds(
    lambda kind, number, themes: replace(
        GROUP,
        kind=kind,
        participants=number,
        notes=tuple(TalkNote("", "x", HERE, (theme,)) for theme in themes),
        said=(),
    ),
    st.sampled_from(TalkKind),
    st.integers(1, 5),
    st.sets(st.sampled_from(["quality", "prices", "law"])),
)


@given(st.lists(TALK, max_size=6))
def test_no_column_is_of_fewer_than_three_and_every_row_is_of_a_column(
    empty: Study, talks: list[Talk]
) -> None:
    found = matrix(empty, *(replace(talk, id=f"t{number}") for number, talk in enumerate(talks)))
    by_kind = {kind: [talk.participants for talk in talks if talk.kind is kind] for kind in TalkKind}
    for column in found.columns:
        told = [by_kind[talk.kind][talk.number - 1] for talk in column.talks]
        assert sum(told) >= 3
    assert all(any(theme.came_up) for theme in found.themes)
    assert all(len(theme.came_up) == len(found.columns) for theme in found.themes)


def test_of_one_persons_quotations_one_is_told(empty: Study) -> None:
    """Two from the one interview there is would be one person's, side by side."""
    found = excerpts(empty, GROUP, ALONE)
    assert found["first"].words == {"en": "First."}
    assert found["second"].words is None
    assert found["second"].reason.startswith("another one of the same person")


def test_one_that_is_held_back_leaves_room_for_another(empty: Study) -> None:
    first = replace(ALONE.said[0], draft=True)
    found = excerpts(empty, replace(ALONE, said=(first, ALONE.said[1])))
    assert found["second"].words == {"en": "Second."}


def test_of_several_interviews_nobody_knows_whose_words_they_are(empty: Study) -> None:
    more = [replace(ALONE, id=f"alone{number}", said=()) for number in (2, 3)]
    assert excerpts(empty, ALONE, more[0])["second"].words is None
    assert excerpts(empty, ALONE, *more)["second"].words == {"en": "Second."}
    for changed in ({"approved_by": ""}, {"quoting": False}):
        some = replace(more[1], **changed)  # type: ignore[arg-type]
        assert excerpts(empty, ALONE, more[0], some)["second"].words is None


def test_those_who_would_not_be_quoted_do_not_hide_the_one_who_would(empty: Study) -> None:
    two = (*GROUP.said, Said("P1", {"en": "Again."}, HERE, id="again"))
    assert excerpts(empty, replace(GROUP, said=two, unquoted=("P3",)))["again"].words
    assert not excerpts(empty, replace(GROUP, said=two, unquoted=("P3", "P4")))["again"].words


def test_groups_that_are_told_apart_do_not_hide_each_other(empty: Study) -> None:
    """Two groups of two are four people where nothing tells them apart, and so are quoted without who."""
    pairs = [
        replace(
            GROUP,
            id=f"group{number}",
            participants=2,
            speakers=("P1", "P2"),
            said=tuple(Said("P1", {"en": "x"}, HERE, id=f"q{number}{one}") for one in "ab"),
        )
        for number in (1, 2)
    ]
    assert [found.reason for found in excerpts(empty, *pairs).values()] == [""] * 4
    assert [bool(found.words) for found in excerpts(empty, pairs[0]).values()] == [True, False]


@given(st.lists(st.tuples(TALK, st.integers(0, 4)), max_size=5))
def test_no_two_quotations_are_known_to_be_one_persons(empty: Study, some: list[tuple[Talk, int]]) -> None:
    """Whoever reads two of them with the same words under them can think of three people at least."""
    talks = [
        replace(
            talk,
            id=f"t{number}",
            participants=max(talk.participants, 1),
            speakers=("P1",),
            said=tuple(Said("P1", {"en": "x"}, HERE, id=f"q{number}_{one}") for one in range(count)),
        )
        for number, (talk, count) in enumerate(some)
    ]
    printed = [one for one in excerpts(empty, *talks).values() if one.words]
    for one, other in combinations(printed, 2):
        assert one.said_in
        if one.said_in == other.said_in:
            broad = bool(one.said_in.composition)
            people = sum(
                talk.participants
                for talk in talks
                if talk.kind is one.said_in.kind
                and broad == (talk.kind is TalkKind.FOCUS_GROUP and talk.participants >= 3)
            )
            assert people >= 3


def test_the_same_talks_give_the_same_release(empty: Study, tmp_path: Path) -> None:
    assert matrix(empty, GROUP, ALONE) == matrix(empty, GROUP, ALONE)
    assert list(excerpts(empty, GROUP, ALONE)) == ["helps", "first", "second"]
    assert list(tmp_path.iterdir()) == []
