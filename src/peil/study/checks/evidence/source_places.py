"""Where in the source each translatable text stands."""

from collections.abc import Iterable, Iterator, Mapping

from peil.core.span import Span
from peil.study.checks.evidence.parts import parts
from peil.study.study import Study
from peil.study.text import Text, Wording


def source_places(study: Study) -> Mapping[str, Span]:
    """Give msgctxt path to the place of the text in the base language."""
    found: dict[str, Span] = {}
    for wording, span in wordings(study):
        found.setdefault(wording.path, first_span(wording.default.values(), span))
        for role, texts in wording.by_role.items():
            found.setdefault(f"{wording.path}@{role}", first_span(texts.values(), span))
    return found


def wordings(study: Study) -> Iterator[tuple[Wording, Span]]:
    """Give every wording of the study with the place of what it belongs to."""
    about, plan = study.about, study.plan
    said = (about.title, about.subtitle, about.client, about.agency, about.consent)
    settings = (*said, *(role.wording for role in study.roles))
    yield from ((wording, Span("study.toml")) for wording in settings if wording)
    for section in study.questionnaire.sections:
        yield section.wording, section.span
    for question in study.questionnaire.questions:
        yield question.wording, question.span
        yield from ((part.wording, part.span) for part in parts(question))
    for derived in plan.derived:
        yield derived.wording, derived.span
        yield from ((one.wording, derived.span) for one in derived.classes)
    yield from ((net.wording, net.span) for net in plan.nets)
    for crosswalk in plan.crosswalks.values():
        yield from ((wording, crosswalk.span) for wording in (crosswalk.title, crosswalk.source))
    yield from ((wording, Span("plan.toml")) for wording in (plan.weighting.reason, *plan.titles.values()))
    yield from ((target.source, target.span) for target in plan.weighting.told)
    if plan.intervals:
        yield from (
            (said, plan.intervals.span) for said in (plan.intervals.model, plan.intervals.assumptions)
        )


def first_span(texts: Iterable[Text], otherwise: Span) -> Span:
    """Give the place of the first text, or another where there is none."""
    return next((text.span for text in texts), otherwise)
