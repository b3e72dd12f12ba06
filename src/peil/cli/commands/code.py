"""``peil code``: answers in own words are coded by people."""

import argparse

from peil.cli.command import Command, add_data, add_study
from peil.cli.outcome import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the question, the coder and what is to be done."""
    add_study(parser)
    parser.add_argument(
        "question", metavar="QUESTION", help="what is coded: the name of a file in coding, without .toml"
    )
    add_data(parser)
    parser.add_argument("--coder", metavar="NAME", help="who codes; final decides where coders disagree")
    parser.add_argument("--plain", action="store_true", help="line by line, for a screen reader or a script")
    parser.add_argument(
        "--suggest",
        action="store_true",
        help="show three codes that are likely by what was coded before; needs peil[suggest]",
    )
    parser.add_argument(
        "--near",
        type=ratio,
        metavar="N",
        help="from 0 to 100: how alike answers are to stand in one group (default: 85)",
    )
    acts = parser.add_mutually_exclusive_group()
    acts.add_argument("--groups", action="store_true", help="show answers with the same words, or nearly")
    acts.add_argument("--search", metavar="WORDS", help="show the answers that have all these words")
    acts.add_argument("--agreement", action="store_true", help="show how far the coders agree")
    acts.add_argument(
        "--quote", metavar="ID", help="draft a quotation of this respondent's answer in quotes.toml"
    )


def ratio(text: str) -> float:
    """Read a number from 0 to 100."""
    try:
        found = float(text)
    except ValueError:
        found = -1
    if not 0 <= found <= 100:
        raise argparse.ArgumentTypeError(f'"{text}" is no number from 0 to 100')
    return found


def run(chosen: argparse.Namespace) -> Outcome:
    """Show what was asked for, or the desk."""
    from peil.cli.coding.act import act  # noqa: PLC0415 - the screen and all behind it load when they are used

    return act(chosen)


CODE = Command(
    name="code",
    summary="code open answers, by hand and with agreement",
    description=(
        "Codes answers in own words by the frame in coding/QUESTION.toml. A coder sees the question and an "
        "answer's words, in an order of their own, and nothing else of who wrote them; each answer is kept "
        "in coding/QUESTION.csv before the next one is shown. Two coders or more work side by side and don't "
        "see each other's codes; --coder final decides where they disagree. Without a coder it says how far "
        "coding has come."
    ),
    example="peil code studies/genai-creative-work remarks --coder an",
    arguments=arguments,
    run=run,
    nothing={"variable": None, "answers": 0, "coded": [], "standings": {}},
)
