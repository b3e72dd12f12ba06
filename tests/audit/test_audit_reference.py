"""The reference study's 598 published claims against its synthetic rows."""

import csv
import importlib.util
import json
import random
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from types import ModuleType
from typing import Any

import pytest
from published_oracle import holds

from peil.audit.audit import Audit, audit
from peil.audit.claim import Claim
from peil.audit.findings import find_all
from peil.audit.read_claims import read_claims
from peil.data.analysis_set import select_analysis_set
from peil.data.dataset import Dataset
from peil.formats.csv_file import read_responses_csv
from peil.study.reader.read import read_study
from peil.study.study import Study

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "studies" / "genai-creative-work"
CLAIMS = FOLDER / "published" / "claims.json"
REFERENCE = ROOT.parent / "shared" / "reference" / "genai-2026"
needs_reference = pytest.mark.skipif(
    not REFERENCE.is_dir(), reason="the shared reference material (../shared/reference/genai-2026) is absent"
)

DIFFERING = [
    *("C123", "C159", "C167", "C171", "C183", "C191", "C209", "C270"),
    *("C279", "C322", "C324", "C325", "C397", "C398", "C438", "C446"),
]
IMPOSSIBLE = ["C159", "C167", "C171", "C191", "C322", "C324", "C325"]
Row = dict[str, str]


@cache
def study() -> Study:
    return read_study(FOLDER)


@cache
def claims() -> tuple[Claim, ...]:
    return read_claims(CLAIMS, study())


