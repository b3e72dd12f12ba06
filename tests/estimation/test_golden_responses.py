"""Questions with several choices agree with R's ``survey``: shares of respondents and of responses."""

import golden
import numpy as np
import pytest
from golden import columns, engine, expected, hold, needs_golden
from plain_engine import PlainEngine

from peil.estimation.asked import Question
from peil.estimation.responses import estimate_responses
from peil.estimation.shares import estimate_shares
from peil.estimation.totals import estimate_totals

pytestmark = needs_golden

FILE = "test_golden_responses.py"
RESPONSES = ("m1_1", "m1_2", "m1_3", "m1_4", "m1_5")
ALL = (*RESPONSES, "m1_none")
QUESTION = Question("m1", ALL, ALL, many=True)
COUNTED = Question("m1", RESPONSES, RESPONSES, many=True)


@pytest.fixture
def plain() -> PlainEngine:
    """An engine in which those who answered are the base."""
    found = engine("panel130", golden.design("panel130", "main"))
    asked = np.array([cell == 1 for cell in columns("panel130")["m1_answered"]])
    return PlainEngine(found.columns, found.design, found.frame, {"m1": asked})


def test_shares_of_respondents_and_of_responses(plain) -> None:
    ((_, _, moments),) = plain.tables([QUESTION])
    ((_, _, ticks),) = plain.ticks([COUNTED])
    logit, beta = (estimate_shares(moments, plain.frame, interval=kind) for kind in ("logit", "beta"))
    totals = estimate_totals(moments, plain.frame)
    responses = estimate_responses(moments, ticks, plain.frame, counted=range(len(RESPONSES)))
    path = "panel130/multi_response"
    ours = {
        f"{path}/n_base": logit.base_n[0],
        f"{path}/weighted_base": logit.base_weighted[0],
        f"{path}/n_not_in_base": plain.design.rows - logit.base_n[0],
        f"{path}/weighted_responses_total": responses.total[0],
        f"{path}/mean_number_of_responses": responses.mean[0],
    }
    for at, option in enumerate(ALL):
        way = f"{path}/options/{option}"
        ours |= {
            f"{way}/n": logit.n[0, at],
            f"{way}/weighted_n": logit.weighted[0, at],
            f"{way}/pct_of_respondents": logit.share[0, at],
            f"{way}/se": logit.se[0, at],
            f"{way}/total_se": totals.se[0, at],
            f"{way}/logit_lo": logit.low[0, at],
            f"{way}/logit_hi": logit.high[0, at],
            f"{way}/beta_lo": beta.low[0, at],
            f"{way}/beta_hi": beta.high[0, at],
        }
    for at, option in enumerate(RESPONSES):
        ours[f"{path}/options/{option}/pct_of_responses"] = responses.share[0, at]
        ours[f"{path}/options/{option}/pct_of_responses_se"] = responses.se[0, at]
    tree = {key: value for key, value in expected("panel130")["multi_response"].items() if key != "by"}
    hold(path, tree, ours, FILE)


@pytest.mark.parametrize("by", ["age", "edu"])
def test_shares_of_respondents_in_groups(plain, by) -> None:
    banner = golden.banner("panel130", by)
    ((_, _, moments),) = plain.tables([QUESTION], [banner])
    shares = estimate_shares(moments, plain.frame)
    path, ours = "panel130/multi_response/by", {}
    for group, name in enumerate(banner.groups):
        for at, option in enumerate(ALL):
            way = f"{path}/{option}|{by}={name}"
            ours |= {
                f"{way}/n_base": shares.base_n[group],
                f"{way}/weighted_base": shares.base_weighted[group],
                f"{way}/n": shares.n[group, at],
                f"{way}/pct": shares.share[group, at],
                f"{way}/se": shares.se[group, at],
            }
    tree = expected("panel130")["multi_response"]["by"]
    hold(path, {key: value for key, value in tree.items() if f"|{by}=" in key}, ours, FILE)
