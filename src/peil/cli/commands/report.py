"""``peil report``: the report, with every number computed."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from peil import line, mendline, reportline
from peil.cli.command import Command, add_data, add_study
from peil.cli.outcome import Outcome, count_problems
from peil.cli.told_bound import told_json, told_text
from peil.report.mend import Mended
from peil.report.template.part import PARTS
from peil.study.take_reference import take_reference

FORMATS = ("html", "pdf", "docx", "pptx", "press", "xlsx")
DEFAULT = ("html", "pdf")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the data, the formats and the folder."""
    add_study(parser)
    add_data(parser)
    parser.add_argument(
        "--to", type=formats, default=DEFAULT, metavar="F,F", help=f"{', '.join(FORMATS)} (default: html,pdf)"
    )
    parser.add_argument(
        "--language",
        metavar="L,L",
        help="language or languages of what is written (default: the base language)",
    )
    parser.add_argument(
        "--reference",
        metavar="FILE",
        help="Word file whose styles a Word report takes (default: study.toml's)",
    )
    parser.add_argument(
        "--out", default="out/report", metavar="DIR", help="folder to write to (default: out/report)"
    )
    parser.add_argument(
        "--fix",
        action="store_true",
        help="first write every value that changed into the texts (of --language, or of all languages)",
    )


def formats(text: str, known: Sequence[str] = FORMATS) -> tuple[str, ...]:
    """Read a list of formats, each of which is known."""
    chosen = tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
    unknown = [name for name in chosen if name not in known]
    if unknown or not chosen:
        raise argparse.ArgumentTypeError(f"{', '.join(unknown) or 'nothing'}: choose from {', '.join(known)}")
    return chosen


def languages_of(text: str | None) -> tuple[str, ...]:
    """Read a list of languages, each once."""
    named = (name.strip() for name in (text or "").split(","))
    return tuple(dict.fromkeys(name for name in named if name))


def run(chosen: argparse.Namespace) -> Outcome:
    """Write the report."""
    study = line.read_sound_study(chosen.study)
    if chosen.reference:
        study = take_reference(study, chosen.reference)
    languages = languages_of(chosen.language) or (study.about.language,)
    for language in languages:
        for part in dict.fromkeys(PARTS[name] for name in chosen.to if name in PARTS):
            reportline.demand_report(study, language, part)
    mended = Mended((), ())
    if chosen.fix:
        mended = mendline.mend_texts(study, chosen.data, languages=languages_of(chosen.language))
    made = reportline.make_report(
        study,
        chosen.data,
        formats=chosen.to,
        out=Path(chosen.out),
        languages=languages,
    )
    files = [str(path) for path in made.files]
    problems = (*mended.problems, *made.problems)
    told = count_problems(problems)
    lines = [*files, *told_text(made.told, mended.written), *([f"Problems: {told}."] if told else [])]
    data = {"files": files, **told_json(made.told, mended.written)}
    return Outcome(text="\n".join(lines), data=data, problems=problems)


REPORT = Command(
    name="report",
    summary="write the report, every number computed",
    description=(
        "Reads the report's text, tabulates what it asks for, passes the disclosure gate and writes the "
        "report. A number that changed, a comparison that is no longer true and a number bound to nothing"
        " are problems with a place; the report is written all the same, so that it can be looked at. "
        "Sentences that changed and those that became untrue are listed with old and new words."
    ),
    example="peil report studies/genai-creative-work --to html,pdf --out out/report",
    arguments=arguments,
    run=run,
    nothing={"files": [], **told_json((), ())},
)
