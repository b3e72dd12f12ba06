"""Weighting, the rule by which groups deviate, and what isn't shown."""

import datetime as dt
from collections.abc import Iterable, Iterator

from peil.disclose.release import EarlierRelease
from peil.disclose.release_response import least_shown
from peil.report.compose.figure import cell
from peil.report.compose.intervals import CORRECTIONS
from peil.report.compose.methodology.section import Section, table, told
from peil.report.compose.methodology.source import Source
from peil.report.compose.phrases import spell_count
from peil.report.document import Block
from peil.study.plan import DRAFT
from peil.study.short_title import short_title

RULES = ("base", "small", "alike", "secondary", "earlier", "unfresh")
"""Rules by which cells are hidden, as ``Accounting`` counts them."""

STEP_WIDTHS = (3.0, 1.0)


def tell_weighting(source: Source) -> Section:
    """Tell how answers were weighted, in the release's own words."""
    said = source.release.weighting
    if said:
        return Section("weighting", blocks=(told(said),), beside=("weighting",))
    return Section("weighting", blocks=(told(source.say("unstated") + "."),), unknown=("weighting",))


def tell_tests(source: Source) -> Section:
    """Tell when a group deviates, and how that was tested."""
    rule, minimum = source.study.plan.deviation, source.release.disclosure.minimum_base
    if rule.tested:
        level = f"{rule.level:g}".replace(".", "," if source.language == "nl" else ".")
        correction = CORRECTIONS[rule.correction]
        said = source.say("tested_told", level=level, correction=correction, minimum=minimum)
    else:
        said = source.say("descriptive_told", points=rule.points, minimum=minimum)
    return Section("tests", blocks=(told(said),), beside=("tests",))


def tell_disclosure(source: Source) -> Section:
    """Tell the rules, how much they hid, and what was published before."""
    blocks = (told(*rules_told(source)), *hidden_cells(source), told(earlier_told(source)))
    return Section("disclosure", blocks=blocks, beside=("disclosure", "earlier"))


def rules_told(source: Source) -> Iterator[str]:
    """Give the rules that were applied."""
    rules, say = source.release.disclosure, source.say
    if rules.profile == DRAFT:
        yield say("hidden_draft")
        return
    yield say("hidden_base", minimum=rules.minimum_base, below=rules.indicative_below - 1)
    if rules.identifying:
        yield say("hidden_small", names=titles(source, rules.identifying), small=rules.small_count)
        if rules.sensitive:
            names = titles(source, rules.sensitive)
            yield say("hidden_sensitive", names=names, small=rules.small_sensitive)
    if rules.identifying or source.release.accounting.secondary:
        yield say("hidden_secondary", protection=rules.protection)
    yield say("hidden_rates", least=least_shown(rules))


def titles(source: Source, items: Iterable[str]) -> str:
    """Give the titles of questions and variables, sorted; one that several of them have is given once."""
    return ", ".join(sorted({short_title(source.study, item, source.language) for item in items}))


def hidden_cells(source: Source) -> Iterator[Block]:
    """Give how many cells each rule hid; rules that hid none are left out."""
    counted, language = source.release.accounting, source.language
    lines = [(f"rule_{rule}", getattr(counted, rule)) for rule in RULES]
    shown = [
        *((name, count) for name, count in lines if count),
        ("rule_hidden", counted.hidden),
        ("rule_cells", counted.cells),
    ]
    body = tuple(
        (cell(source.say(name), header=True), cell(spell_count(count, language), numeric=True))
        for name, count in shown
    )
    head = (cell(source.say("rule"), header=True), cell(source.say("number"), header=True, numeric=True))
    yield table((head,), body, STEP_WIDTHS)


def earlier_told(source: Source) -> str:
    """Say what was published of the study before, interim results among it."""
    earlier = source.release.earlier
    if not earlier:
        return source.say("earlier_none")
    return source.say("earlier_told", releases="; ".join(one_release(source, one) for one in earlier))


def one_release(source: Source, one: EarlierRelease) -> str:
    """Name an earlier release."""
    key = "earlier_interim" if one.interim else "earlier_one"
    named = source.say(key, number=one.number, date=release_day(source, one.date))
    return source.say("earlier_size", release=named, count=one.respondents) if one.respondents else named


def release_day(source: Source, date: str) -> str:
    """Give a release's day in full, or as it stands where that is no day."""
    try:
        return source.day(dt.date.fromisoformat(date))
    except ValueError:
        return date
