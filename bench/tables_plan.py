"""The tab plan and the bare scan of one file, in a process of their own: its peak memory is theirs alone.

``python bench/tables_plan.py FILE.parquet ROUNDS`` prints one JSON object; with a third argument, ``numpy``,
without the compiled kernel. ``FILE.csv`` makes the tables once, as a person at a terminal does.
"""

import csv
import json
import resource
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from peil.estimation.arrays import Floats
from peil.estimation.asked import Banner, Question
from peil.estimation.design import Design, Lonely
from peil.estimation.estimate_tables import estimate_tables
from peil.estimation.frame import make_frame
from peil.estimation.packed.columns import Columns
from peil.estimation.packed.pack import pack
from peil.estimation.packed.packed_engine import PackedEngine
from peil.estimation.packed.parquet_columns import ParquetColumns
from peil.estimation.rao_scott import test_each_option, test_tables
from peil.estimation.shares import Shares
from peil.estimation.tested import Tested

OPTIONS = tuple("12345678")
SINGLE = tuple(Question(f"q{at}", OPTIONS, (f"q{at}",)) for at in range(60))
MANY = tuple(
    Question(f"m{at}", OPTIONS, tuple(f"m{at}_{option}" for option in OPTIONS), many=True) for at in range(10)
)
BANNERS = tuple(
    Banner(f"b{groups}", tuple(str(group + 1) for group in range(groups)), f"b{groups}")
    for groups in (2, 3, 4, 5, 8)
)
TABLES = (len(SINGLE) + len(MANY) * len(OPTIONS)) * len(BANNERS)
"""One for each question with one choice and for each option of those with several, by each banner: 700."""


@dataclass(frozen=True)
class Plan:
    """What the tab plan gives: shares on both bases with errors and intervals, and a test of each table."""

    shares: tuple[Shares, ...]
    unweighted: tuple[Floats, ...]
    tests: tuple[Tested, ...]


def make_plan(columns: Columns, design: Design) -> Plan:
    """Make the 700 tables."""
    frame, questions = make_frame(design), (*SINGLE, *MANY)
    engine = PackedEngine(pack(columns, design, frame, questions, BANNERS))
    made = list(engine.tables(questions, BANNERS))
    shares = estimate_tables([moments for *_, moments in made], frame)
    single = test_tables([moments for each, _, moments in made if not each.many], frame, Lonely.FAIL)
    many = test_each_option([moments for each, _, moments in made if each.many], frame, Lonely.FAIL)
    tests = (*single, *(test for options in many for test in options))
    if len(tests) != TABLES:
        raise AssertionError(f"{len(tests)} tests")
    unweighted = [each.n / np.maximum(each.base_n, 1)[:, None] for each in shares]
    return Plan(tuple(shares), tuple(unweighted), tests)


def plan_of_parquet(path: Path) -> Plan:
    """Make the tab plan of a Parquet file, reading included."""
    file = ParquetColumns(path)
    columns = Columns(file)
    return make_plan(columns, Design(file.rows, columns.numbers("w")))


def plan_of_csv(path: Path) -> Plan:
    """Make the tab plan of a small text file."""
    with path.open(newline="") as file:
        header, *rows = csv.reader(file)
    columns = Columns(dict(zip(header, map(list, zip(*rows, strict=True)), strict=True)), frozenset({""}))
    return make_plan(columns, Design(len(rows), columns.numbers("w")))


def scan(path: Path) -> list[object]:
    """Read every column and add it up: what cannot be left out."""
    import pyarrow.compute as pc  # noqa: PLC0415 - slow to load
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    return [pc.sum(column).as_py() for column in pq.read_table(path).columns]


def measure(path: Path, rounds: int) -> dict[str, float]:
    """Give the seconds of the plan and of the scan, best of rounds that take turns, and the plan's peak."""
    plans, scans, cpu, peak = [], [], [], 0.0
    for _ in range(rounds):
        start, used = time.perf_counter(), time.process_time()
        plan_of_parquet(path)
        plans.append(time.perf_counter() - start)
        cpu.append(time.process_time() - used)
        peak = peak or peak_memory()
    scanned = []
    for _ in range(rounds):
        start, used = time.perf_counter(), time.process_time()
        scan(path)
        scans.append(time.perf_counter() - start)
        scanned.append(time.process_time() - used)
    return {
        "plan": min(plans),
        "scan": min(scans),
        "plan_cpu": min(cpu),
        "scan_cpu": min(scanned),
        "peak_mb": peak,
    }


def peak_memory() -> float:
    """Give the most megabytes that this process held; what rusage says may be its parent's."""
    told = Path("/proc/self/status")
    if told.exists():
        return int(told.read_text().split("VmHWM:")[1].split()[0]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Make the plan of a file."""
    path = Path(sys.argv[1])
    if sys.argv[3:] == ["numpy"]:
        from peil.estimation.packed import kernel  # noqa: PLC0415 - small data are counted without it

        kernel.find_kernel = lambda: None
    if path.suffix == ".csv":
        plan_of_csv(path)
    else:
        print(json.dumps(measure(path, int(sys.argv[2]))))


if __name__ == "__main__":
    main()
