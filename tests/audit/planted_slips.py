"""Every kind of slip, and reports in which one was made."""

from collections.abc import Iterator

from honest_reports import Report, write_report
from planted_bases import plant_classes, plant_minimum, plant_over_group, plant_over_route
from planted_prose import plant_prose
from planted_shares import (
    plant_count,
    plant_impossible,
    plant_most_chosen,
    plant_net,
    plant_no_base,
    plant_parts,
    plant_rank,
    plant_remainder,
    plant_second_print,
    plant_total,
)
from slip import Planter, Slip

PLANTERS: dict[str, Planter] = {
    "impossible_share": plant_impossible,
    "two_values": plant_second_print,
    "parts_and_whole": plant_parts,
    "count_and_share": plant_count,
    "net_and_parts": plant_net,
    "common_base": plant_no_base,
    "groups_and_total": plant_total,
    "most_chosen": plant_most_chosen,
    "rank": plant_rank,
    "base_over_route": plant_over_route,
    "base_over_group": plant_over_group,
    "bases_of_classes": plant_classes,
    "under_minimum": plant_minimum,
    "remainder": plant_remainder,
    "prose": plant_prose,
}


def slips(kind: str, seed: int = 0) -> Iterator[tuple[Report, Slip]]:
    """Give report after report with a slip of a kind; those in which it isn't visible are passed over."""
    number = seed
    while True:
        report = write_report(number)
        slip = PLANTERS[kind](report)
        number += 1
        if slip is not None:
            yield report, slip
