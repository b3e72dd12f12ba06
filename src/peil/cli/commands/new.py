"""``peil new``: a small working study to start from."""

import argparse
from pathlib import Path

from peil import line
from peil.cli.command import Command
from peil.cli.outcome import Outcome


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add where it goes and what it is called."""
    parser.add_argument("folder", metavar="FOLDER", help="a folder that doesn't exist yet, or is empty")
    parser.add_argument(
        "--title", default="", help="the study's title (default: made from the folder's name)"
    )
    parser.add_argument(
        "--language", choices=("nl", "en"), default="en", help="its base language (default: en)"
    )


def run(chosen: argparse.Namespace) -> Outcome:
    """Write the study."""
    folder = Path(chosen.folder)
    title = chosen.title or folder.name.replace("-", " ").replace("_", " ").capitalize()
    files = line.new_study(folder, title, chosen.language)
    listed = "\n".join(f"  {path}" for path in files)
    text = f"A working study:\n{listed}\nNext: peil check {folder}, then peil report {folder} --to html"
    return Outcome(text=text, data={"files": [str(path) for path in files]})


NEW = Command(
    name="new",
    summary="write a small working study to start from",
    description=(
        "Writes a study that works as it is: a questionnaire with roles and routing, a plan, a "
        "translation, a small report and synthetic responses. A folder with anything in it is left alone."
    ),
    example="peil new my-survey --title 'Working from home' --language en",
    arguments=arguments,
    run=run,
    nothing={"files": []},
)
