"""Q117: unguarded talk."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.bad_talk import EXAMPLE, THEMES
from peil.study.checks.identifier_in_quote import place
from peil.study.identifiers.find_identifiers import find_identifiers
from peil.study.identifiers.singled_out import singles_out
from peil.study.study import Study
from peil.study.talk import Talk


def check(study: Study) -> Iterator[Problem]:
    """Find talks that nobody agreed to, and what points at one person in the others."""
    for talk in study.talks.values():
        if not talk.agreed:
            hint = 'Write consent = "on paper", say, with how it was given; or take the file away.'
            yield RULE.problem(talk.span, "No consent to this talk is recorded.", hint=hint)
        for language, text in talk.composition.items():
            if singles_out(text) or find_identifiers(text):
                message = f'The composition in "{language}" points at one person.'
                hint = "Say in broad terms what all of them have in common; leave out what one of them is."
                yield RULE.problem(talk.span, message, hint=hint)
        yield from check_words(talk)


def check_words(talk: Talk) -> Iterator[Problem]:
    """Find direct identifiers in what was said and noted down."""
    texts = [(note.text, note.span) for note in talk.notes]
    texts += [
        (text, said.spans.get(language, said.span))
        for said in talk.said
        for language, text in said.words.items()
    ]
    for text, span in texts:
        for found in find_identifiers(text):
            hint = "Put what it stands for in square brackets in its place: [place]."
            yield RULE.problem(place(span, text, found.start), f"These notes hold {found.kind}.", hint=hint)


RULE = Rule(
    code="Q117",
    name="unguarded_talk",
    severity=Severity.WARNING,
    summary="Nobody agreed to a talk as far as is recorded, or its notes point at one person.",
    why=(
        "Nothing is told of a talk without consent, and no words that hold an address or a number. The notes "
        "themselves go wherever the study's folder goes."
    ),
    bad=EXAMPLE.format(more="quoting = true", mark="").replace("a deadline.", "a deadline of a@example.org."),
    good=EXAMPLE.format(more="quoting = true", mark="").replace("a deadline.", "a deadline of [client]."),
    file="talks/group1.md",
    around={"talks/themes.toml": THEMES},
)
