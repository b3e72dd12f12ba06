"""Q124: identifier in frame."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.checks.bad_frame import AROUND, GOOD
from peil.study.identifiers.find_identifiers import find_identifiers
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find direct identifiers in definitions, examples and notes."""
    for where, span, text in _texts(study):
        for found in find_identifiers(text):
            hint = "Put what it stands for in square brackets in its place: [place]."
            yield RULE.problem(span, f"{where} holds {found.kind}.", hint=hint)


def _texts(study: Study) -> Iterator[tuple[str, Span, str]]:
    for frame in study.frames.values():
        for code in frame.codes:
            for text in (code.definition, *code.examples):
                yield f'What is said of the code "{code.id}"', code.span, text
    for codings in study.codings.values():
        for one in codings.by_place.values():
            yield f'The note of "{one.coder}" about "{one.respondent}"', one.span, one.note


RULE = Rule(
    code="Q124",
    name="identifier_in_frame",
    severity=Severity.WARNING,
    summary="A coding frame, or a note beside a coding, holds an e-mail address, a telephone number or such.",
    why=(
        "Examples are often copied from answers, and the frame goes wherever the study's folder goes. What "
        "points at one person by itself doesn't belong there."
    ),
    bad=GOOD + 'examples = ["Mail me at jan@example.org"]\n',
    good=GOOD + 'examples = ["Fewer assignments than before"]\n',
    file="coding/remarks.toml",
    around=AROUND,
)
