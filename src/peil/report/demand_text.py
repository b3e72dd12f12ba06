"""A text that is asked for has to be there."""

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.report.problems import NO_REPORT
from peil.report.template.part import Part
from peil.report.template.read import find_files
from peil.study.study import Study


def demand_text(study: Study, language: str, part: Part = Part.REPORT) -> None:
    """Refuse a language that has no text: there would be nothing to write.

    Raises:
        Unusable: The study has no such text in this language.
    """
    if find_files(study.folder, study, language, part):
        return
    own = "" if language == study.about.language else f"{language}/"
    message = f'There is no {part} text in "{language}".'
    otherwise = {
        Part.SITE: "; its first file is the home page",
        Part.REPORT: ", or choose another language with --language",
    }.get(part, ", or leave it out of --to")
    hint = f"Write it in {part}/{own}{otherwise}."
    raise Unusable([NO_REPORT.problem(Span(str(study.folder / part / own)), message, hint=hint)])
