"""A study's open answers, talks and frames as a coded project."""

import datetime as dt
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from peil.core.problem import Problem
from peil.core.span import Span
from peil.data.dataset import Dataset
from peil.qual.exchange.answers_source import AnswersSource
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.coder import Coder
from peil.qual.exchange.frame_codes import frame_code, themes_code
from peil.qual.exchange.member_set import MemberSet
from peil.qual.exchange.project_code import ProjectCode
from peil.qual.exchange.project_note import ProjectNote
from peil.qual.exchange.study_guids import StudyGuids, guids_of
from peil.qual.exchange.talk_source import talk_source
from peil.qual.exchange.text_source import TextSource
from peil.qual.exchange_problems import WITHHELD
from peil.qual.open_answers import open_answers
from peil.study.coding import Codings
from peil.study.coding_frame import CodingFrame
from peil.study.study import Study
from peil.study.text import Wording

NO_DAY = dt.date(1970, 1, 1)
"""The date of a project whose study names none: that of today would make each file differ from the last."""


SYNTHETIC = "Synthetic: answers among these were made, not given by a person."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What goes into a project.

    Args:
        variables: Whose answers in own words, in order.
        talks: The talks go along.
        coders: Whose codings go along; None for everybody's.
        with_identifiers: Words that point at one person go along too.
    """

    variables: tuple[str, ...] = ()
    talks: bool = False
    coders: AbstractSet[str] | None = None
    with_identifiers: bool = False


@dataclass
class Made:
    """What is gathered on the way to a project."""

    sources: list[TextSource] = field(default_factory=list)
    notes: list[ProjectNote] = field(default_factory=list)
    names: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


def make_project(
    study: Study, dataset: Dataset | None, wanted: Wanted
) -> tuple[CodedProject, tuple[Problem, ...]]:
    """Make the project, the same of the same study and data.

    Args:
        study: The study.
        dataset: Its rows; None where no answers are wanted.
        wanted: What goes into it.
    """
    guids, made = guids_of(study), Made()
    if dataset is not None:
        for variable in wanted.variables:
            _put_answers(dataset, variable, guids, wanted, made)
    answers = tuple(source.guid for source in made.sources)
    if wanted.talks:
        _put_talks(study, guids, wanted, made)
    talks = tuple(source.guid for source in made.sources if source.guid not in answers)
    project = CodedProject(
        name=guids.title,
        made=day_of(study),
        coders=tuple(Coder(guids.of("coder", name), name) for name in sorted(made.names)),
        codes=codes_of_study(study, wanted.variables, talks=wanted.talks),
        sources=tuple(made.sources),
        notes=tuple(made.notes),
        sets=tuple(
            MemberSet(guids.of("set", name), name, sources=members)
            for name, members in (("Answers in own words", answers), ("Talks", talks))
            if members
        ),
        description=SYNTHETIC if answers and dataset is not None and dataset.synthetic else "",
    )
    return project, tuple(made.problems)


def codes_of_study(study: Study, variables: Sequence[str], *, talks: bool) -> tuple[ProjectCode, ...]:
    """Give the trees of codes of these variables' frames, and of the talks' themes."""
    guids, language = guids_of(study), study.about.language
    frames = [study.frames[variable] for variable in variables if variable in study.frames]
    themes = [themes_code(study, guids)] if talks and study.themes else []
    return (*(frame_code(frame, guids, language) for frame in frames), *themes)


def day_of(study: Study) -> dt.datetime:
    """Give the date of a project: that of the report, else the last or first day of fieldwork."""
    about = study.about
    day = about.report_date or about.closes or about.opens or NO_DAY
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def _put_answers(dataset: Dataset, variable: str, guids: StudyGuids, wanted: Wanted, made: Made) -> None:
    study = dataset.study
    frame = study.frames.get(variable) or CodingFrame(variable, Wording(variable), (), Span(variable))
    codings = study.codings.get(variable) or Codings(variable)
    making = AnswersSource(variable, guids, codings, frame.code_ids, wanted.coders, wanted.with_identifiers)
    item = study.codebook.items[study.codebook.variables[variable].item]
    asked = item.wording.plain(study.about.language)
    told = f"{SYNTHETIC} {asked}" if dataset.synthetic else asked
    made.sources.append(making.make(open_answers(dataset, frame), told))
    made.notes += making.notes
    made.names |= making.names
    made.problems += making.problems


def _put_talks(study: Study, guids: StudyGuids, wanted: Wanted, made: Made) -> None:
    for talk in study.talks.values():
        if not talk.agreed:
            hint = "Write in its settings how they agreed."
            message = f'Left out: "{talk.id}", for there is no consent on record.'
            made.problems.append(WITHHELD.problem(talk.span, message, hint=hint))
            continue
        source, problems = talk_source(
            talk, guids, study.about.language, with_identifiers=wanted.with_identifiers
        )
        made.sources.append(source)
        made.problems += problems
