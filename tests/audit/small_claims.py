"""A small study whose claims are printed figures, and what the audit finds in a few of them."""

from pathlib import Path
from typing import Any

from claims_survey import QUESTIONNAIRE, SETTINGS, write_claims

from peil.audit.audit import Audit, audit
from peil.audit.read_claims import read_claims
from peil.study.reader.read import read_study

SCALES = """
## view  {matrix}
source: Q9
Wat vindt u?
columns
- ( ) no: Nee
- ( ) some: Soms
- ( ) yes: Ja
- ( ) dk: Weet ik niet
rows
- one: Een
- two: Twee
- three: Drie

## opinion
source: Q10
En nu?
- ( ) a: A
- ( ) b: B
- ( ) c: C
- ( ) d: D

## three  {at most 2}
source: Q11
Welke?
- [ ] x: X
- [ ] y: Y
- [ ] z: Z
"""
PLAN = '[analysis]\ngroups = ["work"]\n[disclosure]\nminimum_base = 10\n'
PLAN += '[derived.own]\ntitle = "Eigen"\nclasses.yes = { title = "ja", if = "work is own" }\n'
PLAN += 'classes.no = { title = "nee", if = "work is not own" }\n'
WEIGHTED = '[weighting]\nmethod = "given"\ncolumn = "weight"\nreason = "…"\n'
Claim = dict[str, Any]


def tried(folder: Path, *claims: Claim, weighted: bool = False) -> Audit:
    (folder / "study.toml").write_text(SETTINGS, encoding="utf-8")
    (folder / "questionnaire.md").write_text(QUESTIONNAIRE + SCALES, encoding="utf-8")
    (folder / "plan.toml").write_text(PLAN + (WEIGHTED if weighted else ""), encoding="utf-8")
    study = read_study(folder)
    assert [str(problem) for problem in study.problems if problem.severity == "error"] == []
    return audit(study, read_claims(write_claims(folder, *claims), study), None)


def found(outcome: Audit, code: str = "") -> list[str]:
    told = [f"{one.code} {one.grade.value} {' '.join(one.claims)}" for one in outcome.findings]
    return [one for one in told if one.startswith(code)]


def share(item: str, options: str, printed: float, **more: Any) -> Claim:  # noqa: ANN401 - keys of a claim
    return {"statistic": "share", "item": item, "options": options.split(), "printed": printed} | more


def base(n: int, known: str = "printed") -> Claim:
    return {"base": {"n": n, "known": known}}


def size(item: str, n: int, **where: str) -> Claim:
    return {
        "statistic": "base",
        "item": item,
        "printed": n,
        "where": {key: [one] for key, one in where.items()},
    }


def count(n: int, **where: str) -> Claim:
    return {"statistic": "count", "printed": n, "where": {key: [one] for key, one in where.items()}}


def among(**where: str) -> Claim:
    return {"where": {key: [one] for key, one in where.items()}}


OPINION = [share("opinion", name, value) for name, value in zip("abcd", (40, 30, 20, 10), strict=True)]
