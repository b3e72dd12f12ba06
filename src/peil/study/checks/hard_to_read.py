"""Q071: hard to read."""

from collections.abc import Iterator, Sequence

from peil.core.problem import Problem, Severity
from peil.core.rule import Rule
from peil.study.checks.evidence.reading_ease import FORMULAS, reading_ease
from peil.study.checks.evidence.said import Said, one_problem, said_in
from peil.study.checks.evidence.sentences import Sentence
from peil.study.question import Question
from peil.study.questionnaire import Section
from peil.study.study import Study

FEWEST_WORDS = 100
LEAST_EASE = 40


def check(study: Study) -> Iterator[Problem]:
    """Find long texts that are hard to read, and sections whose shorter texts are so together."""
    for language in study.about.languages:
        if language in FORMULAS:
            for question in study.questionnaire.questions:
                yield from alone(question, language)
            for section in study.questionnaire.sections:
                yield from together(study, section, language)


def alone(question: Question, language: str) -> Iterator[Problem]:
    """Find texts of a question that are long enough to judge and hard to read."""
    hits = [said for said in said_in(question.wording, language) if hard(said.sentences, language)]
    if hits:
        ease = reading_ease(hits[0].sentences, language)
        yield tell(question.wording.path, hits, f"The text of {{where}} has a reading ease of {ease:.0f}")


def together(study: Study, section: Section, language: str) -> Iterator[Problem]:
    """Find sections whose questions, those that aren't judged by themselves aside, are hard to read."""
    questions = [one for one in study.questionnaire.questions if one.section == section.id]
    title = section.wording.default.get(language)
    hits: list[Said] = []
    eases: list[float] = []
    for role in [role.id for role in study.roles] or [""]:
        texts = [text for text in (words_for(one, language, role) for one in questions) if text]
        short = [text.sentences for text in texts if words(text.sentences) < FEWEST_WORDS]
        read = [sentence for text in short for sentence in text]
        if hard(read, language):
            hits.append(Said(title or texts[0].text, (role,) if role else ()))
            eases.append(reading_ease(read, language))
    if hits:
        path = section.id or questions[0].id
        yield tell(path, hits, f"The questions from {{where}} on have a reading ease of {eases[0]:.0f}")


def words_for(question: Question, language: str, role: str) -> Said | None:
    """Give what somebody in a role reads, or None where that isn't in this language."""
    texts = question.wording.by_role.get(role, question.wording.default)
    return Said(texts[language]) if language in texts else None


def words(text: Sequence[Sentence]) -> int:
    """Count the words."""
    return sum(len(sentence.words) for sentence in text)


def hard(text: Sequence[Sentence], language: str) -> bool:
    """Say whether a text is long enough to judge, and hard to read."""
    return words(text) >= FEWEST_WORDS and reading_ease(text, language) < LEAST_EASE


def tell(path: str, hits: Sequence[Said], message: str) -> Problem:
    """Give the problem."""
    hint = "Use shorter words and sentences; 60 is plain language."
    return one_problem(RULE, path, hits, f"{message}, and under {LEAST_EASE} is hard.", hint)


RULE = Rule(
    code="Q071",
    name="hard_to_read",
    severity=Severity.WARNING,
    summary="A text of 100 words or more, or a section's questions together, has a reading ease under 40.",
    why=(
        "Reading ease counts words per sentence and syllables per word: Flesch (1948), for Dutch with the "
        "weights of Douma (1960), for German of Amstad (1978), for French of Kandel and Moles (1958). Flesch "
        "calls 30 to 50 difficult. It says nothing of meaning: a reason to look, no verdict. What is hard to "
        "understand is answered as if it were another question (Tourangeau, Rips and Rasinski 2000)."
    ),
    bad="""\
# use: Use of AI

## welcome  {notice}
Participation in this investigation concerning generative artificial intelligence presupposes familiarity \
with contemporary organisational communication technologies. Participants' individual contributions \
facilitate comprehensive understanding of technological transformations affecting professional occupations \
throughout international creative industries. Confidentiality considerations necessitate anonymisation \
procedures preceding statistical evaluation, administrative documentation and subsequent dissemination of \
aggregated information.

Additional methodological clarification regarding questionnaire administration, scientific accountability \
and institutional responsibility is available electronically. Voluntary participation notwithstanding, \
unfinished questionnaires containing substantial information may constitute valuable observational \
material. Withdrawal of previously communicated authorisation remains unconditionally permissible \
throughout the investigation, irrespective of motivation, consequences or administrative circumstances. \
Representatives of participating organisations demonstrating managerial responsibility are particularly \
encouraged to communicate their considerations regarding implementation.

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
    good="""\
# use: Use of AI

## welcome  {notice}
This study is about AI that makes text, images or sound. We would like to know how people in creative jobs \
use it. Your answers help us to see how work is changing. We take your name off your answers before we \
count them. In the report, no one can tell who said what.

Do you want to know more about how we work? Our website tells you who runs the study and who pays for it. \
You decide whether you take part. You can stop at any time, and you need not say why. If you stop halfway, \
we may still use the answers that you gave. You can ask us to delete them. Do you lead a team? Then we \
would also like to hear how your team makes use of AI.

## usage
How often do you use AI at work?
- ( ) often: Often
- ( ) never: Never
""",
)
