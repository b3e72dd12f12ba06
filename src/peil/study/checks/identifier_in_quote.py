"""Q093: identifier in quote."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.core.span import Span
from peil.study.identifiers.find_identifiers import find_identifiers
from peil.study.study import Study


def check(study: Study) -> Iterator[Problem]:
    """Find direct identifiers in quotations."""
    for quote in study.quotes.values():
        for language, text in quote.words.items():
            for found in find_identifiers(text):
                yield RULE.problem(
                    place(quote.spans.get(language, quote.span), text, found.start),
                    f'The quotation "{quote.id}" holds {found.kind}.',
                    hint="Put what it stands for in square brackets in its place: [place].",
                )


def place(span: Span, text: str, start: int) -> Span:
    """Give where something in a text of one line stands; of more lines, where the text begins."""
    return span.right(start) if span.line and "\n" not in text else span


RULE = Rule(
    code="Q093",
    name="identifier_in_quote",
    severity=Severity.WARNING,
    summary="A quotation holds an e-mail address, telephone number or the like.",
    why=(
        "It points at one person by itself. The quotation is held back from everything that is published as "
        "long as it stands there; the file with it goes wherever the study's folder goes."
    ),
    bad="""\
[[quote]]
id = "deadline"
text = "Mail me at jan@example.org if you want to know."
""",
    good="""\
[[quote]]
id = "deadline"
text = "Mail me at [address] if you want to know."
""",
    file="quotes.toml",
)
