"""What stands under a comparison: sources, the base, what differs, and why nothing was tested."""

from collections.abc import Iterator

from peil.report.compose.beside.compared_lines import Asked
from peil.report.compose.beside.comparison_words import say_beside, say_reason
from peil.report.compose.beside.printed_elsewhere import cite_publication
from peil.report.compose.phrases import HIDDEN_SIGN, say
from peil.study.base_rule import tell_base
from peil.study.other_study import Publication
from peil.study.plan import Disclosure
from peil.study.told import in_language


def tell_source(asked: Asked) -> str:
    """Say where both come from: this study's question, and where and when the other's were printed."""
    figures = [one for one in asked.other.figures if one.question == asked.question.id]
    theirs = []
    for source in asked.other.publications.values():
        own = [one for one in figures if one.source == source.id]
        if own:
            places = tuple(dict.fromkeys(one.place for one in own if one.place))
            theirs.append(_cited(source, places, asked.language))
    if asked.other.fieldwork:
        period = in_language(asked.other.fieldwork, asked.language)
        theirs.append(say_beside(asked.language, "fieldwork", period=period))
    told = "; ".join(theirs)
    if asked.compared is None:
        return told
    ours = asked.labels.source([asked.labels.item(asked.compared.item)])
    return say_beside(asked.language, "source", ours=ours, theirs=f"{asked.name}: {told}")


def _cited(source: Publication, places: tuple[str, ...], language: str) -> str:
    """Give a publication with the places of what is quoted from it."""
    return ", ".join((cite_publication(source, language), *places))


def tell_base_of(asked: Asked) -> str:
    """Give this study's base in words; nothing without a counterpart."""
    if asked.compared is None:
        return ""
    spec = asked.compared.groups[0].counterpart.spec
    return say(asked.language, "base", rule=tell_base(asked.labels.study, spec, asked.language))


def tell_notes(asked: Asked) -> Iterator[str]:
    """Say what the other study asked, what differs, and what a difference is worth."""
    language, question = asked.language, asked.question
    if question.wording:
        wording = in_language(question.wording, language)
        yield say_beside(language, "wording", name=asked.name, wording=wording)
    if question.horizon:
        period = in_language(question.horizon, language).rstrip(".")
        yield say_beside(language, "horizon", name=asked.name, period=period)
    yield from _signs(asked)
    crosswalk = question.crosswalk
    if crosswalk is None or asked.compared is None:
        yield say_beside(language, "alone")
        return
    if crosswalk.differences:
        told = " ".join(in_language(one, language) for one in crosswalk.differences)
        yield say_beside(language, "differs", told=told)
    yield from _tested(asked)


def _signs(asked: Asked) -> Iterator[str]:
    """Say what the words in cells mean that stand for no figure, or for one that was added up."""
    sides = [side for side in asked.sides if side.compared]
    if not sides:
        return
    signs = []
    if any(asked.label(line) != asked.label_there(line) for line in asked.lines):
        signs.append("told_here")
    if any(not line.ours for line in asked.lines):
        signs.append("told_absent")
    if any(asked.summed(line, side) for side in sides for line in asked.lines):
        signs.append("told_sum")
    if any(line.part for line in asked.lines):
        signs.append("told_in_sum")
    if signs:
        yield " ".join(say_beside(asked.language, sign, name=asked.name) for sign in signs)


def _tested(asked: Asked) -> Iterator[str]:
    """Say what the difference is, and why it has no interval."""
    language, compared = asked.language, asked.compared
    reasons = compared.untested if compared else ()
    tested = compared is not None and compared.tested
    if asked.held:
        yield say_beside(language, "tested" if tested else "gap_only", name=asked.name)
    if asked.held and tested and asked.other.design_effect == 1:
        yield say_beside(language, "as_simple", name=asked.name)
    if reasons:
        told = "; ".join(say_reason(language, one, asked.name) for one in reasons)
        yield say_beside(language, "untested", reasons=told)


def caution(asked: Asked, rules: Disclosure) -> str:
    """Say which of this study's groups are small, and what the sign for a hidden cell means."""
    language = asked.language
    groups = [side.compared for side in asked.sides if side.compared]
    told = []
    small = [asked.head_here(one) for one in groups if one.indicative]
    if small:
        bounds = {"minimum": rules.minimum_base, "below": rules.indicative_below - 1}
        told.append(say(language, "indicative", names=", ".join(small), **bounds))
    shown = (asked.ours(line, side) for side in asked.sides for line in asked.lines if side.compared)
    if HIDDEN_SIGN in shown:
        told.append(say(language, "sign"))
    return " ".join(told)
