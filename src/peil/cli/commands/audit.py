"""``peil audit``: published figures, recomputed, or read from a report's text."""

import argparse

from peil import line
from peil.cli.command import Command, add_data, add_study
from peil.cli.outcome import Outcome, plural
from peil.study.study import Study

DRAFTS = "claims-draft.json"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the claims, the data, and where figures are read from and findings written to."""
    add_study(parser)
    add_data(parser)
    parser.add_argument(
        "--claims", metavar="FILE", help="published claims (default: published/claims.json in the study)"
    )
    parser.add_argument("--no-data", action="store_true", help="only what can be said without any data")
    parser.add_argument("--to", metavar="FILE", help="write what was found as a page of Markdown")
    parser.add_argument(
        "--read",
        metavar="FILE",
        help="read the numbers of a report (.md, .docx, .pdf) as drafts of claims to confirm",
    )
    parser.add_argument("--out", metavar="FILE", help=f"file for the drafts (default: {DRAFTS})")
    parser.add_argument(
        "--language",
        metavar="L",
        help="language of the report to read, and of the page (default: the base language)",
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Recompute the claims, or read figures from a text."""
    study = line.read_sound_study(chosen.study)
    language = chosen.language or study.about.language
    if chosen.read:
        return read(study, chosen.read, chosen.out or DRAFTS, language)
    with_data = not chosen.no_data
    audited, problems = line.audit_study(study, chosen.claims, chosen.data, with_data=with_data)
    text, data = audited.text, audited.data
    if chosen.to:
        line.write_findings(study, audited, chosen.to, language, with_data=with_data)
        text, data = f"{text}\n\n{chosen.to}", data | {"file": chosen.to}
    return Outcome(text=text, data=data, problems=problems)


def read(study: Study, report: str, out: str, language: str) -> Outcome:
    """Read a report's numbers as drafts."""
    found, problems = line.read_figures(study, report, out, language)
    many = len(found.judged)
    lines = [
        f"{out}: {many} {plural(many, 'draft')} to confirm, each by hand.",
        *(
            f"  {one.code} ({one.grade.value})  {', '.join(one.claims)}: {one.message}"
            for one in found.findings
        ),
    ]
    return Outcome(text="\n".join(lines), data=found.data | {"file": out}, problems=problems)


AUDIT = Command(
    name="audit",
    summary="recompute published figures from the data, or read them from a report's text",
    description=(
        "Recomputes every published claim and says which hold and which differ, with what was printed and"
        " what was computed. Without data it says which printed figures no count can give, and which can't "
        "all be right. It is a "
        "researcher's tool: its output passes no disclosure gate. A claim that differs is a verdict, not a "
        "problem: the exit status is 0 when every claim could be judged on sound data. With --read it takes "
        "the percentages, counts and bases from a report's text into a file of drafts; none counts as a "
        "claim until a person has confirmed it there."
    ),
    example="peil audit studies/genai-creative-work",
    arguments=arguments,
    run=run,
    nothing={"claims": [], "findings": []},
)
