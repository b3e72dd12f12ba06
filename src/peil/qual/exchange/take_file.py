"""Take over what was coded in a qualitative tool: frames, codings, and what it says of the talks."""

from dataclasses import dataclass, field

from peil.core.ids import is_id
from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.data.dataset import Dataset
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.found_answer import found_answers
from peil.qual.exchange.match_codes import CodeMatch, folded, match_codes, none_codes, tell_unknown, unmatched
from peil.qual.exchange.new_frame import NewFrame, new_frame
from peil.qual.exchange.study_guids import guids_of
from peil.qual.exchange.take_answers import AnswersTaker
from peil.qual.exchange.taken_file import TakenFile
from peil.qual.exchange.talk_findings import talk_findings
from peil.qual.exchange.text_source import TextSource
from peil.qual.exchange.whose_codings import whose_codings
from peil.qual.exchange_problems import MISPLACED, NOTHING_TO_EXCHANGE
from peil.qual.open_answers import open_answers
from peil.study.coding import FINAL, Coding, Codings
from peil.study.coding_frame import CodingFrame
from peil.study.reader.read_frames import open_variables
from peil.study.study import Study
from peil.study.text import Wording


@dataclass(frozen=True, slots=True)
class Take:
    """How a file is taken over.

    Args:
        file: What problems call it.
        coder: Whose codings these become.
        variables: Only these; empty for all that the file holds.
        user: The user of the file whose codings they are; empty for all but the study's other coders.
        overwrite: What the file says stands above what this coder found before.
    """

    file: str
    coder: str
    variables: tuple[str, ...] = ()
    user: str = ""
    overwrite: bool = False


@dataclass
class FileTaker:
    """Takes over one project; gathers what comes of it."""

    study: Study
    dataset: Dataset
    project: CodedProject
    take: Take
    codings: dict[str, tuple[Coding, ...]] = field(default_factory=dict)
    frames: list[NewFrame] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def all(self) -> TakenFile:
        """Take over every text that belongs to the study.

        Raises:
            Unusable: Nothing in the file belongs to it, or nobody could be said to have coded it.
        """
        users = whose_codings(self.project, self.study, self.take.file, self.take.coder, self.take.user)
        guids = guids_of(self.study)
        variables = {guids.of("answers", one): one for one in open_variables(self.study.codebook)}
        talks = {guids.of("talk", one): one for one in self.study.talks}
        found = 0
        for source in self.project.sources:
            variable = belongs(source, variables)
            if variable and (not self.take.variables or variable in self.take.variables):
                self.answers(source, variable, users)
            elif talk := belongs(source, talks):
                self.told += talk_findings(self.study, talk, source, self.project)
            elif not variable:
                message = f'The text "{source.name}" belongs to no question and no talk of the study.'
                hint = "Keep the names that Peil gave to texts."
                self.problems.append(MISPLACED.problem(Span(self.take.file), message, hint=hint))
                continue
            found += 1
        if not found:
            message = "No text in the file belongs to this study."
            hint = "Write a project with --out, code that one, and read it."
            raise Unusable(
                [*self.problems, NOTHING_TO_EXCHANGE.problem(Span(self.take.file), message, hint=hint)]
            )
        return TakenFile(self.codings, tuple(self.frames), tuple(self.told), tuple(self.problems))

    def answers(self, source: TextSource, variable: str, users: frozenset[str]) -> None:
        """Take over the answers to one question."""
        frame = self.study.frames.get(variable)
        if frame:
            demand_coder(frame, self.take.coder)
            match = match_codes(self.project, frame, self.study, guids_of(self.study))
            self.problems += match.problems
            order, single = frame.code_ids, frame.single
        else:
            match = self.frame(source, variable, users)
            order, single = tuple(match.ids.values()), False
        bare = CodingFrame(variable, Wording(variable), (), Span(variable))
        taker = AnswersTaker(
            variable=variable,
            place=f"{self.take.file}/{source.name}",
            answers=open_answers(self.dataset, frame or bare),
            codings=self.study.codings.get(variable) or Codings(variable),
            coder=self.take.coder,
            ids=match.ids,
            order=order,
            none=match.none,
            single=single,
            overwrite=self.take.overwrite,
        )
        taker.take(found_answers(source, self.project, users))
        self.finish(taker, frame)

    def finish(self, taker: AnswersTaker, frame: CodingFrame | None) -> None:
        """Keep what was taken, and tell it."""
        self.codings[taker.variable] = tuple(taker.taken)
        self.problems += taker.problems
        for guid, number in taker.unknown.items():
            name = self.project.code_of[guid].name
            if frame:
                self.problems.append(tell_unknown(frame, name, number))
        parts = [
            f"{len(taker.taken)} {'coding' if len(taker.taken) == 1 else 'codings'} of {self.take.coder}",
            f"{taker.same} as before",
        ]
        if taker.absent:
            parts.append(f"{taker.absent} of {len(taker.answers)} answers not in the file")
        self.told.append(f"{taker.variable}: {', '.join(parts)}.")

    def frame(self, source: TextSource, variable: str, users: frozenset[str]) -> CodeMatch:
        """Make a frame of the codes that the answers were given, for a variable that has none."""
        guids = guids_of(self.study)
        none = none_codes(self.project, variable, guids)
        empty = CodeMatch({}, none)
        used = {code for one in found_answers(source, self.project, users) for code in one.codes} - none
        free = {code.guid for code in unmatched(self.project, empty, self.study, guids)}
        kept = used | free if len(self.project.sources) == 1 else used
        if not kept:
            return empty
        made = new_frame(variable, self.project, kept, self.take.coder)
        self.frames.append(made)
        return CodeMatch(made.ids, none)


