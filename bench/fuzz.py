"""Whether a broken questionnaire ever crashes the checker: ``make bench-fuzz``.

10,000 study folders with a few random edits (of questionnaire.md, study.toml, plan.toml and a catalogue, as
the tests make them; one in four is a part of the reference study) are read and checked, proof included.
Each must give problems or be refused with problems; any other exception is a crash, printed with what made
it.
"""

import json
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from fuzzed_studies import Files, bases, check, fuzzed, larger_bases  # noqa: E402 - the path comes first

OUT = ROOT / "out" / "bench" / "fuzz.json"
CASES = 10_000
SHOWN = 3
"""Crashes that are printed in full."""


def main(cases: int = CASES) -> int:
    """Check so many broken folders, write and print what came of it."""
    counts: Counter[str] = Counter()
    crashes: dict[str, tuple[str, Files]] = {}
    start = time.perf_counter()
    run(cases, counts, crashes)
    figures = {
        "cases": counts["cases"],
        "crashes": counts["crashes"],
        "cases_with_problems": counts["with problems"],
        "seconds": time.perf_counter() - start,
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"figures": figures}, indent=2) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"), end="")
    for trace, files in list(crashes.values())[:SHOWN]:
        print(trace)
        for name, text in files.items():
            print(f"--- {name}\n{text}")
    return 1 if crashes else 0


def run(cases: int, counts: Counter[str], crashes: dict[str, tuple[str, Files]]) -> None:
    """Check broken folders; crashes are kept by the place that they come from."""
    small = st.one_of(*[fuzzed(bases())] * 3)

    @seed(2026)
    @settings(
        max_examples=cases,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.one_of(small, fuzzed(larger_bases())))
    def look(files: Files) -> None:
        counts["cases"] += 1
        try:
            counts["with problems"] += bool(check(files))
        except Exception as error:  # noqa: BLE001 - whatever happens here is what is looked for
            counts["crashes"] += 1
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{type(error).__name__} {last.filename}:{last.lineno}"
            crashes.setdefault(place, (traceback.format_exc(), files))

    look()


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
