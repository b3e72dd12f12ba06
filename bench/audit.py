"""The audit without data on honest reports and on planted slips: ``make bench-audit``.

``certain_in_honest`` and ``likely_in_honest`` are false alarms in ``honest_runs`` reports of random
surveys, in which every figure is rounded honestly (half up, half to even, or twice) and every sentence is
true: see ``tests/audit/honest_reports.py``. ``likely_in_honest_half_up`` are those of the reports that
round half up, once. A report has some ``claims_in_a_report`` claims.

``recall_KIND`` is the part of 300 slips of a kind that a finding of that kind names; ``certain_KIND`` the
part that it calls certain. How slips are made, and when one counts, stands in ``tests/audit/slip.py``.
``precision`` is the part of all certain and likely findings in the reports with a slip that name a claim that
the slip touched; ``precision_KIND`` the same by kind. ``noticed_of_mistyped`` is the part of percentages
mistyped at random, visible or not, that some certain or likely finding names. It is that large because these
reports print much about few people; one percentage of a large base is possible whatever it is.
"""

import json
import random
import sys
import time
from collections import Counter
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "audit"))

from honest_reports import Report, half_up, write_report  # noqa: E402 - the path comes first
from planted_slips import PLANTERS, slips  # noqa: E402 - the path comes first
from slip import Slip, changed, mistyped_share, shares_of  # noqa: E402 - the path comes first

from peil.audit.finding import Finding, Grade  # noqa: E402 - the path comes first
from peil.audit.findings import find_all  # noqa: E402 - the path comes first

OUT = ROOT / "out" / "bench" / "audit.json"
HONEST, SLIPS, MISTYPED = 10_000, 300, 1_000
FIRST_SLIP, FIRST_MISTYPED = 1_000_000, 2_000_000
"""Reports with slips are others than the honest ones."""


def alarms(found: tuple[Finding, ...]) -> list[Finding]:
    """Give what says that something is wrong."""
    return [one for one in found if one.grade is not Grade.EXPLAINED]


def audit_honest() -> dict[str, float]:
    """Count false alarms in honest reports."""
    start, claims, grades = time.process_time(), 0, Counter[str]()
    for number in range(HONEST):
        report = write_report(number)
        claims += len(report.claims)
        for finding in alarms(find_all(report.claims, report.answers.study)):
            grades[finding.grade] += 1
            grades["half up"] += report.rounding is half_up
    return {
        "honest_runs": HONEST,
        "claims_in_a_report": claims / HONEST,
        "certain_in_honest": grades[Grade.CERTAIN],
        "likely_in_honest": grades[Grade.LIKELY],
        "likely_in_honest_half_up": grades["half up"] - grades[Grade.CERTAIN],
        "seconds_honest": time.process_time() - start,
    }


def audit_slips() -> dict[str, float]:
    """Measure recall and precision by kind."""
    figures: dict[str, float] = {}
    true_of_all = all_alarms = 0
    for kind in PLANTERS:
        named = certain = true = told = 0
        for report, slip in islice(slips(kind, FIRST_SLIP), SLIPS):
            found = alarms(find_all(slip.claims, report.answers.study))
            own = [one for one in found if one.code in slip.codes and names(one, slip)]
            named += bool(own)
            certain += any(one.grade is Grade.CERTAIN for one in own)
            true += sum(names(one, slip) for one in found)
            told += len(found)
        figures |= {
            f"recall_{kind}": named / SLIPS,
            f"certain_{kind}": certain / SLIPS,
            f"precision_{kind}": true / told if told else 1.0,
        }
        true_of_all, all_alarms = true_of_all + true, all_alarms + told
    lowest = min(value for name, value in figures.items() if name.startswith("recall_"))
    return {"precision": true_of_all / all_alarms, "lowest_recall": lowest, **figures}


def names(finding: Finding, slip: Slip) -> bool:
    """Say whether a finding is about a claim that a slip touched."""
    return not slip.touched.isdisjoint(finding.claims)


def audit_mistyped() -> dict[str, float]:
    """Count what is noticed of percentages mistyped at random, visible or not."""
    noticed = tried = 0
    number = FIRST_MISTYPED
    while tried < MISTYPED:
        report = write_report(number)
        number += 1
        slip = mistype_any(report)
        if slip is not None:
            tried += 1
            noticed += any(names(one, slip) for one in alarms(find_all(slip.claims, report.answers.study)))
    return {"mistyped_runs": MISTYPED, "noticed_of_mistyped": noticed / MISTYPED}


def mistype_any(report: Report) -> Slip | None:
    """Mistype one percentage; None where it stays an honest one."""
    shares = shares_of(report)
    if not shares:
        return None
    claim, _ = random.Random(len(shares)).choice(shares)  # noqa: S311 - the same report gives the same claim
    check = mistyped_share(report, claim)
    return changed(report, claim, check) if check else None


def main() -> None:
    """Measure, write and print."""
    figures = audit_honest() | audit_slips() | audit_mistyped()
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"figures": figures}, indent=2) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"), end="")


if __name__ == "__main__":
    main()
