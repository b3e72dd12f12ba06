"""Compose blocks that set the study beside something else."""

from collections.abc import Iterator

from peil.report.compose.beside.all_figures import all_figures
from peil.report.compose.beside.around_block import AroundBlock
from peil.report.compose.beside.audit import audit_blocks
from peil.report.compose.beside.comparison import comparison_blocks
from peil.report.compose.beside.population import population_blocks
from peil.report.compose.beside.talks import talks_blocks
from peil.report.compose.beside.trend import trend_blocks
from peil.report.document import Block
from peil.report.template.beside_block import (
    AuditAnnex,
    BesideBlock,
    ComparisonCall,
    OthersAnnex,
    PopulationCall,
    TalksBlock,
    TrendCall,
)


def beside_blocks(block: BesideBlock, around: AroundBlock) -> Iterator[Block]:
    """Give the blocks of one."""
    match block:
        case ComparisonCall():
            yield from comparison_blocks(block, around)
        case OthersAnnex():
            yield from all_figures(around)
        case TrendCall():
            yield from trend_blocks(block, around)
        case PopulationCall():
            yield from population_blocks(block, around)
        case TalksBlock():
            yield from talks_blocks(block, around)
        case AuditAnnex():
            yield from audit_blocks(block, around)
