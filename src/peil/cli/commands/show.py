"""``peil show``: the questionnaire as a document."""

import argparse
from functools import partial
from pathlib import Path

from peil import line, reportline
from peil.cli.command import Command, add_study
from peil.cli.commands.report import formats
from peil.cli.outcome import Outcome
from peil.cli.usage import BAD_USAGE
from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.study.study import Study

FORMATS = ("html", "pdf", "docx")
ALL = "all"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add whose questionnaire it is, the language, the formats and the folder."""
    add_study(parser)
    parser.add_argument(
        "--role",
        default=ALL,
        metavar="ROLE",
        help="only what this role can be asked, in its words (default: all, side by side)",
    )
    parser.add_argument("--language", metavar="L", help="language to show (default: the base language)")
    parser.add_argument(
        "--to",
        type=partial(formats, known=FORMATS),
        default=("html",),
        metavar="F,F",
        help="html, pdf, docx (default: html)",
    )
    parser.add_argument(
        "--out", default="out/show", metavar="DIR", help="folder to write to (default: out/show)"
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Write the questionnaire."""
    study = line.read_sound_study(chosen.study)
    language = chosen.language or study.about.language
    demand(study, language, chosen.role)
    files = reportline.show_questionnaire(
        study,
        formats=chosen.to,
        out=Path(chosen.out),
        language=language,
        role="" if chosen.role == ALL else chosen.role,
    )
    names = [str(path) for path in files]
    return Outcome(text="\n".join(names), data={"files": names})


def demand(study: Study, language: str, role: str) -> None:
    """Refuse a language or role that the study hasn't.

    Raises:
        Unusable: It has no such language or role.
    """
    roles = [one.id for one in study.roles]
    wrong = []
    if language not in study.about.languages:
        hint = f"Choose from {', '.join(study.about.languages)}, or name it in study.toml."
        wrong.append(refusal(f'The study is not in the language "{language}".', hint))
    if role != ALL and role not in roles:
        hint = f"Choose from {', '.join([ALL, *roles])}."
        wrong.append(refusal(f'The study has no role "{role}".', hint))
    if wrong:
        raise Unusable(wrong)


def refusal(message: str, hint: str) -> Problem:
    """Give the problem of an argument that this study can't take."""
    return BAD_USAGE.problem(Span("command line"), message, hint=hint)


SHOW = Command(
    name="show",
    summary="write the questionnaire as a document",
    description=(
        "Writes the questionnaire with its routing in words: who is asked what, what ends the interview for "
        "whom, what may stay empty, the shortest and the longest route, and a route map with a lane for each "
        "role. Where roles read other words, these stand side by side."
    ),
    example="peil show studies/genai-creative-work --to html,pdf,docx --out out/show",
    arguments=arguments,
    run=run,
    nothing={"files": []},
)
