"""What a report may say about released tables: the verdicts, one implementation for all tables."""

from peil.study.verdict.compare import Direction, compare
from peil.study.verdict.deviating import Deviation, deviating
from peil.study.verdict.mean_of_shares import mean_of_shares
from peil.study.verdict.mode import mode
from peil.study.verdict.rank import rank
from peil.study.verdict.share_table import count_of, option_shares, share_of

__all__ = [
    "Deviation",
    "Direction",
    "compare",
    "count_of",
    "deviating",
    "mean_of_shares",
    "mode",
    "option_shares",
    "rank",
    "share_of",
]
