"""The SPSS file of a data pack, read back by PSPP, by pandas and by Peil itself."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from packed_survey import N, make_dataset

from office_programs import Pspp
from peil.data.dataset import Dataset
from peil.formats.pack.make_pack import make_restricted_pack
from peil.formats.pack.pack import Holds, Level, Pack, PackCode, PackVariable, Use
from peil.formats.pack.sav import to_sav
from peil.formats.pack.sav_missing import declare_missing, undeclared
from peil.formats.pack.sav_names import sav_names
from peil.formats.sav_file import read_sav_table
from peil.interview.state import State

LONG = "Wat een lang antwoord – " * 40


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    made = make_dataset(tmp_path_factory.mktemp("packed") / "study")
    remarks = made.columns["remarks"].copy()
    remarks[0], remarks[1] = LONG, "Eén regel\nen nóg een"
    return replace(made, columns={**made.columns, "remarks": remarks}, weights=np.linspace(0.5, 1.5, N))


@pytest.fixture(scope="module")
def pack(dataset: Dataset) -> Pack:
    return make_restricted_pack(dataset, "nl")


@pytest.fixture(scope="module")
def sav(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sav") / "data.sav"
    path.write_bytes(to_sav(pack))
    return path


def dictionary(rows: list[list[str]]) -> dict[str, dict[str, str]]:
    """Give what DISPLAY DICTIONARY says of each variable."""
    start = rows.index(["Table: Variables"]) + 1
    found = {}
    for row in rows[start + 1 :]:
        if not row:
            break
        found[row[0]] = dict(zip(rows[start], row, strict=True))
    return found


def table(rows: list[list[str]], title: str) -> list[list[str]]:
    start = rows.index([f"Table: {title}"]) + 1
    end = next((place for place, row in enumerate(rows[start:], start) if not row), len(rows))
    return rows[start:end]


def test_pspp_reads_labels_missing_values_and_levels(sav: Path, pspp: Pspp) -> None:
    told = dictionary(pspp.run(f"GET FILE='{sav}'.\nDISPLAY DICTIONARY."))
    usage = told["usage"]
    assert usage["Label"] == "Hoe vaak gebruikt u het?"
    assert (usage["Measurement Level"], usage["Missing Values"]) == ("Nominal", "4 THRU 9999")
    assert told["ability.mail"]["Measurement Level"] == "Ordinal"
    assert told["mark"]["Measurement Level"] == "Scale"
    assert told["mark"]["Missing Values"] == "11 THRU 9999"
    assert told["age"]["Missing Values"].replace(" ", "") == "-9999;-9998;-9997"
    assert told["reasons.speed"]["Missing Values"] == "9997; 9998; 9999"
    assert told["detail_speed"]["Print Format"].startswith("A")
    assert told["turnover.rose.number"]["Print Format"].endswith(".1")
    assert "contact.email" not in told


def test_pspp_counts_as_the_data_set_does(sav: Path, dataset: Dataset, pspp: Pspp) -> None:
    rows = pspp.run(f"GET FILE='{sav}'.\nWEIGHT OFF.\nFREQUENCIES usage best ability.mail.")
    item = dataset.study.codebook.items["ability.mail"]
    counted = table(rows, item.row_wording.label("nl") if item.row_wording else "")
    found = {row[1] or row[0]: int(row[2]) for row in counted[1:] if row[2].isdecimal()}
    column, states = dataset.columns["ability.mail"], dataset.states["ability.mail"]
    for place, option in enumerate(item.options):
        assert found.get(option.wording.label("nl"), 0) == int((column == place).sum())
    left = {"Niet gevraagd": State.NOT_ASKED, "Eerder gestopt": State.LEFT_BEFORE}
    for label, state in left.items():
        assert found.get(label, 0) == int((states == state).sum())


def test_pspp_weights_and_has_the_sets_of_ticks(sav: Path, pspp: Pspp) -> None:
    rows = pspp.run(f"GET FILE='{sav}'.\nSHOW WEIGHT.\nMRSETS /DISPLAY NAME=ALL.\nDISPLAY DOCUMENTS.")
    flat = "\n".join(",".join(row) for row in rows)
    assert "weight" in flat
    sets = {row[0]: row for row in table(rows, "Multiple Response Sets")}
    assert sets["$reasons"][1:4] == ["Waarom gebruikt u het?", "Dichotomies", "1"]
    assert sets["$reasons"][4].split()[:2] == ["reasons.speed", "reasons.cost"]
    assert "synthetisch" in flat


def test_pandas_reads_every_cell_back(sav: Path, pack: Pack) -> None:
    frame, told = pyreadstat.read_sav(sav, user_missing=True)
    names = sav_names(variable.name for variable in pack.variables)
    assert list(frame.columns) == list(names.values())
    for variable in pack.variables:
        column = frame[names[variable.name]]
        assert told.column_names_to_labels[names[variable.name]] == variable.label
        if variable.texts is not None:
            assert tuple(column) == tuple(text.rstrip(" ") for text in variable.texts)
        else:
            assert variable.numbers is not None
            np.testing.assert_array_equal(column.to_numpy(float), variable.numbers)
        labels = {float(code.code): code.label for code in variable.codes}
        assert told.variable_value_labels.get(names[variable.name], {}) == labels
    assert told.mr_sets["reasons"]["counted_value"] == 1


def test_what_is_no_answer_is_missing_to_pandas(sav: Path, dataset: Dataset) -> None:
    frame, _ = pyreadstat.read_sav(sav)
    answered = dataset.states["usage"] == State.ANSWERED
    assert pd.notna(frame["usage"]).tolist() == answered.tolist()


def test_our_own_reader_has_the_same_answers(sav: Path, dataset: Dataset) -> None:
    read = read_sav_table(sav, ["usage", "ability.mail", "remarks"], ())
    for name in ("usage", "ability.mail"):
        item = dataset.study.codebook.items[name]
        cells = read.columns[read.header.index(name)].cells()
        labels = [option.wording.label("nl") for option in item.options]
        missing = [option.missing for option in item.options]
        expected = [
            "" if place < 0 or missing[place] else labels[place] for place in dataset.columns[name].tolist()
        ]
        assert cells.tolist() == expected
    remarks = read.columns[read.header.index("remarks")].cells()
    assert remarks[0] == LONG.rstrip()
    assert remarks[1] == "Eén regel\nen nóg een"


def test_why_there_is_no_answer_stays_apart(pack: Pack, dataset: Dataset) -> None:
    counts = Counter(pack.by_name["what"].cells)
    assert counts[""] >= int((dataset.states["what"] != State.ANSWERED).sum())
    numbers = pack.by_name["ability.team"].numbers
    states = dataset.states["ability.team"]
    assert numbers is not None
    for code, state in ((9997, State.NOT_ASKED), (9998, State.BLANK), (9999, State.LEFT_BEFORE)):
        assert (numbers == code).tolist() == (states == state).tolist()
    beside = pack.by_name["turnover.rose.number"].numbers
    assert beside is not None
    not_chosen = dataset.columns["turnover"] == 1
    assert set(beside[not_chosen].tolist()) == {-9997.0}


def test_the_same_pack_gives_the_same_bytes(pack: Pack) -> None:
    assert to_sav(pack) == to_sav(pack)


@given(st.lists(st.text(max_size=90), min_size=1, max_size=8, unique=True))
def test_names_that_spss_takes(names: list[str]) -> None:
    found = sav_names(names)
    assert len({name.lower() for name in found.values()}) == len(names)
    for name in found.values():
        assert len(name) <= 64
        assert name[0].isalpha()
        assert name.replace(".", "").replace("_", "").isalnum()
        assert not name.endswith(".")


@given(
    st.dictionaries(st.integers(0, 60), st.booleans(), max_size=12),
    st.sampled_from([(9997, 9998, 9999), (99997, 99998, 99999)]),
)
def test_no_answer_is_declared_missing_and_what_cant_be_is_told(
    options: dict[int, bool], states: tuple[int, ...]
) -> None:
    codes = [PackCode(code, str(code), missing) for code, missing in options.items()]
    codes += [PackCode(code, str(code), missing=True, state=True) for code in states]
    variable = PackVariable("v", "v", Level.NOMINAL, Holds.CODES, codes=tuple(codes), numbers=np.zeros(0))
    declared = declare_missing(variable)
    assert len(declared.values) <= (1 if declared.span else 3)
    left = undeclared(variable)
    for code in variable.codes:
        assert declared.covers(code.code) == (code.missing and code.code not in left)
    assert not set(left) & set(states)


def test_a_range_and_a_value_are_declared_missing(tmp_path: Path, pspp: Pspp) -> None:
    """A code for no answer between the others, as it can be pinned in a questionnaire."""
    codes = [PackCode(code, f"antwoord {code}", code == 2) for code in (1, 2, 3)]
    codes += [PackCode(code, "geen", missing=True, state=True) for code in (9997, 9998, 9999)]
    numbers = np.array([1.0, 2.0, 3.0, 9997.0, 9999.0])
    variable = PackVariable("v", "Vraag", Level.NOMINAL, Holds.CODES, codes=tuple(codes), numbers=numbers)
    path = tmp_path / "range.sav"
    path.write_bytes(to_sav(Pack("x", "Titel", "nl", 5, (variable,))))
    told = dictionary(pspp.run(f"GET FILE='{path}'.\nDISPLAY DICTIONARY."))["v"]
    assert told["Missing Values"] == "9997 THRU 9999; 2"
    frame, _ = pyreadstat.read_sav(path)
    assert frame["v"].tolist()[:1] + frame["v"].tolist()[2:3] == [1.0, 3.0]
    assert frame["v"].isna().tolist() == [False, True, False, True, True]


def test_no_rows_can_be_written(tmp_path: Path) -> None:
    empty = PackVariable("id", "id", Level.NOMINAL, Holds.TEXTS, texts=(), use=Use.SERIAL)
    path = tmp_path / "none.sav"
    path.write_bytes(to_sav(Pack("x", "Titel", "nl", 0, (empty,))))
    frame, _ = pyreadstat.read_sav(path)
    assert frame.shape == (0, 1)
