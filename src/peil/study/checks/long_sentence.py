"""Q070: long sentence."""

from collections.abc import Iterator

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.places import holders, wordings_of
from peil.study.checks.evidence.said import Said, one_problem, said_in
from peil.study.checks.evidence.sentences import Sentence
from peil.study.study import Study
from peil.study.text import Wording

MOST_WORDS = {"en": 28, "nl": 28, "de": 28, "fr": 32}
"""Words that a sentence may have; French needs more of them to say the same."""


def check(study: Study) -> Iterator[Problem]:
    """Find sentences with too many words, in every language and in everybody's words."""
    seen: set[str] = set()
    for holder in holders(study):
        for wording in wordings_of(holder):
            if wording.path not in seen:
                seen.add(wording.path)
                yield from in_wording(wording, study.about.languages)


def in_wording(wording: Wording, languages: tuple[str, ...]) -> Iterator[Problem]:
    """Find the long sentences of one wording: one problem a language."""
    for language in languages:
        most = MOST_WORDS.get(language)
        hits = [said for said in said_in(wording, language) if most and longest(said, most)]
        if most and hits and (sentence := longest(hits[0], most)):
            yield one_problem(
                RULE,
                wording.path,
                hits,
                f'A sentence of {{where}} has {len(sentence.words)} words: "{sentence.quote()}".',
                f"Make two of it; {most} is the most here.",
            )


def longest(said: Said, most: int) -> Sentence | None:
    """Give the longest sentence, if it has more words than it may."""
    found = max(said.sentences, key=lambda sentence: len(sentence.words), default=None)
    return found if found and len(found.words) > most else None


RULE = Rule(
    code="Q070",
    name="long_sentence",
    severity=Severity.WARNING,
    summary="A sentence has more than 28 words (in French 32).",
    why=(
        "Long sentences with clauses in one another take longer to answer and raise break-off (Lenzner, "
        "Kaczmirek and Lenzner 2010), and questions with more words measure less reliably (Alwin and Beattie "
        "2016). GOV.UK (2014) advises 25 words at most and calls 29 or more very difficult."
    ),
    bad="""\
# use: Use of AI

## usage
Thinking of all the different kinds of tasks that you have carried out for your work over the past twelve \
months, how often would you say that you used AI for these tasks?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## usage
Think of all your tasks at work in the past twelve months. How often did you use AI for these?
- ( ) often: Often
- ( ) never: Never
""",
)
