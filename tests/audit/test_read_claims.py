import json
import re
from pathlib import Path
from typing import Any

import pytest
from claims_survey import audited, make_study, write_claims

from peil.audit.claim_problems import CLAIM_RULES
from peil.audit.findings import FINDING_CODES
from peil.audit.read_claims import READERS, read_claims
from peil.core.problem import Problem, Unusable

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "claims.md"
SHARE: dict[str, Any] = {"statistic": "share", "item": "usage", "options": ["often"], "printed": 50}


def problems(folder: Path, *claims: dict[str, Any]) -> list[Problem]:
    study = make_study(folder)
    with pytest.raises(Unusable) as raised:
        read_claims(write_claims(folder, *claims), study)
    return list(raised.value.problems)


BAD: dict[str, tuple[dict[str, Any], str, str]] = {
    "unknown statistic": (SHARE | {"statistic": "shere"}, "A003", 'Did you mean "share"?'),
    "unknown item": (SHARE | {"item": "usege"}, "A005", 'Did you mean "usage"?'),
    "item without options": (SHARE | {"item": "work.other.text"}, "A005", ""),
    "unknown option": (SHARE | {"options": ["oftne"]}, "A006", 'Did you mean "often"?'),
    "unknown option left out": (SHARE | {"without": ["ofen"]}, "A006", 'Did you mean "often"?'),
    "unknown filter": (SHARE | {"where": {"wrk": ["own"]}}, "A005", 'Did you mean "work"?'),
    "unknown class": (SHARE | {"where": {"work2": ["stff"]}}, "A006", 'Did you mean "staff"?'),
    "neither yes nor no": (SHARE | {"where": {"complete": ["1"]}}, "A004", ""),
    "misspelt key": (SHARE | {"whithout": ["dk"]}, "A004", 'Did you mean "without"?'),
    "no printed value": ({**SHARE, "printed": None}, "A004", ""),
    "text for a number": (SHARE | {"printed": "50"}, "A004", ""),
    "true for a number": (SHARE | {"printed": True}, "A004", ""),
    "negative count": ({"statistic": "count", "printed": -1}, "A004", ""),
    "no options": (
        {key: value for key, value in SHARE.items() if key != "options"},
        "A004",
        'Write "options": ["OPTION"].',
    ),
    "no names at all": (
        {"statistic": "base", "printed": 50},
        "A005",
        (
            'Write "item" with a name of the study; or, of a figure that it has no name for, "study", '
            '"question" and "options" in any words.'
        ),
    ),
    "a condition for filters": (
        SHARE | {"where": "work is own"},
        "A004",
        'Write "where": {"ITEM": ["OPTION"]}.',
    ),
    "filters in a list": (SHARE | {"where": ["work"]}, "A004", 'Write "where": {"ITEM": ["OPTION"]}.'),
    "yes for true": (SHARE | {"without_missing": "yes"}, "A004", ""),
    "rank of two options": (
        {"statistic": "rank", "item": "usage", "options": ["often", "rarely"], "printed": 1},
        "A004",
        'Write "options": ["OPTION"].',
    ),
    "unknown relation": (SHARE | {"statistic": "compare", "printed": "bigger", "against": {}}, "A004", ""),
    "nothing to compare with": (
        SHARE | {"statistic": "compare", "printed": "more"},
        "A004",
        'Write "against": {"where": {"ITEM": ["OPTION"]}}.',
    ),
    "unknown way to know a base": (
        SHARE | {"base": {"n": 4, "known": "prnted"}},
        "A004",
        'Did you mean "printed"?',
    ),
    "base without how it is known": (
        SHARE | {"base": {"n": 4}},
        "A004",
        "Write one of printed, derived, inferred, upper_bound.",
    ),
    "misspelt key of the other": (
        SHARE | {"statistic": "compare", "printed": "more", "against": {"wher": {}}},
        "A004",
        'Did you mean "where"?',
    ),
    "base as a number": (SHARE | {"base": 130}, "A004", 'Write "base": {"n": 130, "known": "printed"}.'),
    "list of something else": (
        {
            "statistic": "list_below",
            "items": ["usage"],
            "options": ["often"],
            "groups": {"work": ["own"]},
            "below": 50,
            "minimum_base": 1,
            "printed": [["usage", "work", "boss"]],
        },
        "A004",
        "",
    ),
    "printed number of no question": (
        {"check": {"op": "share", "var": "q9", "codes": [1], "where": {}}, "value": 50},
        "A005",
        "",
    ),
    "printed number of no option": (
        {"check": {"op": "share", "var": "q2", "codes": [9], "where": {}}, "value": 50},
        "A005",
        "",
    ),
    "infinity for a number": (SHARE | {"printed": float("inf")}, "A004", ""),
    "no number for a number": (SHARE | {"printed": float("nan")}, "A004", ""),
    "more decimals than anyone prints": (SHARE | {"decimals": 10**9}, "A004", ""),
    "a filter on contact details": (SHARE | {"where": {"reach.email": ["a@b.nl"]}}, "A005", ""),
    "printed numbers of no questions": (
        {"check": {"op": "mean_share", "vars": [], "codes": [1]}, "value": 50},
        "A004",
        "",
    ),
    "printed numbers in disorder": ({"check": {"op": "share"}, "value": 50}, "A004", ""),
}


