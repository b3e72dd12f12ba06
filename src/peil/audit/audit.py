"""The audit: every published claim with a verdict, and what is odd about the claims themselves."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from peil.audit.adjusted import find_adjusted
from peil.audit.claim import Claim
from peil.audit.compute import compute
from peil.audit.finding import Finding
from peil.audit.findings import find_all
from peil.audit.possible import try_share
from peil.data.dataset import Dataset
from peil.study.study import Study


class Verdict(StrEnum):
    """What became of a claim.

    ``holds`` and ``differs`` come from recomputing; ``impossible`` needs no data: no count gives the printed
    figure; ``unchecked`` claims are about another study, or can't be tried without data.
    """

    HOLDS = "holds"
    DIFFERS = "differs"
    IMPOSSIBLE = "impossible"
    UNCHECKED = "unchecked"

    def of(self, count: int) -> str:
        """Say it of so many claims: ``540 hold``, ``1 holds``."""
        plural = self.value if count == 1 else self.value.removesuffix("s")
        return f"{count} {plural}"


@dataclass(frozen=True, slots=True)
class Judged:
    """A claim with its verdict; ``computed`` is empty where nothing was."""

    claim: Claim
    verdict: Verdict
    computed: str = ""


@dataclass(frozen=True)
class Audit:
    """The outcome.

    Args:
        judged: Every claim, in file order.
        findings: What is wrong with the claims whatever the data are.
        basis: What the verdicts rest on, in a sentence.
        synthetic: The data were made, not given by people.
    """

    judged: tuple[Judged, ...]
    findings: tuple[Finding, ...]
    basis: str
    synthetic: bool

    def with_verdict(self, verdict: Verdict) -> tuple[Judged, ...]:
        """Give the claims with a verdict."""
        return tuple(one for one in self.judged if one.verdict is verdict)

    @property
    def data(self) -> dict[str, object]:
        """The audit as the JSON contract has it, with the counts and the basis beside it."""
        counts = Counter(one.verdict for one in self.judged)
        return {
            "claims": [
                {
                    "id": one.claim.id,
                    "verdict": one.verdict.value,
                    "printed": one.claim.printed,
                    "computed": one.computed or None,
                }
                for one in self.judged
            ],
            "findings": [
                {
                    "code": finding.code,
                    "grade": finding.grade.value,
                    "claims": list(finding.claims),
                    "message": finding.message,
                }
                for finding in self.findings
            ],
            "verdicts": {verdict.value: counts[verdict] for verdict in Verdict},
            "basis": self.basis,
            "synthetic": self.synthetic,
        }

    @property
    def text(self) -> str:
        """The audit for a terminal: counts, every claim that doesn't hold, findings, the basis."""
        counts = Counter(one.verdict for one in self.judged)
        told = ", ".join(verdict.of(counts[verdict]) for verdict in Verdict if counts[verdict])
        lines = [
            f"{len(self.judged)} {'claim' if len(self.judged) == 1 else 'claims'}: {told or 'none'}",
            self.basis,
        ]
        for verdict in (Verdict.DIFFERS, Verdict.IMPOSSIBLE):
            found = self.with_verdict(verdict)
            lines += ["", f"{verdict.value.capitalize()}:"] if found else []
            lines += [describe(one) for one in found]
        lines += ["", "Findings:"] if self.findings else []
        lines += [
            f"  {one.code} ({one.grade.value})  {', '.join(one.claims)}: {one.message}"
            for one in self.findings
        ]
        return "\n".join(lines)


def describe(one: Judged) -> str:
    """Give a line about a claim that doesn't hold."""
    claim = one.claim
    found = {Verdict.IMPOSSIBLE: "; "}.get(one.verdict, ", computed ")
    computed = f"{found}{one.computed}" if one.computed else ""
    note = f"  ({claim.note})" if claim.note else ""
    return f"  {claim.id}  {claim.where}: printed {claim.printed}{computed}{note}"


def audit(study: Study, claims: Sequence[Claim], dataset: Dataset | None) -> Audit:
    """Judge published claims.

    Args:
        study: The study that the claims are about.
        claims: What was published.
        dataset: The analysis set to recompute them from, or None to say only what needs no data.
    """
    findings = find_all(claims, study)
    if dataset is None:
        basis = (
            "Judged without data: a printed percentage is impossible when no count of its printed base gives "
            "it; every other claim is unchecked."
        )
        return Audit(
            tuple(judge_without_data(claim, study) for claim in claims), findings, basis, synthetic=False
        )
    judged = tuple(judge(claim, dataset) for claim in claims)
    return Audit(
        judged, (*findings, *find_adjusted(claims, dataset)), basis_of(dataset), synthetic=dataset.synthetic
    )


def judge(claim: Claim, dataset: Dataset) -> Judged:
    """Recompute a claim."""
    if claim.check is None:
        return Judged(claim, Verdict.UNCHECKED)
    found = compute(dataset, claim.check)
    return Judged(claim, Verdict.HOLDS if found.holds else Verdict.DIFFERS, found.words)


def judge_without_data(claim: Claim, study: Study) -> Judged:
    """Say whether a claim is possible at all."""
    found = try_share(claim, study.plan)
    if found is None or found.counts:
        return Judged(claim, Verdict.UNCHECKED)
    nearest = " or ".join(f"{value}%" for value in found.nearest)
    return Judged(claim, Verdict.IMPOSSIBLE, f"possible of {found.base}: {nearest}")


def basis_of(dataset: Dataset) -> str:
    """Say what the verdicts rest on."""
    if dataset.synthetic:
        return (
            f"Recomputed from {dataset.n} rows of synthetic data: holds means that the printed figure is "
            "consistent with these made rows, not verified against real respondents."
        )
    return f"Recomputed from the answers of {dataset.n} respondents."
