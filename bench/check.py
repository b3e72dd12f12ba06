"""How long the proof of a questionnaire takes, and whether it is right: ``make bench-check``.

``seconds_310_questions`` and ``seconds_500_questions`` are ``check_study`` on a study of so many routed
questions (``bench/routed.py``): every rule with the proof, its encoding and the explanations of what can
never happen, without reading the folder and loading modules; best of three fresh processes. ``checks_…``
counts what is asked of the prover in that run, each question once. ``z3_seconds_…`` is z3 on the same
clauses and the same questions, asked one by one in one incremental solver, without encoding;
``solver_seconds_…`` is the solver that Peil uses on just those.

``disagreements_with_enumeration`` counts, on random questionnaires of up to eight questions, the findings
that only the solver has or only enumeration of all interviews, and the walks that the interview engine
refuses or that don't show what they are told with. Enumeration lives with the tests.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "out" / "bench" / "check.json"
SIZES = 310, 500
RANDOM = 1000
Z3_LIMIT = 600
"""Seconds that z3 is given for one size."""

MEASURE = """
import json, sys, time
from peil.study.checks.catalogue import checks
from peil.study.checks.check import check_study
from peil.study.reader.read import read_study
study = read_study(sys.argv[1])
checks()
start = time.perf_counter()
problems = check_study(study)
print(json.dumps({"seconds": time.perf_counter() - start, "problems": len(problems)}))
"""

ASKED = """
import json, sys, time
from peil.study.checks.check import check_study
from peil.study.proof.prover import Models
from peil.study.reader.read import read_study
asked, calls, known = {}, [0], {}
can = Models.can
def counted(self, *literals):
    calls[0] += 1
    found = can(self, *literals)
    known[id(self)] = self
    asked.setdefault(id(self), {})[self.formula.all_of(literals)] = found
    return found
Models.can = counted
check_study(read_study(sys.argv[1]))
largest = max(asked, key=lambda one: len(asked[one]))
formula = known[largest].formula
json.dump({
    "calls": calls[0],
    "asked": sorted(asked[largest].items()),
    "variables": formula.last,
    "clauses": formula.clauses,
}, open(sys.argv[2], "w"))
"""

SOLVER = """
import json, sys, time
from pysat.solvers import Cadical153
said = json.load(open(sys.argv[1]))
start = time.perf_counter()
solver = Cadical153(bootstrap_with=said["clauses"])
wrong = sum(solver.solve(assumptions=[literal]) is not holds for literal, holds in said["asked"])
print(json.dumps({"seconds": time.perf_counter() - start, "wrong": wrong}))
"""

Z3 = """
import json, sys, time
import z3
said = json.load(open(sys.argv[1]))
start = time.perf_counter()
known = [z3.Bool(f"x{number}") for number in range(said["variables"] + 1)]
def literal(number):
    return known[number] if number > 0 else z3.Not(known[-number])
solver = z3.Solver()
for clause in said["clauses"]:
    solver.add(z3.Or([literal(number) for number in clause]))
wrong = sum((solver.check(literal(number)) == z3.sat) is not holds for number, holds in said["asked"])
print(json.dumps({"seconds": time.perf_counter() - start, "wrong": wrong}))
"""


def run(program: str, *arguments: str | Path, limit: float | None = None) -> dict[str, float]:
    """Run a program in a fresh process and give what it prints."""
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=limit)
    found: dict[str, float] = json.loads(done.stdout or "{}")
    return found


def measure(questions: int) -> dict[str, float]:
    """Measure one size: Peil's checks, the solver alone, z3 on the same questions."""
    from routed import write_routed  # noqa: PLC0415 - stands beside this file

    with tempfile.TemporaryDirectory() as name:
        folder, said = Path(name), Path(name) / "asked.json"
        write_routed(folder, questions)
        seconds = min(run(MEASURE, folder)["seconds"] for _ in range(3))
        run(ASKED, folder, said)
        asked = json.loads(said.read_text(encoding="utf-8"))
        solver = min((run(SOLVER, said) for _ in range(3)), key=lambda one: one["seconds"])
        size = f"{questions}_questions"
        figures = {
            f"seconds_{size}": seconds,
            f"checks_{size}": asked["calls"],
            f"distinct_checks_{size}": len(asked["asked"]),
            f"clauses_{size}": len(asked["clauses"]),
            f"solver_seconds_{size}": solver["seconds"],
            f"solver_disagreements_{size}": solver["wrong"],
        }
        try:
            z3 = run(Z3, said, limit=Z3_LIMIT)
        except subprocess.TimeoutExpired:
            z3 = {"seconds": float(Z3_LIMIT), "wrong": 0}
            print(f"z3 was stopped after {Z3_LIMIT} seconds on {questions} questions", file=sys.stderr)
        return figures | {f"z3_seconds_{size}": z3["seconds"], f"z3_disagreements_{size}": z3["wrong"]}


def compare(examples: int) -> dict[str, float]:
    """Compare solver and enumeration on random questionnaires."""
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "tests" / "study" / "proof")]
    from hypothesis import HealthCheck, Phase, given, seed, settings  # noqa: PLC0415 - not for the timings
    from test_findings_and_enumeration_agree import differences, proved, unshown  # noqa: PLC0415 - as above

    from enumerate_walks import TooManyWalksError  # noqa: PLC0415 - found on the path that was just added
    from random_routing import routings, study_of  # noqa: PLC0415 - as above

    counts: Counter[str] = Counter()

    @seed(2026)
    @settings(
        max_examples=examples,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(routings())
    def look(files: tuple[str, str, str]) -> None:
        study = study_of(files)
        try:
            wrong = differences(study)
        except TooManyWalksError:
            counts["too large"] += 1
            return
        wrong += unshown(study)
        counts["compared"] += 1
        counts["findings"] += len(proved(study))
        counts["wrong"] += len(wrong)
        for one in wrong:
            print(one, *files, sep="\n", file=sys.stderr)

    look()
    return {
        "disagreements_with_enumeration": counts["wrong"],
        "random_questionnaires": counts["compared"],
        "random_questionnaires_too_large": counts["too large"],
        "findings_compared": counts["findings"],
    }


def main() -> int:
    """Measure, compare, write and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--random", type=int, default=RANDOM, help="how many random questionnaires")
    chosen = parser.parse_args()
    figures: dict[str, float] = {}
    for questions in SIZES:
        figures |= measure(questions)
    figures |= compare(chosen.random)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"figures": figures}, indent=2) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"), end="")
    return 1 if figures["disagreements_with_enumeration"] else 0


if __name__ == "__main__":
    sys.exit(main())
