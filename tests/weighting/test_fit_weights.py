"""Weights fitted to the plan's targets, or problems that say where they can't be."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from weighted_study import AGE, EVERYONE, RAKE, SEX, people, read_rows

from peil import line, reportline
from peil.core.problem import Problem, Unusable
from peil.data.dataset import Dataset
from peil.report.document import NumberedTable, Paragraph
from peil.weighting.describe import describe_weighting
from peil.weighting.weigh import weigh

RAKED = Path(__file__).parent / "raked_study"
METHODS = {
    "rake": 'method = "rake"',
    "bounded": 'method = "rake"\nbounds = [0.2, 4]',
    "linear": 'method = "linear"',
    "logit": 'method = "logit"\nbounds = [0.2, 4]',
}


def plan(settings: str, *targets: str) -> str:
    return "\n".join([f'[weighting]\nreason = "R."\n{settings}\n', *targets])


def weighed(folder: Path, plan_text: str, csv: str) -> Dataset:
    return weigh(read_rows(folder, plan_text, csv))


def refused(folder: Path, plan_text: str, csv: str) -> tuple[Problem, ...]:
    with pytest.raises(Unusable) as raised:
        weighed(folder, plan_text, csv)
    return raised.value.problems


def total(dataset: Dataset, variable: str, option: str) -> float:
    assert dataset.weights is not None
    place = dataset.study.codebook.items[variable].option_ids.index(option)
    return float(dataset.weights[dataset.columns[variable] == place].sum())


@pytest.mark.parametrize("settings", METHODS.values(), ids=METHODS)
def test_every_method_meets_every_target(tmp_path: Path, settings: str) -> None:
    dataset = weighed(tmp_path, plan(settings, AGE, SEX), people(*EVERYONE))
    for option, share in {"young": 0.3, "middle": 0.3, "old": 0.4}.items():
        assert total(dataset, "age", option) == pytest.approx(1000 * share)  # the population of the counts
    assert total(dataset, "sex", "m") == pytest.approx(490)
    assert dataset.weighted is not None
    age, sex = dataset.weighted.margins
    assert (age.name, [one.name for one in age.classes]) == ("age", ["young", "middle", "old"])
    assert [one.n for one in sex.classes] == [5, 5]
    assert [one.before for one in age.classes] == pytest.approx([0.3, 0.2, 0.5])
    assert max(abs(one.difference) for each in (age, sex) for one in each.classes) < 1e-12
    assert dataset.weighted.calibration is not None


def test_post_stratification_and_raking_on_one_target_are_the_same(tmp_path: Path) -> None:
    one, other = (
        weighed(tmp_path, plan(f'method = "{method}"', AGE), people(*EVERYONE)).weights
        for method in ("poststratify", "rake")
    )
    assert one is not None
    assert other is not None
    assert np.allclose(one, other)
    assert one.sum() == pytest.approx(len(EVERYONE))  # shares alone: weights of one on average
    assert one[EVERYONE.index("middle m")] == pytest.approx(1.5)


def test_a_population_is_what_weights_add_up_to(tmp_path: Path) -> None:
    weights = weighed(tmp_path, plan('method = "rake"\npopulation = 8_000', AGE), people(*EVERYONE)).weights
    assert weights is not None
    assert weights.sum() == pytest.approx(8000)


def test_fitting_begins_with_the_column_of_weights(tmp_path: Path) -> None:
    csv = people("young m", "young v", "middle m", "old v", weights=("1", "3", "2", "2"))
    dataset = weighed(tmp_path, plan('method = "rake"\ncolumn = "design"', AGE), csv)
    assert dataset.weights is not None
    assert dataset.weights[1] == pytest.approx(3 * dataset.weights[0])
    assert dataset.weighted is not None
    assert dataset.weighted.margins[0].classes[0].before == pytest.approx(0.5)


@pytest.mark.parametrize("bad", ["", "0", "-2"])
def test_a_bad_base_weight_is_told_with_its_row(tmp_path: Path, bad: str) -> None:
    csv = people("young m", "young v", "middle m", "old v", weights=("1", bad, "2", "2"))
    (problem,) = refused(tmp_path, plan('method = "rake"\ncolumn = "design"', AGE), csv)
    assert (problem.code, problem.span.line) == ("D031", 3)


def test_an_absent_base_column_can_be_left_out(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, plan('method = "rake"\ncolumn = "design"', AGE), people(*EVERYONE))
    assert problem.code == "D030"
    assert 'take "column" out' in problem.hint


def test_everything_that_keeps_rows_from_being_weighted_is_told_at_once(tmp_path: Path) -> None:
    no_old = AGE.replace(", old = 0.4", "").replace("young = 0.3", "young = 0.7")
    problems = refused(
        tmp_path, plan('method = "rake"', no_old, SEX), people("young m", "old m", "young -", "- m")
    )
    assert [(one.code, one.span.line) for one in problems] == [
        ("G001", 5),  # age of the last row isn't known
        ("G002", 5),  # old has no size
        ("G003", 9),  # nobody is middle
        ("G001", 11),  # sex of the third row isn't known
        ("G003", 15),  # nobody is a woman
    ]
    said = [one.message for one in problems]
    assert said[0] == "Row r3 has no answer to age, which answers are weighted by."
    assert said[1] == 'Row r1 has "old" as age, and the target has no size for it.'
    assert said[2] == 'Nobody who answered has "middle" as age, and the target has a size for it.'
    assert problems[2].hint.startswith('Merge it with "young"')
    assert problems[4].span.column > 1


def test_a_cell_without_respondents_is_told_before_a_bad_weight_is(tmp_path: Path) -> None:
    csv = people("young m", "young v", "middle m", weights=("1", "0", "2"))
    (problem,) = refused(tmp_path, plan('method = "rake"\ncolumn = "design"', AGE), csv)
    assert problem.code == "G003"
    assert '"old"' in problem.message


def test_targets_that_rows_can_t_meet_together_are_told(tmp_path: Path) -> None:
    rows = ("young m", "young m", "middle v", "old v")
    (problem,) = refused(tmp_path, RAKE, people(*rows))
    assert problem.code == "G004"
    assert problem.span.file == "plan.toml"
    assert problem.span.line > 4
    assert "Merge" in problem.hint


def test_targets_that_leave_rows_no_weight_are_told(tmp_path: Path) -> None:
    age = AGE.replace("young = 0.3, middle = 0.3", "young = 0.51, middle = 0.09")
    (problem,) = refused(
        tmp_path, plan('method = "rake"', age, SEX), people("young v", "young m", "middle m", "old m")
    )
    assert problem.code == "G004"
    assert (
        problem.message == 'The targets leave no weight for respondents with "young" as age and "m" as sex.'
    )


def test_bounds_that_are_too_narrow_are_told(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, plan('method = "logit"\nbounds = [0.95, 1.05]', AGE), people(*EVERYONE))
    assert problem.code == "G004"
    assert problem.hint.startswith("Widen the bounds")


def test_linear_weights_below_zero_are_told(tmp_path: Path) -> None:
    age = AGE.replace("young = 0.3, middle = 0.3, old = 0.4", "young = 0.01, middle = 0.01, old = 0.98")
    sex = SEX.replace("m = 490, v = 510", "m = 10, v = 990")
    csv = people(*["young m"] * 6, "young v", "middle m", "middle v", "old m", "old v", "old v")
    (problem,) = refused(tmp_path, plan('method = "linear"', age, sex), csv)
    assert (problem.code, problem.span.line) == ("G005", 1)
    assert "method" in problem.hint


def test_trimmed_weights_lie_within_their_bounds_and_the_margins_say_what_it_cost(tmp_path: Path) -> None:
    age = AGE.replace("young = 0.3, middle = 0.3", "young = 0.1, middle = 0.5")
    dataset = weighed(tmp_path, plan('method = "rake"\ntrim = [0.5, 2]', age), people(*EVERYONE))
    assert dataset.weights is not None
    assert dataset.weighted is not None
    assert (dataset.weights.min(), dataset.weights.max()) == pytest.approx((0.5, 2))
    assert dataset.weights.sum() == pytest.approx(10)
    assert dataset.weighted.trimmed == 5  # three of the young and two in the middle
    assert dataset.weighted.margins[0].classes[1].difference == pytest.approx(-0.1)
    assert dataset.weighted.calibration is None


def test_who_answered_stands_for_who_didn_t(tmp_path: Path) -> None:
    sample = '[weighting.nonresponse]\nvariable = "sex"\nsource = "Steekproef"\ndate = 2026-02-01\n'
    both = plan('method = "rake"', AGE, sample + "sample = { m = 20, v = 5 }\n")
    dataset = weighed(tmp_path, both, people(*EVERYONE))
    assert dataset.weighted is not None
    assert [one.before for one in dataset.weighted.margins[0].classes] == pytest.approx(
        [9 / 25, 5 / 25, 11 / 25]
    )
    assert dataset.weights is not None
    assert dataset.weights[2] == pytest.approx(4 * dataset.weights[3])  # a man and a woman in the middle
    few = plan('method = "rake"', AGE, sample + "sample = { m = 20, v = 3 }\n")
    (problem,) = refused(tmp_path, few, people(*EVERYONE))
    assert (problem.code, problem.span.line) == ("G006", 15)
    (problem,) = refused(tmp_path, few, people("young m", "middle m", "old m"))
    assert problem.code == "G003"


def test_targets_of_two_populations_are_told_even_when_the_plan_wasn_t_checked(tmp_path: Path) -> None:
    age = AGE.replace(
        "shares = { young = 0.3, middle = 0.3, old = 0.4 }", "counts = { young = 3, middle = 3, old = 4 }"
    )
    (problem,) = refused(tmp_path, plan('method = "rake"', age, SEX), people(*EVERYONE))
    assert problem.code == "G007"
    assert "adds up to 10" in problem.message


def test_a_plan_that_wasn_t_checked_is_refused_for_what_its_reader_told(tmp_path: Path) -> None:
    problems = refused(
        tmp_path, plan('method = "rake"', AGE.replace("old = 0.4", "old = 0.5")), people(*EVERYONE)
    )
    assert [problem.code for problem in problems] == ["Q087"]


def test_no_rows_are_no_problem(tmp_path: Path) -> None:
    dataset = weighed(tmp_path, RAKE, people())
    assert dataset.weights is not None
    assert (len(dataset.weights), dataset.weighted) == (0, None)


def test_the_methodology_tells_everything_that_was_done(tmp_path: Path) -> None:
    sample = '[weighting.nonresponse]\nvariable = "sex"\nsource = "Steekproef"\ndate = 2026-02-01\n'
    settings = 'method = "rake"\ncolumn = "design"\nbounds = [0.2, 4]\ntrim = [0.7, 2.5]'
    text = plan(settings, AGE, SEX, sample + "sample = { m = 20, v = 5 }\n")
    weights = tuple(str(1 + place / 10) for place in range(len(EVERYONE)))
    dataset = weighed(tmp_path, text, people(*EVERYONE, weights=weights))
    told = describe_weighting(dataset.study, "nl", dataset.weighted)
    for part in (
        "door raking",
        "“Hoe oud bent u?” (bron: CBS StatLine; stand van 1 januari 2026) en ",
        " en “Wat bent u?” (bron: Gemeente; stand van 1 juli 2025).",
        "wie antwoordde telt ook voor de anderen in de steekproef uit dezelfde klasse van ",
        "klasse van “Wat bent u?” (bron: Steekproef; stand van 1 februari 2026).",
        "begonnen met gewichten die bij de gegevens zijn geleverd.",
        "minder dan 0,2 of meer dan 4 vermenigvuldigd.",
        "Gewichten onder 0,7 of boven 2,5 keer het gemiddelde zijn daarna tot die grens bijgesteld",
        "De gewichten lopen van 0,7 tot ",
        "zijn 10 antwoorden ongeveer zo nauwkeurig als ",
        " R.",
    ):
        assert part in told
    english = describe_weighting(dataset.study, "en", dataset.weighted)
    assert "(source: CBS StatLine; figures of 1 January 2026)" in english
    assert "Weights under 0.7 or over 2.5 times their mean were then brought to that bound" in english


def test_a_report_weights_its_analysis_set_and_tells_it() -> None:
    study = line.read_sound_study(RAKED)
    assert line.check_study(study) == ()
    dataset = line.read_analysis_set(study, None)
    assert dataset.weights is not None
    assert dataset.weights.sum() == pytest.approx(80_000)
    (table,) = line.make_tables(dataset, rows=["district"])
    assert [cell.share for cell in table.cells] == pytest.approx([41_250 / 80_000, 38_750 / 80_000])
    document, problems = reportline.compose_report(study, None, language="nl")
    assert problems == ()
    told = [
        "".join(run.text for run in block.text) for block in document.blocks if isinstance(block, Paragraph)
    ]
    assert describe_weighting(study, "nl", dataset.weighted) in told
    assert "37 ongewogen antwoorden" in told[0]


def annexed(plan_text: str, tmp_path: Path) -> list[list[list[str]]]:
    """The tables of the example's annex on weighting, under another plan."""
    shutil.copytree(RAKED, tmp_path / "s")
    (tmp_path / "s" / "plan.toml").write_text(plan_text, encoding="utf-8")
    document, _ = reportline.compose_report(line.read_sound_study(tmp_path / "s"), None, language="nl")
    tables = [block for block in document.blocks if isinstance(block, NumberedTable)]
    assert all("Basisregistratie Personen; stand van 1 januari 2026" in table.source for table in tables)
    return [
        [["".join(run.text for run in cell.text) for cell in row] for row in table.grid.body]
        for table in tables
    ]


