"""Slips in bases."""

from dataclasses import replace

from honest_reports import Report
from slip import (
    Slip,
    changed,
    counts_that_print,
    forget,
    mistype,
    wholes,
)

from peil.audit.claim import (
    BaseIs,
    CountIs,
    Filter,
    Selection,
    ShareIs,
)


def plant_over_route(report: Report) -> Slip | None:
    """A mistyped base of a routed question: more people than its filter question lets through, as printed."""
    answers, draw = report.answers, report.draw
    item = draw.choice(["why", "depth"])
    usage, base = Selection("usage"), answers.base(Selection("usage"))
    if not base or not answers.base(Selection(item)) or answers.weights:
        return None
    report.say(BaseIs(usage, base))
    through = 0
    for option in ("o1",) if item == "why" else ("o2", "o3"):
        if option not in answers.options(usage):
            return None
        shown = report.share(replace(usage, options=(option,)), 0)
        if isinstance(shown.check, ShareIs):
            found = counts_that_print(shown.check.percent, base, 0)
            through += base - min(found) if item == "why" else max(found)
    forget(report, BaseIs, Selection(item))
    claim = report.say(BaseIs(Selection(item), answers.base(Selection(item))))
    n = mistype(answers.base(Selection(item)), draw)
    return changed(report, claim, BaseIs(Selection(item), int(n)), "F016") if n > through else None


def plant_over_group(report: Report) -> Slip | None:
    """A mistyped base of a class: more people than the class has."""
    answers, draw = report.answers, report.draw
    name = draw.choice(answers.options(Selection("region")))
    own = Filter("region", (name,))
    part = Selection(draw.choice(["usage", "mood", "why"]), (), (own,))
    size = answers.passing((own,)).bit_count()
    if not size:
        return None
    forget(report, BaseIs, part)
    report.say(CountIs((own,), size))
    claim = report.say(BaseIs(part, answers.base(part)))
    n = mistype(answers.base(part), draw)
    return changed(report, claim, BaseIs(part, int(n)), "F016") if n > size else None


def plant_classes(report: Report) -> Slip | None:
    """A mistyped base of a class, so that the classes make more than the base of all."""
    answers, draw = report.answers, report.draw
    item = draw.choice(["usage", "mood", "why"])
    names = answers.options(Selection("region"))
    parts = [Selection(item, (), (Filter("region", (name,)),)) for name in names]
    forget(report, BaseIs, Selection(item), *parts)
    report.say(BaseIs(Selection(item), answers.base(Selection(item))))
    claims = [report.say(BaseIs(part, answers.base(part))) for part in parts]
    claim = draw.choice(claims)
    check = claim.check
    if not isinstance(check, BaseIs):
        return None
    n = int(mistype(check.n, draw))
    total = sum(one.check.n for one in claims if isinstance(one.check, BaseIs)) - check.n + n
    if total <= answers.base(Selection(item)):
        return None
    return changed(report, claim, replace(check, n=n), "F017")


def plant_minimum(report: Report) -> Slip | None:
    """Percentages of a group under the study's minimum, its size given beside them or with the classes."""
    answers, draw = report.answers, report.draw
    items = answers.study.codebook.items
    filters = tuple(
        Filter(by, (draw.choice(items[by].option_ids),))
        for by in draw.sample(["region", "kind"], draw.randint(1, 2))
    )
    part = Selection(draw.choice(["usage", "mood", "depth", "why"]), (), filters)
    base, size = answers.base(part), answers.passing(filters).bit_count()
    if not 0 < base < report.minimum or part in wholes(report):
        return None
    known = draw.choice(["printed", "derived", "inferred", "count"])
    touched = set()
    if known == "count":
        if size >= report.minimum:
            return None
        touched.add(report.say(CountIs(filters, size)).id)
    for option in draw.sample(answers.options(part), draw.randint(1, 2)):
        beside = "" if known == "count" else known
        touched.add(report.share(replace(part, options=(option,)), 0, beside).id)
    return Slip(tuple(report.claims), frozenset(touched), frozenset({"F018"}))
