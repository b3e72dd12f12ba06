"""A report that sets the poll of another study beside its own."""

from other_studies import COUNTS, release_usage
from peil.core.problem import Problem
from peil.report.compose.render import render
from peil.report.document import Document
from peil.report.template.read import read_template
from peil.study.study import Study

BLOCK = "# T\n\n::: comparison poll\nGebruik hier en daar\nshow: use\n:::\n"


def write(study: Study, text: str, language: str = "nl") -> None:
    place = study.folder / "report" / (language if language != "nl" else "")
    place.mkdir(parents=True, exist_ok=True)
    (place / "1.md").write_text(text, encoding="utf-8")


def composed(
    study: Study, text: str, language: str = "nl", counts: dict[str | None, dict[str, int]] = COUNTS
) -> tuple[Document, list[Problem]]:
    write(study, text, language)
    template, problems = read_template(study.folder, study, language)
    released = release_usage(study, counts)
    document, more = render(study, released, template)
    return document, [*(one for one in problems if one.code != "R022"), *more]
