"""Make a study's Word report, in the house style that it names."""

from peil.core.problem import Problem
from peil.report.document import Document
from peil.report.docx.house import House, read_house
from peil.report.docx.write import to_docx
from peil.report.office_problems import NO_WORD_FILE
from peil.study.study import Study


def make_docx(document: Document, study: Study) -> tuple[bytes, tuple[Problem, ...]]:
    """Give the document as a Word file, and what is wrong with its house style; then ours is taken.

    Args:
        document: The report's text, filled in.
        study: It may name a house style, ``reference`` under ``[report]`` in study.toml.
    """
    house, problems = find_house(study)
    return to_docx(document, house), problems


def find_house(study: Study) -> tuple[House | None, tuple[Problem, ...]]:
    """Read the house style; None where there is none, or where it can't be read."""
    name, place = study.about.reference, study.about.reference_span
    if not name:
        return None, ()
    try:
        content = (study.folder / name).read_bytes()
    except OSError:
        hint = "Put the Word file there, or name another."
        return None, (NO_WORD_FILE.problem(place, f"{name} can't be read.", hint=hint),)
    return read_house(content, place, name)
