"""All rules of the audit that need no data, in the order of their codes."""

from peil.audit.rules.adjusted_shares import ADJUSTED_SHARES
from peil.audit.rules.base_over_whole import BASE_OVER_WHOLE
from peil.audit.rules.bases_of_classes import BASES_OF_CLASSES
from peil.audit.rules.common_base import COMMON_BASE
from peil.audit.rules.count_and_share import COUNT_AND_SHARE
from peil.audit.rules.groups_and_total import GROUPS_AND_TOTAL
from peil.audit.rules.impossible_share import IMPOSSIBLE_SHARE
from peil.audit.rules.most_chosen import MOST_CHOSEN
from peil.audit.rules.net_and_parts import NET_AND_PARTS
from peil.audit.rules.parts_and_whole import PARTS_AND_WHOLE
from peil.audit.rules.prose import PROSE
from peil.audit.rules.rank import RANK
from peil.audit.rules.remainder import REMAINDER
from peil.audit.rules.rule import FindingRule
from peil.audit.rules.two_values import TWO_VALUES
from peil.audit.rules.under_minimum import UNDER_MINIMUM

FINDING_RULES: tuple[FindingRule, ...] = (
    IMPOSSIBLE_SHARE,
    TWO_VALUES,
    PARTS_AND_WHOLE,
    COUNT_AND_SHARE,
    NET_AND_PARTS,
    COMMON_BASE,
    GROUPS_AND_TOTAL,
    MOST_CHOSEN,
    RANK,
    BASE_OVER_WHOLE,
    BASES_OF_CLASSES,
    UNDER_MINIMUM,
    REMAINDER,
    PROSE,
    ADJUSTED_SHARES,
)
