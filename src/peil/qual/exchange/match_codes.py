"""Which code of a frame a code of the file is: by its GUID, else by its name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from peil.core.problem import Problem
from peil.core.span import Span
from peil.qual.exchange.coded_project import CodedProject
from peil.qual.exchange.frame_codes import NONE_FITS, frame_code, themes_code
from peil.qual.exchange.project_code import ProjectCode
from peil.qual.exchange.study_guids import StudyGuids
from peil.qual.exchange_problems import CODE_CONFLICT
from peil.study.coding_frame import CodingFrame
from peil.study.study import Study


@dataclass(frozen=True)
class CodeMatch:
    """Codes of a file and of a frame.

    Args:
        ids: GUID in the file to the id of the frame's code.
        none: GUIDs of the code that says that none fits.
        problems: Codes that are called otherwise than in the frame.
    """

    ids: Mapping[str, str]
    none: frozenset[str]
    problems: tuple[Problem, ...] = field(default=())


def match_codes(project: CodedProject, frame: CodingFrame, study: Study, guids: StudyGuids) -> CodeMatch:
    """Find the frame's codes in a file.

    A name counts in whatever case, as the id or a title in any language; a code that has a GUID of another
    frame of the study is never found by its name.
    """
    own = {guids.of("code", frame.variable, code.id): code.id for code in frame.codes}
    none = none_codes(project, frame.variable, guids)
    strange = own_guids(study, guids) - set(own)
    names = names_of(frame)
    ids, problems = dict[str, str](), list[Problem]()
    for guid, code in project.code_of.items():
        name = folded(code.name)
        if guid in own:
            ids[guid] = own[guid]
            if names.get(name) != own[guid]:
                problems.append(_renamed(frame, own[guid], code))
        elif guid not in strange and guid not in none and code.codable and name in names:
            ids[guid] = names[name]
    return CodeMatch(ids, none, tuple(problems))


def none_codes(project: CodedProject, variable: str, guids: StudyGuids) -> frozenset[str]:
    """Give the GUIDs of the code that says that no code fits, which a tool may have given one of its own."""
    own, name = guids.of("none fits", variable), folded(f"{NONE_FITS}: {variable}")
    return frozenset(
        guid for guid, code in project.code_of.items() if guid == own or folded(code.name) == name
    )


def own_guids(study: Study, guids: StudyGuids) -> frozenset[str]:
    """Give the GUIDs of all codes of the study's frames and themes, and of what holds them."""
    language = study.about.language
    trees = [frame_code(frame, guids, language) for frame in study.frames.values()]
    return frozenset(code.guid for tree in (*trees, themes_code(study, guids)) for code in tree.walk())


def names_of(frame: CodingFrame) -> dict[str, str]:
    """Give the ids of codes by all that they are called; what two codes are called is nobody's name."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for code in frame.codes:
        titles = (text.plain() for text in code.wording.default.values())
        for name in {folded(name) for name in (code.id, *titles)}:
            twice |= {name} if found.setdefault(name, code.id) != code.id else set()
    return {name: code for name, code in found.items() if name not in twice}


def folded(name: str) -> str:
    """Give a name as names are compared."""
    return " ".join(name.split()).casefold()


def unmatched(
    project: CodedProject, match: CodeMatch, study: Study, guids: StudyGuids
) -> Iterator[ProjectCode]:
    """Give the codes of a file that can be given and that no part of the study knows, in reading order."""
    known = own_guids(study, guids)
    for guid, code in project.code_of.items():
        if code.codable and guid not in match.ids and guid not in match.none and guid not in known:
            yield code


def tell_unknown(frame: CodingFrame, name: str, answers: int) -> Problem:
    """Tell a code that the frame doesn't have; ``answers`` were given it, and are left out."""
    message = f'The frame has no code "{name}"'
    lost = f", and {answers} {'answer' if answers == 1 else 'answers'} with it left out" if answers else ""
    hint = "Write it into the frame, under that title, and read the file again."
    return CODE_CONFLICT.problem(Span(frame.span.file), f"{message}{lost}.", hint=hint, got=name)


def _renamed(frame: CodingFrame, code_id: str, code: ProjectCode) -> Problem:
    found = frame.code(code_id)
    span = found.span if found else frame.span
    message = f'"{code_id}" is called "{code.name}" in the file; the codings count all the same.'
    return CODE_CONFLICT.problem(span, message, hint="Take the name over, or rename it in the tool.")
