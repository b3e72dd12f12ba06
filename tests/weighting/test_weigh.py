from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from weighted_study import read_rows, write_study

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.data.analysis_set import select_rows
from peil.data.dataset import Dataset
from peil.study.plan import Plan
from peil.study.study import Study
from peil.study.text import Text, Wording
from peil.study.weighting import Weighting
from peil.weighting.describe import describe_weighting
from peil.weighting.weigh import weigh

PLAN = '[weighting]\nmethod = "given"\ncolumn = "weight"\nreason = "Naar leeftijd."\n'


def test_a_plan_without_weights_leaves_the_data_alone(tmp_path: Path) -> None:
    dataset = read_rows(tmp_path, '[weighting]\nmethod = "none"\nreason = "Geen."\n', "id,outcome\na,\n")
    assert weigh(dataset) is dataset


def test_given_weights_are_taken_as_they_are(tmp_path: Path) -> None:
    dataset = weigh(read_rows(tmp_path, PLAN, "id,outcome,weight\na,,0.25\nb,,4\n"))
    assert dataset.weights is not None
    assert list(dataset.weights) == [0.25, 4.0]
    assert dataset.weighted is not None
    assert (dataset.weighted.spread.low, dataset.weighted.spread.high) == (0.25, 4)
    assert dataset.weighted.calibration is None


def test_a_weight_of_a_thousand_million_is_a_weight(tmp_path: Path) -> None:
    dataset = weigh(read_rows(tmp_path, PLAN, "id,outcome,weight\na,,1000000000\nb,,1\n"))
    assert dataset.weights is not None
    assert list(dataset.weights) == [1e9, 1]


def test_an_absent_column_of_weights_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r'D030.*"weight"'):
        weigh(read_rows(tmp_path, PLAN, "id,outcome\na,\n"))


@pytest.mark.parametrize("weight", ["", "0", "-1"])
def test_a_weight_that_is_absent_or_can_t_be_is_unusable(tmp_path: Path, weight: str) -> None:
    with pytest.raises(Unusable) as raised:
        weigh(read_rows(tmp_path, PLAN, f"id,outcome,weight\na,,1\nb,,{weight}\n"))
    (problem,) = raised.value.problems
    assert (problem.code, problem.span.line) == ("D031", 3)


def test_an_infinite_weight_is_unusable(tmp_path: Path) -> None:
    dataset = read_rows(tmp_path, PLAN, "id,outcome,weight\na,,1\n")
    infinite = replace(dataset, columns={**dataset.columns, "weight": np.array([np.inf])})
    with pytest.raises(Unusable, match="D031"):
        weigh(infinite)


def test_no_rows_have_no_weights(tmp_path: Path) -> None:
    dataset = weigh(read_rows(tmp_path, PLAN, "id,outcome,weight\n"))
    assert dataset.weights is not None
    assert (len(dataset.weights), dataset.weighted) == (0, None)


def test_diagnostics_are_of_all_rows_and_not_of_some(tmp_path: Path) -> None:
    dataset = weigh(read_rows(tmp_path, PLAN, "id,outcome,weight\na,,0.25\nb,,4\n"))
    assert select_rows(dataset, np.array([True, False])).weighted is None


def planned(folder: Path, weighting: Weighting) -> Study:
    return replace(write_study(folder, ""), plan=Plan(weighting=weighting))


def reason(**texts: str) -> Wording:
    said = {language: Text((text,), Span("plan.toml")) for language, text in texts.items()}
    return Wording("plan.weighting.reason", said)


def test_the_methodology_says_how_and_why(tmp_path: Path) -> None:
    none = planned(tmp_path, Weighting("none", None, reason(nl="Er is geen register.")))
    given = planned(tmp_path, Weighting("given", "weight", reason(nl="Naar leeftijd.", en="By age.")))
    assert describe_weighting(none, "nl") == "De antwoorden zijn niet gewogen. Er is geen register."
    assert (
        describe_weighting(given, "en")
        == "Answers are weighted with weights that came with the data. By age."
    )


def weighted_words(dataset: Dataset, language: str) -> str:
    return describe_weighting(dataset.study, language, weigh(dataset).weighted)


def test_of_too_few_answers_nothing_is_told_but_the_method(tmp_path: Path) -> None:
    dataset = read_rows(tmp_path, PLAN, "id,outcome,weight\na,,1\nb,,1\nc,,0.001\n")
    assert weighted_words(dataset, "en") == (
        "Answers are weighted with weights that came with the data. Naar leeftijd."
    )


def test_given_weights_are_told_with_what_they_cost(tmp_path: Path) -> None:
    draft = f'{PLAN}[disclosure]\nprofile = "draft"\n'
    dataset = read_rows(tmp_path, draft, "id,outcome,weight\na,,1\nb,,1\nc,,0.001\n")
    assert weighted_words(dataset, "nl") == (
        "De antwoorden zijn gewogen met gewichten die bij de gegevens zijn geleverd. De gewichten lopen van "
        "0,0015 tot 1,5 keer het gemiddelde. Doordat zij verschillen zijn 3 antwoorden ongeveer zo "
        "nauwkeurig als 2 ongewogen antwoorden (effectieve steekproefomvang volgens Kish). Naar leeftijd."
    )
