"""Whether a slip in a condition is noticed: ``make bench-mutate``.

Each condition of the reference study's route and roles is changed in each single way
(``bench/mutations.py``), and the order of the roles too; each changed study is read from its folder. It is
*caught* where ``peil check`` reports what it doesn't report of the original, or where ``peil diff`` proves
that a base, an outcome or a role changes. What is neither survives: for it the comparison is itself the
proof that nobody is asked, shown or called anything else. Survivors are printed with what makes them equal.
"""

import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from itertools import pairwise
from pathlib import Path

from mutations import Mutation, mutations

from peil.core.problem import Problem, Unusable
from peil.study.checks.check import check_study
from peil.study.proof.compare import Comparison
from peil.study.reader.read import read_study
from peil.study.study import Study

ROOT = Path(__file__).resolve().parent.parent
STUDY = ROOT / "studies" / "genai-creative-work"
OUT = ROOT / "out" / "bench" / "mutate.json"
PARTS = "questionnaire.md", "study.toml", "plan.toml", "translations"

SAME = {
    "order of parts": "proved equal: the parts of an and or an or hold in any order",
    "order of roles": "proved equal: nobody meets both conditions",
}
EARLIER = "proved equal: whom it adds to the role has an earlier one, or whom it takes away never had it"
EQUAL = "proved equal: it differs only for answers that nobody who gets there can give"


def copy_study(folder: Path) -> None:
    """Copy what check reads, the report's text aside."""
    for name in PARTS:
        source = STUDY / name
        if source.is_dir():
            shutil.copytree(source, folder / name)
        else:
            shutil.copy(source, folder / name)


def swapped_roles(study: Study) -> list[Mutation]:
    """Give each pair of neighbouring roles in the other order; the default stays last."""
    text = (STUDY / "study.toml").read_text(encoding="utf-8").split("\n")
    conditional = [role for role in study.roles if role.condition]
    found = []
    for one, other in pairwise(conditional):
        first = next(number for number, line in enumerate(text) if re.match(rf"{one.id}\s*=", line))
        if re.match(rf"{other.id}\s*=", text[first + 1]):
            pair = f"{text[first]}\n{text[first + 1]}"
            found.append(
                Mutation(
                    "order of roles", "study.toml", first + 1, 1, pair, f"{text[first + 1]}\n{text[first]}"
                )
            )
    return found


def put(text: str, mutation: Mutation) -> str:
    """Make the change in a file's text."""
    return text.replace(mutation.old, mutation.new, 1) if "\n" in mutation.old else mutation.put(text)


def caught(old: Study, known: set[tuple[str, str]], folder: Path) -> str:
    """Say what notices the change that the folder has: check, base, outcome or role; empty for nothing."""
    try:
        new = read_study(folder)
        problems: tuple[Problem, ...] = check_study(new)
    except Unusable as refused:
        return "check" if refused.problems else ""
    if any((problem.code, problem.message) not in known for problem in problems):
        return "check"
    comparison = Comparison(old, new)
    if any(True for step in new.route.steps for _ in comparison.changes(step)):
        return "base"
    if any(True for _ in comparison.outcomes()):
        return "outcome"
    return "role" if any(True for _ in comparison.roles()) else ""


def main() -> int:
    """Change, look, write and print."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copy_study(folder)
        old = read_study(folder)
        known = {(problem.code, problem.message) for problem in check_study(old)}
        every = [*mutations(old), *swapped_roles(old)]
        counts: Counter[str] = Counter()
        survivors: list[Mutation] = []
        for mutation in every:
            path = folder / mutation.file
            text = path.read_text(encoding="utf-8")
            path.write_text(put(text, mutation), encoding="utf-8")
            by = caught(old, known, folder)
            path.write_text(text, encoding="utf-8")
            counts[by] += 1
            if not by:
                survivors.append(mutation)
    report(counts, survivors, len(every))
    return 0


def report(counts: Counter[str], survivors: list[Mutation], total: int) -> None:
    """Print the share caught and every survivor with its class; write the figures."""
    classes: Counter[str] = Counter()
    for mutation in survivors:
        why = SAME.get(mutation.sort, EARLIER if mutation.file == "study.toml" else EQUAL)
        classes[why] += 1
        print(f"{mutation}\n    {why}")
    for why, count in classes.items():
        print(f"{count} survivors {why}")
    figures = {
        "mutations": total,
        "caught": total - len(survivors),
        "share_caught": (total - len(survivors)) / total,
        "caught_by_check": counts["check"],
        "caught_by_base": counts["base"],
        "caught_by_outcome": counts["outcome"],
        "caught_by_role": counts["role"],
        "survivors": len(survivors),
        "survivors_in_order_of_parts": sum(one.sort == "order of parts" for one in survivors),
        "survivors_otherwise": sum(one.sort != "order of parts" for one in survivors),
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"figures": figures}, indent=2) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"), end="")


if __name__ == "__main__":
    sys.exit(main())