def belongs(source: TextSource, known: dict[str, str]) -> str:
    """Give the part of the study that a text is of, by its GUID or else its name; empty for none."""
    names = {folded(name): name for name in known.values()}
    return known.get(source.guid) or names.get(folded(source.name.removesuffix(".txt")), "")


def demand_coder(frame: CodingFrame, coder: str) -> None:
    """Refuse a coder whom the frame doesn't know.

    Raises:
        Unusable: It names others.
    """
    if coder not in {FINAL, *frame.coders}:
        message = f'The frame names nobody "{coder}" who codes.'
        hint = f"Name one of {', '.join((*frame.coders, FINAL))}; or add the name to coders."
        raise Unusable([NOTHING_TO_EXCHANGE.problem(frame.span, message, hint=hint, got=coder)])


def take_project(study: Study, dataset: Dataset, project: CodedProject, take: Take) -> TakenFile:
    """Take over a project.

    Raises:
        Unusable: Nothing in it belongs to the study, or it can't be said whose codings it holds.
    """
    demand_name(take.coder)
    return FileTaker(study, dataset, project, take).all()


def demand_name(coder: str) -> None:
    """Refuse what can't be a coder's name in a frame.

    Raises:
        Unusable: It is no id.
    """
    if not is_id(coder):
        message = f'"{coder}" is no name for a coder.'
        hint = "Write one in lower case, without spaces."
        raise Unusable([NOTHING_TO_EXCHANGE.problem(Span("--coder"), message, hint=hint, got=coder)])


def take_codebook(study: Study, project: CodedProject, take: Take) -> TakenFile:
    """Take over a codebook for the one question of ``take``: a frame where there is none, else what differs.

    Raises:
        Unusable: It has no codes.
    """
    demand_name(take.coder)
    (variable,) = take.variables
    guids, frame = guids_of(study), study.frames.get(variable)
    if frame:
        match = match_codes(project, frame, study, guids)
        strange = [tell_unknown(frame, code.name, 0) for code in unmatched(project, match, study, guids)]
        told = (f"{variable} has a frame: it stays as it is.",)
        return TakenFile({}, (), told, (*match.problems, *strange))
    match = CodeMatch({}, none_codes(project, variable, guids))
    kept = [code.guid for code in unmatched(project, match, study, guids)]
    if not kept:
        message = "The codebook has no codes that can be given to answers."
        raise Unusable([NOTHING_TO_EXCHANGE.problem(Span(take.file), message, hint="Export one that has.")])
    made = new_frame(variable, project, kept, take.coder)
    return TakenFile({}, (made,), (f"{variable}: a frame of {len(kept)} codes.",), ())
