"""F003: parts of one whole that don't add up to it."""

from collections.abc import Iterator

from peil.audit.bounds import Bounds
from peil.audit.finding import Finding, Grade
from peil.audit.group import Filters, Group, in_order
from peil.audit.ledger import Ledger, PrintedNumber, PrintedShare, ids
from peil.audit.rounding import WHOLE
from peil.audit.rules.rule import FindingRule, Telling, cited, telling
from peil.audit.rules.tell_conflict import tell_conflict
from peil.audit.said import Named, Percent
from peil.audit.wholes import conflict_with_whole, in_points, wholes
from peil.study.expr.tree import Always
from peil.study.question import Kind


def find_uneven_shares(bounds: Bounds) -> Iterator[Finding]:
    """Find percentages of a question that no answers give together, the whole included."""
    tell = telling(PARTS_AND_WHOLE.code, bounds)
    for whole in wholes(bounds.ledger):
        conflict = conflict_with_whole(whole)
        if conflict:
            yield tell_conflict(whole, conflict, tell)
    yield from uneven_counts(bounds, tell)
    yield from too_many_ticks(bounds, tell)


def uneven_counts(bounds: Bounds, tell: Telling) -> Iterator[Finding]:
    """Find counts of a question's answers that don't add up to its base, or make more than the group."""
    ledger = bounds.ledger
    for (rest, name), parts in counted_parts(ledger).items():
        total = sum(one.n for one in parts.values())
        complete = set(parts) == set(ledger.study.codebook.items[name].option_ids)
        base, whole = ledger.firm_base(Group(name, rest)), next(iter(ledger.counts.get(rest, [])), None)
        if base is None and complete and asked_first(name, ledger):
            base = whole
        known = base if base is not None else whole
        short = complete and base is not None and total < base.n
        if known is not None and (total > known.n or short):
            about = ids(parts.values())
            yield tell.finding(
                Grade.CERTAIN if total > known.n and not known.beside else Grade.LIKELY,
                (*about, known.claim.id),
                "counts_apart",
                question=Named(name),
                parts=cited(about),
                total=total,
                base=known.n,
                whole=cited((known.claim.id,)),
            )


def counted_parts(ledger: Ledger) -> dict[tuple[Filters, str], dict[str, PrintedNumber]]:
    """Give the printed numbers of people by group and question, an answer each."""
    found: dict[tuple[Filters, str], dict[str, PrintedNumber]] = {}
    for filters, printed in ledger.counts.items():
        for one in in_order(filters):
            for name, value in ledger.classes_of(one):
                found.setdefault((filters - {one}, name), {})[value] = printed[0]
    return found


def asked_first(name: str, ledger: Ledger) -> bool:
    """Say whether everyone answered it: it is required and the first question that wants an answer."""
    kinds = {one.id: one for one in ledger.study.questionnaire.questions}
    for step in ledger.study.route.steps:
        if kinds[step.question].kind is not Kind.NOTICE:
            asked = isinstance(step.condition, Always) and not kinds[step.question].optional
            return asked and step.question == ledger.study.codebook.items[name].question
    return False


def too_many_ticks(bounds: Bounds, tell: Telling) -> Iterator[Finding]:
    """Find percentages of a question of several answers that need more ticks than anybody may give."""
    ledger = bounds.ledger
    limits = {one.id: one.at_most for one in ledger.study.questionnaire.questions if one.at_most}
    for group, shares in ledger.shares.items():
        most = 0 if group.study else limits.get(ledger.study.codebook.items[group.item].question, 0)
        if most and not ledger.single(group):
            single: dict[frozenset[str], PrintedShare] = {}
            for share in shares:
                if len(share.options) == 1:
                    single.setdefault(share.options, share)
            low = sum(bounds.share_range(share).low for share in single.values())
            if low > most * WHOLE:
                yield tell.finding(
                    Grade.CERTAIN,
                    (share.id for share in single.values()),
                    "too_many_ticks",
                    question=Named(group.item),
                    parts=cited(share.id for share in single.values()),
                    low=Percent(in_points(low)),
                    most=most,
                )


PARTS_AND_WHOLE = FindingRule(
    "F003",
    "parts_and_whole",
    "Parts of one whole that don't add up to it, by more than rounding explains.",
    "Somewhere a part is missing, counted twice or mistyped.",
    "certain when they need more than there is, or, with a known base, when no whole numbers of people give "
    "all printed percentages; likely when they leave a part over, which may be people who gave no answer",
    "50%, 40% and 12% of the only three answers",
    find_uneven_shares,
)
