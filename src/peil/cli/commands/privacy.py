"""``peil privacy``: the data-protection sheet."""

import argparse
from functools import partial
from pathlib import Path

from peil import line, protectline
from peil.cli.command import Command, add_store, add_study
from peil.cli.commands.report import formats
from peil.cli.commands.show import ALL, FORMATS, demand
from peil.cli.outcome import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the language, the formats, the folder and the store."""
    add_study(parser)
    parser.add_argument("--language", metavar="L", help="language of the sheet (default: the base language)")
    parser.add_argument(
        "--to",
        type=partial(formats, known=FORMATS),
        default=("html",),
        metavar="F,F",
        help="html, pdf, docx (default: html)",
    )
    parser.add_argument(
        "--out", default="out/privacy", metavar="DIR", help="folder to write to (default: out/privacy)"
    )
    add_store(parser)


def run(chosen: argparse.Namespace) -> Outcome:
    """Write the sheet."""
    study = line.read_sound_study(chosen.study)
    language = chosen.language or study.about.language
    demand(study, language, ALL)
    sheet = protectline.show_protection(
        study,
        line.find_store(study, chosen.store),
        formats=chosen.to,
        out=Path(chosen.out),
        language=language,
    )
    names = [str(path) for path in sheet.files]
    told = [f"Not stated in study.toml: {', '.join(sheet.missing)}."] if sheet.missing else []
    return Outcome(text="\n".join([*names, *told]), data={"files": names, "missing": list(sheet.missing)})


PRIVACY = Command(
    name="privacy",
    summary="write the data-protection sheet",
    description=(
        "Writes what is kept of respondents and of who is invited, where, for how long and under which key, "
        "who can link what with what, who else handles the data, and how rights are carried out: all of it "
        "from the study, for the register of processing or an assessment of its risks. What study.toml "
        "doesn't say stands in it as missing. Where the study has a store already, the last day of fieldwork "
        "comes from its log, and the columns of the list from its sample. Sheets are in Dutch or English."
    ),
    example="peil privacy studies/genai-creative-work --to html,pdf --out out/privacy",
    arguments=arguments,
    run=run,
    nothing={"files": [], "missing": []},
)
