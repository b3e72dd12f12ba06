"""A small working study to start from: each main idea once, with a report and synthetic answers."""

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.study.new_study_problems import NO_TEMPLATE, TAKEN, UNTITLED

LANGUAGES = ("nl", "en")
TITLE = "@TITLE@"


def new_study(folder: Path, title: str, language: str) -> tuple[Path, ...]:
    """Write a study that reads, checks, simulates and reports as it is.

    Args:
        folder: Where; made if it isn't there.
        title: The study's title.
        language: Its base language, ``nl`` or ``en``; the other one is its translation.

    Returns:
        The files written, in order of their names.

    Raises:
        Unusable: The folder holds something already, the title is empty, or the language is another one.
    """
    problems = tuple(refusals(folder, title, language))
    if problems:
        raise Unusable(problems)
    quoted = " ".join(title.split()).replace("\\", "\\\\").replace('"', '\\"')
    written = []
    for name, text in sorted(template(language)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.replace(TITLE, quoted), encoding="utf-8", newline="\n")
        written.append(path)
    return tuple(written)


def refusals(folder: Path, title: str, language: str) -> Iterator[Problem]:
    """Give what stands in the way of writing anything."""
    place = Span(str(folder))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        message = "There is something here already; a new study is never written over it."
        yield TAKEN.problem(place, message, hint="Name a folder that doesn't exist yet.")
    if not title.split():
        yield UNTITLED.problem(place, "A study has a title.", hint="Give one with --title.")
    if language not in LANGUAGES:
        hint = did_you_mean(language, LANGUAGES) or 'Use "nl" or "en"; others can be added as translations.'
        yield NO_TEMPLATE.problem(place, f'There is no new study in the language "{language}".', hint=hint)


def template(language: str) -> Iterator[tuple[str, str]]:
    """Give name and text of every file: those of the language, and the data, which have none."""
    root = files("peil.study").joinpath("template")
    yield from texts(root.joinpath(language), PurePosixPath())
    yield from texts(root.joinpath("data"), PurePosixPath("data"))


def texts(folder: Traversable, name: PurePosixPath) -> Iterator[tuple[str, str]]:
    """Give name and text of every file under a folder of the package."""
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from texts(entry, name / entry.name)
        else:
            yield str(name / entry.name), entry.read_text(encoding="utf-8")
