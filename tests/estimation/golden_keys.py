"""Which test holds which reference value, and which values no test holds, with the reason.

Patterns are those of ``fnmatch`` over the way to a value: data set, block, and so on, with slashes between.
"""

from fnmatch import fnmatchcase

COVERED = {
    "*/n": "test_golden_shares.py",
    "*/sum_w": "test_golden_shares.py",
    "*/sum_w2": "test_golden_shares.py",
    "*/kish_neff": "test_golden_shares.py",
    "*/kish_deff": "test_golden_shares.py",
    "*/cv_w": "test_golden_shares.py",
    "*/degf": "test_golden_shares.py",
    "*/freq/*": "test_golden_shares.py",
    "*/cross/*/columns/*": "test_golden_shares.py",
    "panel130/edge/empty_subgroup/*": "test_golden_shares.py",
    "panel130/edge/unchosen_option/*": "test_golden_shares.py",
    "panel130/edge/constant/*": "test_golden_shares.py",
    "panel130/edge/all_missing/*": "test_golden_shares.py",
    "panel130/edge/single_psu_stratum/*": "test_golden_shares.py",
    "panel130/edge/zero_weights/*": "test_golden_shares.py",
    "panel130/edge/zero_weights/cijfer/*": "test_golden_numbers.py",
    "*/numeric/*": "test_golden_numbers.py",
    "panel130/multi_response/*": "test_golden_responses.py",
    "*/replicates_*/degf": "test_golden_replicates.py",
    "*/replicates_*/freq:*": "test_golden_replicates.py",
    "*/replicates_*/mean:*": "test_golden_replicates.py",
    "*/replicates_*/cross:*": "test_golden_replicates.py",
    "*/cross/*/chisq/*": "test_golden_chisq.py",
    "panel130/edge/*/chisq/*": "test_golden_chisq.py",
    "panel130/multi_response/chisq/*": "test_golden_chisq.py",
    "panel130/edge/empty_subgroup/table/chisq/*": "test_golden_chisq.py",
    "*/replicates_*/chisqF:*": "test_golden_chisq.py",
    "*/deviations/*": "test_golden_deviations.py",
    "*/weighting/*": "test_golden_weighting.py",
}
"""Test files by what they hold; the last pattern that fits a value counts."""

AT_THE_ENDS = "R's fit stops short of a share of 0 or 1; Peil says that there is no interval (null)"
UNCHANGING = "a share without variance: R's qbeta gives 0.5, its likelihood none; Peil gives the share itself"
UNWEIGHTED_SCORE = (
    "survey 4.1-1 carries the score test's bounds back through the unweighted share of rows below them, "
    "which is another quantile when weights differ; Peil takes the weighted share"
)
BROKEN_TIE = (
    "a share is reached exactly: R's p * sum(w) falls a bit short of the cumulated weight; Peil sees the tie"
)
KEPT_EMPTY = "R keeps the option that nobody chose for X² alone, and has none; Peil leaves it out and has a p"
TOLD = "tells how the values were made"

LEFT_OUT = {
    "panel130/replicates_*/chisqF:q2xedu/statistic": KEPT_EMPTY,
    "panel130/replicates_*/chisqF:q2xedu/p": KEPT_EMPTY,
    "*/info/*": TOLD,
    "*/data": TOLD,
    "*/design": TOLD,
    "*/description": TOLD,
    "*/note": TOLD,
    "panel130/notes": TOLD,
    "panel130/level_order/*": TOLD,
    "*/replicate_csv": TOLD,
    "*/replicates_*/scale": TOLD,
    "*/replicates_*/rscales": TOLD,
    "*/replicates_*/mse": TOLD,
    "panel130/multi_response/base_rule": TOLD,
    "panel130/*/geen van deze/svyciprop_logit/*": AT_THE_ENDS,
    "panel130/edge/unchosen_option/freq/svyciprop_logit/*": AT_THE_ENDS,
    "panel130/edge/constant/freq/levels/*/svyciprop_logit/*": AT_THE_ENDS,
    "panel130/multi_response/options/m1_5/logit_*": AT_THE_ENDS,
    "apistrat/stratified_*/freq/stype/levels/*/svyciprop_beta/*": UNCHANGING,
    "apistrat/stratified_*/freq/stype/levels/*/svyciprop_likelihood/*": UNCHANGING,
    "apistrat/stratified_*/numeric/*/quantiles/interval_score_*/q*/lo": UNWEIGHTED_SCORE,
    "apistrat/stratified_*/numeric/*/quantiles/interval_score_*/q*/hi": UNWEIGHTED_SCORE,
    "apistrat/stratified_*/numeric/*/quantiles/interval_score_*/q*/se": UNWEIGHTED_SCORE,
    "apistrat/weights_only/numeric/*/quantiles/interval_score_*/q*/lo": UNWEIGHTED_SCORE,
    "apistrat/weights_only/numeric/*/quantiles/interval_score_*/q*/hi": UNWEIGHTED_SCORE,
    "apistrat/weights_only/numeric/*/quantiles/interval_score_*/q*/se": UNWEIGHTED_SCORE,
    "api*/numeric/*/quantiles/interval_score_qrule_school/q0.5/hi": BROKEN_TIE,
    "api*/numeric/*/quantiles/interval_score_qrule_school/q0.5/se": BROKEN_TIE,
}
"""Reasons by what they are about."""


def reason_left_out(path: str) -> str | None:
    """Why no test holds a value; None when one does."""
    return next((reason for pattern, reason in LEFT_OUT.items() if fnmatchcase(path, pattern)), None)


def covering_file(path: str) -> str | None:
    """The test file that holds a value."""
    files = [file for pattern, file in COVERED.items() if fnmatchcase(path, pattern)]
    return files[-1] if files else None
