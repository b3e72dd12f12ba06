from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.data.dataset import Dataset
from peil.formats.csv_file import read_responses_csv
from peil.study.plan import Plan, Weighting
from peil.study.reader.read import read_study
from peil.study.text import Text, Wording
from peil.weighting.weigh import describe_weighting, weigh

QUESTIONNAIRE = "# a: A\n\n## usage\nHoe vaak?\n- ( ) often: Vaak\n- ( ) never: Nooit\n"
PLAN = '[weighting]\nmethod = "given"\ncolumn = "weight"\nreason = "Naar leeftijd."\n'


def read(folder: Path, plan: str, csv: str) -> Dataset:
    (folder / "study.toml").write_text('[about]\ntitle = "T"\nlanguages = ["nl"]\n', encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE, encoding="utf-8")
    (folder / "plan.toml").write_text(plan, encoding="utf-8")
    (folder / "data.csv").write_text(csv, encoding="utf-8")
    return read_responses_csv(folder / "data.csv", read_study(folder))


def test_a_plan_without_weights_leaves_the_data_alone(tmp_path: Path) -> None:
    dataset = read(tmp_path, '[weighting]\nmethod = "none"\nreason = "Geen."\n', "id,outcome\na,\n")
    assert weigh(dataset) is dataset


def test_given_weights_are_taken_as_they_are(tmp_path: Path) -> None:
    dataset = weigh(read(tmp_path, PLAN, "id,outcome,weight\na,,0.25\nb,,4\n"))
    assert dataset.weights is not None
    assert list(dataset.weights) == [0.25, 4.0]


def test_an_absent_column_of_weights_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r'D030.*"weight"'):
        weigh(read(tmp_path, PLAN, "id,outcome\na,\n"))


@pytest.mark.parametrize("weight", ["", "0", "-1"])
def test_a_weight_that_is_absent_or_not_positive_is_unusable(tmp_path: Path, weight: str) -> None:
    with pytest.raises(Unusable) as raised:
        weigh(read(tmp_path, PLAN, f"id,outcome,weight\na,,1\nb,,{weight}\n"))
    (problem,) = raised.value.problems
    assert (problem.code, problem.span.line) == ("D031", 3)


def test_an_infinite_weight_is_unusable(tmp_path: Path) -> None:
    dataset = read(tmp_path, PLAN, "id,outcome,weight\na,,1\n")
    infinite = replace(dataset, columns={**dataset.columns, "weight": np.array([np.inf])})
    with pytest.raises(Unusable, match="D031"):
        weigh(infinite)


def reason(**texts: str) -> Wording:
    said = {language: Text((text,), Span("plan.toml")) for language, text in texts.items()}
    return Wording("plan.weighting.reason", said)


def test_the_methodology_says_how_and_why() -> None:
    none = Plan(weighting=Weighting("none", None, reason(nl="Er is geen register.")))
    given = Plan(weighting=Weighting("given", "weight", reason(nl="Naar leeftijd.", en="By age.")))
    assert describe_weighting(none, "nl") == "De antwoorden zijn niet gewogen. Er is geen register."
    assert (
        describe_weighting(given, "en")
        == "Answers are weighted with weights that came with the data. By age."
    )
