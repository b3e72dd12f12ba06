"""What a claim says, in a few words."""

from decimal import Decimal

from peil.audit.claim import (
    BaseIs,
    Check,
    Compares,
    CountIs,
    ListBelow,
    MeanShareIs,
    MostChosen,
    MostlyWithin,
    OnlyClasses,
    RankIs,
    Relation,
    ShareIs,
    TicksAtMost,
    TopClass,
)

RELATIONS = {
    Relation.MORE: "more than",
    Relation.LESS: "less than",
    Relation.AT_LEAST: "at least",
    Relation.AT_MOST: "at most",
    Relation.SAME: "as much as",
}


def claim_words(check: Check) -> str:  # noqa: PLR0911 - one case a statistic
    """Give what was printed."""
    match check:
        case ShareIs() | MeanShareIs():
            return f"{check.percent}%"
        case CountIs() | BaseIs():
            return str(check.n)
        case MostChosen():
            return " and ".join(check.selection.options)
        case RankIs():
            return str(check.rank)
        case Compares():
            against = f"{check.right}%" if isinstance(check.right, Decimal) else "the other"
            return f"{RELATIONS[check.relation]} {against}"
        case TicksAtMost():
            return f"at most {check.n}"
        case TopClass() | OnlyClasses():
            return ", ".join(check.classes) or "none"
        case ListBelow():
            return ", ".join(f"{item} {name}" for item, _, name in sorted(check.listed)) or "none"
        case MostlyWithin():
            return f"{check.low}% to {check.high}%"
