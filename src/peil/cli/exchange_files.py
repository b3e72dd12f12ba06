"""The files that ``peil qda`` writes and reads."""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from peil import line
from peil.cli.outcome import Outcome, plural
from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Unusable, has_errors
from peil.core.span import Span
from peil.formats.codings_file import keep_codings
from peil.formats.whole_file import OWN, write_whole
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.make_project import Wanted, codes_of_study, make_project
from peil.qual.exchange.read_codes import read_codebook
from peil.qual.exchange.read_project import read_project
from peil.qual.exchange.take_file import Take, take_codebook, take_project
from peil.qual.exchange.taken_file import TakenFile
from peil.qual.exchange.write_codes import write_codebook
from peil.qual.exchange.write_project import write_project
from peil.qual.exchange_problems import NOTHING_TO_EXCHANGE, UNREADABLE_EXCHANGE
from peil.study.coding import FINAL
from peil.study.reader.read_codings import FOLDER
from peil.study.reader.read_frames import open_variables
from peil.study.study import Study

ZIP = b"PK"
LARGEST_CODEBOOK = 64 << 20

Read = tuple[CodedProject, tuple[Problem, ...], bool]
"""A file: what it holds, what was wrong, and whether it is a codebook alone."""


def variables_of(study: Study, named: list[str]) -> tuple[str, ...]:
    """Give the variables that are named.

    Raises:
        Unusable: One holds no answers in own words.
    """
    known = open_variables(study.codebook)
    for name in named:
        if name not in known:
            hint = did_you_mean(name, known) or f"In own words are {', '.join(known) or 'no answers'}."
            message = f'There are no answers in own words called "{name}".'
            raise Unusable([NOTHING_TO_EXCHANGE.problem(Span("--question"), message, hint=hint, got=name)])
    return tuple(dict.fromkeys(named))


def wanted_of(study: Study, chosen: argparse.Namespace) -> Wanted:
    """Say what goes into a project: all frames and talks, where nothing is named.

    Raises:
        Unusable: There is nothing to write, or nobody of that name codes.
    """
    named = variables_of(study, chosen.question)
    everything = not named and not chosen.talks
    wanted = Wanted(
        variables=tuple(study.frames) if everything else named,
        talks=bool(study.talks) if everything else chosen.talks,
        coders=frozenset(chosen.coder) or None,
        with_identifiers=chosen.with_identifiers,
    )
    known = {FINAL, *(name for frame in study.frames.values() for name in frame.coders)}
    unknown = [name for name in chosen.coder if name not in known]
    if unknown:
        message, hint = f'Nobody called "{unknown[0]}" codes.', f"There is {', '.join(sorted(known))}."
    elif wanted.talks and not study.talks:
        message, hint = "The study has no talks.", "Leave --talks out."
    elif not wanted.variables and not wanted.talks:
        message = "The study has no coding frames and no talks."
        hint = "Name a question in own words with --question."
    else:
        return wanted
    raise Unusable([NOTHING_TO_EXCHANGE.problem(Span(str(study.folder)), message, hint=hint)])


def project_file(study: Study, chosen: argparse.Namespace, path: Path) -> Outcome:
    """Write the project, for the owner's eyes."""
    wanted = wanted_of(study, chosen)
    dataset = None
    if wanted.variables:
        dataset = line.read_analysis_set(study, chosen.data)
    project, problems = make_project(study, dataset, wanted)
    content = write_project(project)
    write_whole(path, putting(content), OWN)
    pieces = sum(bool(piece.uses) for source in project.sources for piece in source.selections)
    texts = len(project.sources)
    told = f"{texts} {plural(texts, 'text')} with {pieces} coded {plural(pieces, 'piece')} in {path}."
    made_up = " The answers are synthetic." if dataset is not None and dataset.synthetic else ""
    return Outcome(text=f"{told}{made_up}", problems=problems)


def codebook_file(study: Study, chosen: argparse.Namespace, path: Path) -> str:
    """Write the codebook, and say so.

    Raises:
        Unusable: There are no codes.
    """
    wanted = wanted_of(study, chosen)
    codes = codes_of_study(study, wanted.variables, talks=wanted.talks)
    if not codes:
        message, hint = "There are no codes to write.", "Write a coding frame in the folder coding first."
        raise Unusable([NOTHING_TO_EXCHANGE.problem(Span(str(study.folder)), message, hint=hint)])
    content = write_codebook(CodedProject(study.about.title.plain(study.about.language), codes=codes))
    write_whole(path, putting(content))
    number = sum(1 for top in codes for code in top.walk() if code.codable)
    return f"{number} {plural(number, 'code')} in {path}."


def putting(content: bytes) -> Callable[[Path], None]:
    """Give what writes these bytes to a path."""

    def put(path: Path) -> None:
        path.write_bytes(content)

    return put


def read_exchange(path: Path) -> Read:
    """Read a project or a codebook, whichever it is.

    Raises:
        Unusable: It is neither, or it isn't safe to read.
    """
    if not path.is_file():
        message, hint = "There is no such file.", "Name a .qdpx or .qdc file."
        raise Unusable([UNREADABLE_EXCHANGE.problem(Span(str(path)), message, hint=hint)])
    with path.open("rb") as file:
        if file.read(len(ZIP)) == ZIP:
            file.seek(0)
            return (*read_project(file, str(path)), False)
        file.seek(0)
        content = file.read(LARGEST_CODEBOOK + 1)
    if len(content) > LARGEST_CODEBOOK:
        message, hint = "The file is too large for a codebook.", "Name a .qdpx or .qdc file."
        raise Unusable([UNREADABLE_EXCHANGE.problem(Span(str(path)), message, hint=hint)])
    return (*read_codebook(content, str(path)), True)


def taken_into(study: Study, chosen: argparse.Namespace, read: Read) -> Outcome:
    """Take a file over into the study's folder; with an error among the problems nothing is written."""
    project, problems, codebook = read
    variables = variables_of(study, chosen.question)
    take = Take(chosen.read, chosen.coder[0], variables, chosen.user, chosen.replace)
    if codebook:
        if len(variables) != 1:
            message, hint = "A codebook is for one question.", "Name it with --question."
            raise Unusable([NOTHING_TO_EXCHANGE.problem(Span("--question"), message, hint=hint)])
        taken = take_codebook(study, project, take)
    else:
        dataset = line.read_analysis_set(study, chosen.data)
        taken = take_project(study, dataset, project, take)
    taken = replace(taken, problems=(*problems, *taken.problems))
    if has_errors(taken.problems):
        return Outcome("Nothing was written.", {"files": [], "codings": {}, "told": []}, taken.problems)
    files = write_taken(study, taken)
    codings = {name: len(some) for name, some in taken.codings.items()}
    return Outcome(
        "\n".join(taken.told), {"files": files, "codings": codings, "told": list(taken.told)}, taken.problems
    )


def write_taken(study: Study, taken: TakenFile) -> list[str]:
    """Write new frames and codings, and give the files."""
    files = []
    for frame in taken.frames:
        path = study.folder / FOLDER / f"{frame.variable}.toml"
        write_whole(path, putting(frame.text.encode()))
        files.append(str(path))
    for variable, codings in taken.codings.items():
        if codings:
            keep_codings(study.folder, variable, *codings)
            files.append(str(study.folder / FOLDER / f"{variable}.csv"))
    return files
