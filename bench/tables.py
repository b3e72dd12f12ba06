"""The tab plan beside a bare scan of its file, and beside other tools: ``make bench-tables``.

The tab plan: 60 questions with one choice and 10 with several, of 8 options each, by 5 banners of 2 to 8
groups; column shares on both bases, Taylor errors, logit intervals and the Rao-Scott F of 700 tables (each
option of several is a table of its own). Data are generated: codes as a survey's file has them, so the bare
scan reads 60 + 80 + 5 columns of small numbers and a weight. Reading is part of every figure of the plan.

| figure | what |
|---|---|
| ``tab_plan_over_scan_1m`` | seconds of the plan over those of pyarrow reading and adding up each column |
| ``tab_plan_over_scan_1m_numpy`` | the same where no kernel is compiled |
| ``growth_1m_to_10m`` | the plan's seconds on 10 million rows over those on one million |
| ``seconds_130_rows`` | the plan from a CSV file of 130 rows: a whole process, imports included |
| ``peak_mb_1m`` | most memory that the process ever held |
| ``svy_over_plan_100k`` | the 300 tables with one choice: svy over all of the plan (timed on few tables) |
| ``duckdb_over_plan_1m`` | sums by grouping sets, no errors and no tests, over all of the plan |
| ``pandas_over_plan_100k`` | bare column shares over all of the plan (timed on few tables) |
| ``f_difference_from_svy`` | the largest relative difference between svy's F and ours, its df included |
| ``raking_over_pass_1m`` | raking a million rows on 4 margins over one numpy pass over the margins' codes |

Some 5e-6 of difference from svy is n / (n - 1): it takes rows without an answer out of the sample; Peil, as R
does, out of the domain.

Rounds: the best of five (of two with 10 million rows); ratios of CPU seconds stand beside those of the clock,
since other work on the machine shows less in them.
"""

import json
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from tables_file import write_csv, write_parquet
from tables_others import duckdb_seconds, largest_difference, pandas_seconds, pass_seconds, svy_seconds
from tables_plan import plan_of_parquet

from peil.estimation.calibration.collapse import collapse
from peil.estimation.calibration.margin import Margin
from peil.estimation.calibration.rake import rake
from peil.estimation.packed.kernel import find_kernel

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out" / "bench" / "tables.json"
PLAN = Path(__file__).with_name("tables_plan.py")
SIZES = {"10k": 10_000, "100k": 100_000, "1m": 1_000_000, "10m": 10_000_000}
ROUNDS = 5
NEEDED_10M = 6e9
"""Bytes of free memory that 10 million rows are made and counted in."""
MARGINS = (2, 6, 12, 9)
SAMPLE = 5


def main() -> None:
    """Print the figures and write them down; ``--quick`` leaves out 10 million rows."""
    sizes = dict(SIZES)
    if "--quick" in sys.argv or free_memory() < NEEDED_10M:
        del sizes["10m"]
    figures: dict[str, float] = {"compiled_kernel": float(find_kernel() is not None)}
    with tempfile.TemporaryDirectory() as folder:
        files = {name: write_parquet(rows, Path(folder)) for name, rows in sizes.items()}
        for name, file in files.items():
            figures |= {
                f"{key}_{name}": value
                for key, value in plan_and_scan(file, 2 if name == "10m" else ROUNDS).items()
            }
        by_numpy = plan_and_scan(files["1m"], 2, "numpy")
        figures["tab_plan_over_scan_1m_numpy"] = by_numpy["plan_seconds"] / figures["scan_seconds_1m"]
        figures["seconds_130_rows"] = seconds_of_small(write_csv(130, Path(folder)))
        if "10m" in files:
            figures["growth_1m_to_10m"] = figures["plan_seconds_10m"] / figures["plan_seconds_1m"]
        figures |= others(files, figures)
    figures["raking_over_pass_1m"] = raking_over_pass(SIZES["1m"])
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"figures": figures}, indent=2) + "\n")
    for name, value in figures.items():
        print(f"{name:28} {value:.4g}")


def plan_and_scan(file: Path, rounds: int, *engine: str) -> dict[str, float]:
    """Time the plan and the scan in a process of their own."""
    command = [sys.executable, str(PLAN), str(file), str(rounds), *engine]
    made = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return {
        "plan_seconds": made["plan"],
        "scan_seconds": made["scan"],
        "tab_plan_over_scan": made["plan"] / made["scan"],
        "tab_plan_over_scan_cpu": made["plan_cpu"] / made["scan_cpu"],
        "peak_mb": made["peak_mb"],
    }


def seconds_of_small(file: Path) -> float:
    """Give the seconds of a process that makes the plan of a text file, best of several."""

    def once() -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, str(PLAN), str(file)], check=True)
        return time.perf_counter() - start

    return min(once() for _ in range(SAMPLE))


def others(files: dict[str, Path], figures: dict[str, float]) -> dict[str, float]:
    """Give the other tools' seconds over the plan's."""
    whole, small = figures["plan_seconds_1m"], figures["plan_seconds_100k"]
    return {
        "svy_over_plan_100k": svy_seconds(files["100k"]) / small,
        "duckdb_over_plan_1m": duckdb_seconds(files["1m"]) / whole,
        "pandas_over_plan_100k": pandas_seconds(files["100k"]) / small,
        "f_difference_from_svy": largest_difference(files["10k"], plan_of_parquet(files["10k"])),
    }


def raking_over_pass(rows: int) -> float:
    """Give the seconds of raking on four margins, weights included, over those of adding them up once."""
    chance = np.random.default_rng(1)
    weights = chance.lognormal(0, 0.3, rows)
    codes = [chance.choice(size, rows, p=chance.dirichlet(np.full(size, 5.0))) for size in MARGINS]
    margins = [
        Margin(f"m{size}", tuple(map(str, range(size))), of, chance.dirichlet(np.full(size, 50.0)) * rows)
        for size, of in zip(MARGINS, codes, strict=True)
    ]

    def once() -> float:
        start = time.perf_counter()
        cells = collapse(margins, weights)
        cells.spread(rake(cells), weights)
        return time.perf_counter() - start

    return min(once() for _ in range(ROUNDS)) / pass_seconds(codes, weights)


def free_memory() -> float:
    """Give the bytes of memory that are free; none where the system doesn't say."""
    told = Path("/proc/meminfo")
    if not told.exists() or shutil.disk_usage(tempfile.gettempdir()).free < NEEDED_10M:
        return 0.0
    lines = dict(line.split(":", 1) for line in told.read_text().splitlines())
    return float(lines["MemAvailable"].split()[0]) * 1024


if __name__ == "__main__":
    main()
