"""Claims in free words and drafts: read, tried as far as they go, never passed off as confirmed."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from claims_survey import audited, make_study, write_claims

from peil import line
from peil.audit.claim import Claim
from peil.audit.finding import Finding, Grade
from peil.audit.free_figure import FreeFigure, Unit
from peil.audit.read_claims import read_claims
from peil.audit.said import Said
from peil.audit.soften import soften
from peil.core.problem import Unusable

ELSEWHERE: dict[str, Any] = {
    "statistic": "share", "study": "buren2025", "question": "use", "options": ["never"], "printed": 29,
}  # fmt: skip
DRAFT: dict[str, Any] = {
    "statistic": "share", "confirmed": False, "printed": 34, "base": {"n": 10, "known": "printed"},
    "read": {"text": "Dat zegt 34% (n = 10)."},
}  # fmt: skip


def read(folder: Path, *claims: dict[str, Any]) -> tuple[Claim, ...]:
    return read_claims(write_claims(folder, *claims), make_study(folder))


def codes(folder: Path, *claims: dict[str, Any]) -> list[str]:
    with pytest.raises(Unusable) as raised:
        read(folder, *claims)
    return [problem.code for problem in raised.value.problems]


def test_a_figure_of_another_study_is_read_in_its_own_words(tmp_path: Path) -> None:
    decimals = ELSEWHERE | {"printed": 29.3, "decimals": 1, "group": "zzp"}
    count = {"statistic": "count", "study": "buren2025", "question": "respondents", "printed": 713}
    words = {"statistic": "other_study", "study": "b", "question": "use", "printed": "almost one in five"}
    one, two, three = read(tmp_path, decimals, count, words)
    assert one.free == FreeFigure("use", ("never",), "zzp", Decimal("29.3"), Unit.PERCENT, 1)
    assert (one.check, one.study, one.printed) == (None, "buren2025", "29.3%")
    assert (two.free, two.printed) == (FreeFigure("respondents", (), "", Decimal(713), Unit.COUNT), "713")
    assert (three.free, three.printed) == (FreeFigure("use", (), "", None), "almost one in five")


def test_all_answers_of_a_question_come_from_the_head_of_the_file(tmp_path: Path) -> None:
    path = write_claims(tmp_path, ELSEWHERE)
    head = '{"questions": [{"study": "buren2025", "question": "use", "choices": ["never", "often"]}], '
    path.write_text(head + path.read_text(encoding="utf-8").lstrip("{"), encoding="utf-8")
    (one,) = read_claims(path, make_study(tmp_path))
    assert one.free is not None
    assert one.free.choices == ("never", "often")


WITHOUT_QUESTION = {key: value for key, value in ELSEWHERE.items() if key != "question"}
BAD = {
    "no question": (WITHOUT_QUESTION, ["A004"]),
    "no options": ({key: value for key, value in ELSEWHERE.items() if key != "options"}, ["A004"]),
    "a key of this study": (ELSEWHERE | {"where": {"work": ["own"]}}, ["A004"]),
    "a text for a number": (ELSEWHERE | {"printed": "29"}, ["A004"]),
    "confirmed is a word": (DRAFT | {"confirmed": "no"}, ["A004", "A005", "A004"]),
    "confirmed without an item": (DRAFT | {"confirmed": True}, ["A008", "A005", "A004"]),
}


@pytest.mark.parametrize("name", BAD)
def test_what_a_claim_in_free_words_lacks_is_told(tmp_path: Path, name: str) -> None:
    claim, expected = BAD[name]
    found = codes(tmp_path, claim)
    assert found[0] == expected[0]
    assert set(found) <= set(expected)


def test_questions_that_are_no_list_are_told(tmp_path: Path) -> None:
    path = write_claims(tmp_path, ELSEWHERE)
    path.write_text('{"questions": [3], ' + path.read_text(encoding="utf-8").lstrip("{"), encoding="utf-8")
    with pytest.raises(Unusable) as raised:
        read_claims(path, make_study(tmp_path))
    assert [problem.code for problem in raised.value.problems] == ["A001"]


def test_a_draft_is_never_compared_with_the_data_and_never_certain(tmp_path: Path) -> None:
    filled = DRAFT | {"item": "usage", "options": ["often"], "printed": 50}
    found = audited(tmp_path, filled, DRAFT)
    assert [one.verdict.value for one in found.judged] == ["unchecked", "unchecked"]
    assert [(one.code, one.grade.value, one.claims) for one in found.findings] == [
        ("F001", "likely", ("C2",))
    ]


def test_once_confirmed_it_is_a_claim_like_any_other(tmp_path: Path) -> None:
    filled = DRAFT | {"confirmed": True, "item": "usage", "options": ["often"], "base": None, "printed": 50}
    found = audited(tmp_path, filled, filled | {"printed": 34})
    assert [one.verdict.value for one in found.judged] == ["holds", "differs"]


def test_drafts_that_are_left_are_a_warning_with_the_way_to_confirm_them(tmp_path: Path) -> None:
    study = make_study(tmp_path)
    path = write_claims(tmp_path, ELSEWHERE, DRAFT, DRAFT | {"printed": 50})
    _, (problem,) = line.audit_study(study, path, None, with_data=False)
    assert (problem.code, problem.severity) == ("A007", "warning")
    assert problem.message.startswith("2 of 3 claims are drafts that nobody has confirmed")
    assert '"confirmed": true' in problem.hint
    assert problem.span.line > 1
    _, none = line.audit_study(study, write_claims(tmp_path, ELSEWHERE), None, with_data=False)
    assert none == ()


def test_a_draft_of_a_weighted_study_is_not_held_to_counts(tmp_path: Path) -> None:
    assert audited(tmp_path, DRAFT, data=False, weighted=True).findings == ()


def test_nothing_certain_is_said_of_a_draft(tmp_path: Path) -> None:
    draft, confirmed = read(tmp_path, DRAFT, ELSEWHERE)
    said = Said("two_values", {"printed": ()})
    findings = [
        Finding("F002", grade, (one.id,), "", said)
        for grade in (Grade.CERTAIN, Grade.EXPLAINED)
        for one in (draft, confirmed)
    ]
    grades = [one.grade for one in soften(findings, (draft, confirmed))]
    assert grades == [Grade.LIKELY, Grade.CERTAIN, Grade.EXPLAINED, Grade.EXPLAINED]


def test_figures_in_prose_are_never_set_beside_each_other(tmp_path: Path) -> None:
    same = {"statistic": "share", "confirmed": False, "read": {"text": "Eerst 34%, dan 50%."}}
    found = audited(tmp_path, same | {"printed": 34}, same | {"printed": 50}, data=False)
    assert found.findings == ()