@cache
def own_rows() -> tuple[Row, ...]:
    with (FOLDER / "data" / "responses-synthetic.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def dataset_of(rows: list[Row]) -> Dataset:
    path = Path(mkdtemp()) / "data.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return select_analysis_set(read_responses_csv(path, study()))


@cache
def audited() -> Audit:
    return audit(study(), claims(), dataset_of([dict(row) for row in own_rows()]))


def differing(found: Audit) -> list[str]:
    return [one.claim.id for one in found.judged if one.verdict == "differs"]


@pytest.mark.slow
def test_540_hold_16_differ_and_42_are_about_other_studies() -> None:
    assert Counter(one.verdict.value for one in audited().judged) == {
        "holds": 540,
        "differs": 16,
        "unchecked": 42,
    }
    assert differing(audited()) == DIFFERING
    assert [one.claim.id for one in audited().judged] == [f"C{number:03}" for number in range(1, 599)]


@pytest.mark.slow
def test_holding_on_synthetic_rows_is_never_called_verified() -> None:
    assert "synthetic data" in audited().basis
    assert "not verified against real respondents" in audited().text
    assert audited().data["synthetic"] is True


def test_the_json_has_the_contracts_keys() -> None:
    data = json.loads(json.dumps(audited().data))
    assert set(data) >= {"claims", "findings"}
    assert all(set(claim) == {"id", "verdict", "printed", "computed"} for claim in data["claims"])
    assert all(set(one) == {"code", "grade", "claims", "message"} for one in data["findings"])
    assert data["claims"][3] == {
        "id": "C004",
        "verdict": "holds",
        "printed": "55%",
        "computed": "55% (71 of 130, 54.62%)",
    }


def test_findings_about_the_published_figures() -> None:
    found = [f"{one.code} {one.grade.value}: {' '.join(one.claims)}" for one in audited().findings]
    small = [one for one in found if one.startswith("F018")]
    assert [one for one in found if one not in small] == [
        "F001 certain: C159",
        "F001 likely: C167",
        "F001 certain: C171",
        "F001 certain: C191",
        "F001 certain: C322",
        "F001 explained: C324",
        "F001 explained: C325",
        "F001 certain: C398",
        "F002 certain: C279 C282",
        "F002 certain: C017 C438",
        "F003 certain: C180 C181 C182 C183",
        "F011 explained: C275 C276 C277 C278 C279",
        "F011 explained: C280 C278 C279",
        "F011 explained: C339 C415 C413",
        "F012 certain: C123 C124 C023",
        "F016 explained: C046 C005 C003",
        "F019 likely: C151 C155 C159 C163 C167 C171 C175 C179 C183 C187 C191",
        "F021 explained: C159",
        "F021 explained: C167",
        "F021 explained: C171",
        "F021 explained: C180 C181 C182 C183",
        "F021 explained: C191",
        *(f"F004 explained: {claim}" for claim in ("C159", "C167", "C171", "C183", "C191")),
    ]
    assert small == [
        "F018 certain: C062 C063 C064 C065 C009",
        "F018 certain: C194 C094",
        "F018 certain: C196 C094",
        "F018 certain: C367 C368",
        "F018 certain: C369 C370",
        *(
            f"F018 likely: {claims}"
            for claims in ("C197", "C359 C360", "C402", "C428 C429", "C472", "C515", "C548")
        ),
    ]


def test_what_is_certain_without_data_differs_from_the_data_too() -> None:
    """Every certain finding about a value names a figure that recomputing finds wrong."""
    for finding in find_all(claims(), study()):
        if finding.grade == "certain" and finding.code != "F018":
            assert {*finding.claims} & {*DIFFERING}, finding.message


def test_what_can_be_said_without_data() -> None:
    found = audit(study(), claims(), None)
    assert [one.claim.id for one in found.judged if one.verdict == "impossible"] == IMPOSSIBLE
    assert Counter(one.verdict.value for one in found.judged) == {"impossible": 7, "unchecked": 591}
    assert set(IMPOSSIBLE) < set(DIFFERING)


def set_cells(row: int, **cells: str) -> Callable[[list[Row]], None]:
    def edit(rows: list[Row]) -> None:
        rows[row].update({name.replace("__", "."): value for name, value in cells.items()})

    return edit


def never_switch(rows: list[Row]) -> None:
    for row in rows:
        if row["switch.mail"]:
            row["switch.mail"] = "never"


EDITS: dict[str, tuple[Callable[[list[Row]], None], str]] = {
    "words beside other": (set_cells(1, employment__other__text="anders"), "C062"),
    "a third reason and a fourth": (
        set_cells(0, reasons__faster="1", reasons__cheaper="1"),
        "C103 C106 C112",
    ),
    "price pressure": (set_cells(0, price_pressure="very_strong"), "C274 C275 C280 C282 C288"),
    "left before the end": (
        set_cells(0, outcome="", last_page="norms"),
        "C002 C052 C053 C127 C129 C130 C135 C141 C574 C575",
    ),
    "sector": (
        set_cells(0, sector="audiovisual"),
        "C023 C024 C029 C077 C124 C141 C143 C204 C205 C213 C214 C219 C220 C283 C323 C353 C401",
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("edit", "flipped"), EDITS.values(), ids=EDITS)
def test_changed_rows_flip_the_verdicts_that_depend_on_them_and_no_others(
    edit: Callable[[list[Row]], None], flipped: str
) -> None:
    rows = [dict(row) for row in own_rows()]
    edit(rows)
    found = differing(audit(study(), claims(), dataset_of(rows)))
    assert sorted({*found} ^ {*DIFFERING}) == flipped.split()


@pytest.mark.slow
def test_the_order_of_rows_does_not_matter() -> None:
    assert (
        differing(audit(study(), claims(), dataset_of([dict(row) for row in own_rows()][::-1]))) == DIFFERING
    )


@cache
def script(name: str) -> ModuleType:
    path = ROOT / "scripts" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@cache
def reference_rows() -> tuple[Row, ...]:
    with (REFERENCE / "reconstructed.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def ledger() -> dict[str, Any]:
    return dict(json.loads((REFERENCE / "claims.json").read_text(encoding="utf-8")))


@pytest.mark.slow
@needs_reference
def test_the_claims_file_is_what_the_script_makes_of_the_ledger(tmp_path: Path) -> None:
    script("convert_reference_data")
    script("convert_claims").main(target=tmp_path / "claims.json")
    assert (tmp_path / "claims.json").read_text(encoding="utf-8") == CLAIMS.read_text(encoding="utf-8")


FREE = {"q5": 10, "q21": 6, "q24_2": 4, "q24_7": 4, "q25_1": 6, "q25_9": 6, "q28_5": 1, "q22_1": 1, "q15": 6}
"""Columns that no condition of the route reads, with their highest code; a tick is only ever added, since a
question left blank is outside our base and inside the ledger's."""


def edited(seed: int, changes: int) -> list[Row]:
    rows = [dict(row) for row in reference_rows()]
    draw = random.Random(seed)  # noqa: S311 - the same seed gives the same rows
    for _ in range(changes):
        row, name = draw.choice(rows), draw.choice(sorted(FREE))
        if row[name]:
            row[name] = str(draw.randint(1, FREE[name]))
    return rows


@pytest.mark.slow
@needs_reference
@pytest.mark.parametrize(("seed", "changes"), [(1, 1), (2, 8), (3, 60), (4, 400)])
def test_verdicts_agree_with_another_reckoning_whatever_the_rows(seed: int, changes: int) -> None:
    rows = edited(seed, changes)
    own = [script("convert_reference_data").convert_row(row) for row in rows]
    found = {one.claim.id: one.verdict.value for one in audit(study(), claims(), dataset_of(own)).judged}
    entries = [entry for entry in ledger()["claims"] if entry["check"]]
    expected = {entry["id"]: "holds" if holds(entry, rows) else "differs" for entry in entries}
    assert {claim: verdict for claim, verdict in found.items() if claim in expected} == expected
