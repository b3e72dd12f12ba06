"""Group against rest and against all, held against R cell by cell."""

from collections.abc import Iterator
from typing import Any

import golden
import numpy as np
import pytest
from golden import BOUND, EXACT, needs_golden
from more_r_values import r_values

from peil.estimation.adjust_p import Adjustment, Family
from peil.estimation.design import Lonely
from peil.estimation.deviations import deviate, deviate_replicates

pytestmark = needs_golden

ADJUSTED = {
    "p_holm": Adjustment.HOLM,
    "p_BH": Adjustment.BH,
    "p_BY": Adjustment.BY,
    "p_bonferroni": Adjustment.BONFERRONI,
}


def tables() -> Iterator[tuple[str, str, str]]:
    if not golden.GOLDEN.is_dir():
        return
    for name in golden.SETS:
        for key, block in golden.expected(name).items():
            if isinstance(block, dict):
                yield from ((name, key, table) for table in block.get("deviations", {}))


@pytest.mark.parametrize(("name", "key", "table"), list(tables()))
def test_deviations_agree_with_r(name: str, key: str, table: str) -> None:
    row, by = table.split(" by ")
    question, banner = golden.question(name, row), golden.banner(name, by)
    engine = golden.engine(name, golden.design(name, key))
    ((_, _, moments),) = engine.tables([question], [banner])
    made = {
        method: deviate(moments, engine.frame, Lonely.FAIL, family=table, method=method)
        for method in Adjustment
    }
    found = made[Adjustment.HOLM]
    numbers = {
        "group_minus_rest": found.rest.difference,
        "se": found.rest.se,
        "t": found.rest.t,
        "df": found.rest.df,
        "p": found.rest.p,
        "group_minus_total": found.total.difference,
        "se_group_minus_total": found.total.se,
        **{told: made[method].adjusted for told, method in ADJUSTED.items()},
    }
    cells = golden.expected(name)[key]["deviations"][table]
    assert len(cells) == moments.cells.w[0].size
    for cell, wanted in cells.items():
        place = banner.groups.index(wanted["group"]), question.options.index(wanted["level"])
        for told, array in numbers.items():
            assert near(array[place], wanted[told], told), (cell, told, array[place], wanted[told])


def near(found: float, wanted: Any, told: str) -> bool:  # noqa: ANN401 - a number or null, of JSON
    if wanted is None:
        return bool(np.isnan(found))
    tolerance = BOUND if told.startswith("p") else EXACT
    return bool(found == pytest.approx(wanted, rel=tolerance, abs=1e-14))


def test_from_replicates() -> None:
    design = golden.design("apiclus1", "replicates_jk1")
    engine = golden.engine("apiclus1", design)
    asked = [golden.question("apiclus1", "awards")], [golden.banner("apiclus1", "stype")]
    ((_, _, moments),) = engine.tables(*asked)
    ((_, _, made),) = engine.replicates(*asked)
    assert design.replicates is not None
    family = Family("awards by stype", Adjustment.HOLM, 0)
    found = deviate_replicates(moments, made, design.replicates, 14.0, family)
    wanted = r_values()["jk1_rest"]
    assert found.rest.difference[:, 0] == pytest.approx(np.array(wanted["difference"]), rel=EXACT)
    assert found.rest.se[:, 0] == pytest.approx(np.array(wanted["se"]), rel=EXACT)
    assert found.family.size == 6
