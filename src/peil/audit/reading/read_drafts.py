"""Read a report's numbers into a file of drafts."""

from pathlib import Path

from peil.audit.claim_problems import DRAFTS_EXIST, NO_FIGURES
from peil.audit.reading.draft_claims import draft_claims, write_drafts
from peil.audit.reading.read_report import read_report
from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.study.study import Study


def read_drafts(study: Study, report: Path, out: Path, language: str) -> tuple[Problem, ...]:
    """Write the numbers of a report as drafts of claims; beside it the problem of a text without figures.

    Raises:
        Unusable: The report can't be read, or the file exists: somebody may have confirmed drafts in it.
    """
    if out.exists():
        hint = "Give another file with --out, or take this one away."
        raise Unusable([DRAFTS_EXIST.problem(Span(str(out)), "there is such a file already.", hint=hint)])
    drafts = draft_claims(read_report(report), study, language, report.name)
    write_drafts(out, drafts)
    if drafts["claims"]:
        return ()
    hint = "Look whether its figures are pictures; type such claims in by hand."
    return (NO_FIGURES.problem(Span(str(report)), "no percentages, counts or bases were found.", hint=hint),)