@pytest.mark.parametrize(("claim", "code", "hint"), BAD.values(), ids=BAD)
def test_each_problem_is_told_with_the_claims_line(
    tmp_path: Path, claim: dict[str, Any], code: str, hint: str
) -> None:
    (found,) = problems(tmp_path, SHARE, claim)
    assert (found.code, found.hint) == (code, hint)
    line = (tmp_path / "claims.json").read_text(encoding="utf-8").splitlines()[found.span.line - 1]
    assert '"id": "C2"' in line


def test_all_problems_come_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, SHARE | {"item": "usege"}, SHARE | {"id": "C1"}, SHARE | {"id": ""})
    assert [problem.code for problem in found] == ["A005", "A002", "A002"]


@pytest.mark.parametrize("text", ["", "[]", '{"claims": 3}', '{"claims": [3]}', "{'claims': []}"])
def test_a_file_that_is_no_list_of_claims_is_unusable(tmp_path: Path, text: str) -> None:
    path = tmp_path / "claims.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unusable, match="A001"):
        read_claims(path, make_study(tmp_path))
    with pytest.raises(Unusable, match="A001"):
        read_claims(tmp_path / "none.json", make_study(tmp_path))


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ('{"claims": [\n {"id": "A", "printed": 10,5}\n]}', (2, 28), "decimals are written with a point"),
        ("", (0, 0), "the file is empty"),
        ("[]", (0, 0), 'a list "claims"'),
    ],
)
def test_a_text_that_is_no_json_is_told_with_its_place(
    tmp_path: Path, text: str, place: tuple[int, int], told: str
) -> None:
    path = tmp_path / "claims.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Unusable) as raised:
        read_claims(path, make_study(tmp_path))
    (problem,) = raised.value.problems
    assert (problem.span.line, problem.span.column) == place
    assert told in f"{problem.message} {problem.hint}"


def test_printed_numbers_stand_for_the_studys_names(tmp_path: Path) -> None:
    found = audited(
        tmp_path,
        {"check": {"op": "share", "var": "q2", "codes": [1], "where": {"q1": [3]}}, "value": 67},
        {"check": {"op": "share", "var": "q4_2", "codes": [1], "where": {}}, "value": 75},
        {"check": {"op": "share", "var": "q3_1", "codes": [1], "where": {"q3_3": [0]}}, "value": 67},
        {"check": {"op": "count", "where": {"q1": [2, 3], "complete": [1]}, "n": 4}},
        {"check": {"op": "mode", "var": "q3", "multi": 3, "codes": [1], "where": {}, "exclude": []}},
        {"check": {"op": "count", "where": {"q1_other": ["student"]}, "n": 1}},
        {"check": None, "study": "buren2025", "value": 26, "unit": "pct"},
    )
    assert [one.verdict for one in found.judged] == [*["holds"] * 6, "unchecked"]


def test_the_page_names_every_statistic_code_and_finding() -> None:
    text = PAGE.read_text(encoding="utf-8")
    rows = set(re.findall(r"^\| `?([\w]+)`?", text, re.MULTILINE))
    assert {rule.code for rule in CLAIM_RULES} | set(READERS) | set(FINDING_CODES) <= rows
    assert all(f"| {rule.code} | {rule.name} |" in text for rule in CLAIM_RULES)


def test_the_pages_example_is_read(tmp_path: Path) -> None:
    example = PAGE.read_text(encoding="utf-8").split("```json")[1].split("```")[0]
    study_words = example.replace("employment", "work").replace("zzp", "own").replace("very_often", "often")
    claims = json.loads(study_words.replace("employer", "boss").replace("employee", "staff"))["claims"]
    for claim in claims:
        claim.get("against", {}).get("where", {}).update({"work": ["staff"]}) if "against" in claim else None
    assert len(read_claims(write_claims(tmp_path, *claims), make_study(tmp_path))) == len(claims)