def test_the_annex_sets_the_sample_beside_the_targets(tmp_path: Path) -> None:
    assert annexed((RAKED / "plan.toml").read_text(encoding="utf-8"), tmp_path) == [
        [["jonger dan 55", "50,0%", "62,0%", "62,0%"], ["55 of ouder", "50,0%", "38,0%", "38,0%"]],
        [["in Noord", "57,5%", "51,6%", "51,6%"], ["in Zuid", "42,5%", "48,4%", "48,4%"]],
    ]


def test_the_annex_tells_nothing_of_a_base_that_is_hidden(tmp_path: Path) -> None:
    plan_text = (RAKED / "plan.toml").read_text(encoding="utf-8")
    age, _ = annexed(f"{plan_text}\n[disclosure]\nminimum_base = 41\n", tmp_path)
    assert age == [["jonger dan 55", "–", "62,0%", "–"], ["55 of ouder", "–", "38,0%", "–"]]


def test_an_annex_without_targets_is_a_problem(tmp_path: Path) -> None:
    shutil.copytree(RAKED, tmp_path / "s")
    (tmp_path / "s" / "plan.toml").write_text('[weighting]\nreason = "Geen."\n', encoding="utf-8")
    _, problems = reportline.compose_report(line.read_sound_study(tmp_path / "s"), None, language="nl")
    assert [problem.message for problem in problems] == [
        "The plan has no targets that answers are weighted to."
    ]


def test_rows_outside_the_analysis_set_aren_t_weighted(tmp_path: Path) -> None:
    analysed = '\n[[exclusions]]\ninterview = "r0"\non = 2026-03-01\nreason = "Proef."\n'
    study = read_rows(tmp_path, RAKE + analysed, people("young -", *EVERYONE)).study
    dataset = line.read_analysis_set(study, tmp_path / "data.csv")
    assert dataset.n == len(EVERYONE)
    assert total(dataset, "sex", "m") == pytest.approx(490)
