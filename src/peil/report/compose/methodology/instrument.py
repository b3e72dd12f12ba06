"""What was asked, how and in which version."""

from collections.abc import Iterator

from babel import Locale, UnknownLocaleError

from peil.report.compose.methodology.section import Answer, Section
from peil.report.compose.methodology.source import Source
from peil.report.compose.phrases import join_words
from peil.report.template.template import QuestionnaireAnnex, Title
from peil.study.asked import asked_of_question
from peil.study.expr.tree import Always
from peil.study.question import Kind, Question

GROUP = 8
"""Letters of a fingerprint that stand together."""


def tell_instrument(source: Source) -> Section:
    """Tell of the questionnaire."""
    return Section(
        "instrument",
        (
            Answer("mode", source.method("mode")),
            Answer("languages", source.method("languages") or languages(source)),
            Answer("items", items(source)),
            Answer("adaptive", " ".join(adaptive(source))),
            Answer("randomised", randomised(source)),
            Answer("completeness", completeness(source)),
            Answer("review", source.method("review")),
            Answer("pretest", source.method("pretest")),
            Answer("version", version(source)),
            Answer("text", full_text(source)),
        ),
    )


def asked(source: Source) -> tuple[Question, ...]:
    """Give the questions; notices ask nothing."""
    questions = source.study.questionnaire.questions
    return tuple(one for one in questions if one.kind is not Kind.NOTICE)


def languages(source: Source) -> str:
    """Name the languages that the questionnaire exists in."""
    names = [language_name(one, source.language) for one in source.study.about.languages]
    return source.say("language_list", names=join_words(names, source.language))


def language_name(code: str, language: str) -> str:
    """Give a language's name in a language; one that has none goes by its code."""
    try:
        return str(Locale.parse(language, sep="-").languages.get(code.split("-", maxsplit=1)[0], code))
    except (UnknownLocaleError, ValueError):
        return code


def items(source: Source) -> str:
    """Count questions and pages."""
    return source.say("items_counted", questions=len(asked(source)), pages=len(source.study.route.pages))


def adaptive(source: Source) -> Iterator[str]:
    """Say how many questions depend on answers, and whose wording differs."""
    study, questions = source.study, asked(source)
    count = sum(
        one.repeat is not None or not isinstance(asked_of_question(study, one), Always) for one in questions
    )
    some = "adaptive_some" if count else "adaptive_none"
    yield source.say(some, count=count, questions=len(questions))
    worded = {role for one in study.questionnaire.questions for role in one.wording.by_role}
    names = [role.wording.plain(source.language) for role in study.roles if role.id in worded]
    if names:
        yield source.say("adaptive_roles", roles=join_words(names, source.language))


def randomised(source: Source) -> str:
    """Say whether options or rows were shuffled."""
    count = sum(one.shuffle for one in asked(source))
    return source.say("randomised_some" if count else "randomised_none", count=count)


def completeness(source: Source) -> str:
    """Say how many questions could be skipped."""
    questions = asked(source)
    count = sum(one.optional for one in questions)
    key = "completeness_some" if count else "completeness_none"
    return source.say(key, count=count, questions=len(questions))


def version(source: Source) -> str:
    """Give the fingerprints of what the answers were given to, or else of what stands in the folder."""
    facts = source.release.facts
    fielded = facts.response.report.versions if facts.response else ()
    if fielded:
        return source.say("version_fielded", versions=", ".join(map(spaced, fielded)))
    return source.say("version_folder", versions=spaced(facts.questionnaire)) if facts.questionnaire else ""


def spaced(fingerprint: str) -> str:
    """Give a fingerprint in groups, which a line can be broken between and an eye can compare."""
    return " ".join(fingerprint[at : at + GROUP] for at in range(0, len(fingerprint), GROUP))


def full_text(source: Source) -> str:
    """Say where the full text stands, if it does in this text."""
    title: int | None = None
    for place, block in enumerate(source.template.blocks):
        if isinstance(block, Title) and block.level == 1:
            title = place
        if isinstance(block, QuestionnaireAnnex) and title is not None:
            return source.say("text_annex", name=source.chapter_name(title))
    return ""
