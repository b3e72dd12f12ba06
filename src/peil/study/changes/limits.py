"""How many options an answer has at least and at most."""

from dataclasses import dataclass

from peil.study.question import Kind, Question


@dataclass(frozen=True, slots=True)
class Limits:
    """The fewest and the most options: None is all that are shown (the fewest), or no limit (the most)."""

    fewest: int | None
    most: int | None

    def __str__(self) -> str:
        """Give them in words."""
        said = (
            "all to be ranked"
            if self.fewest is None
            else f"at least {self.fewest}"
            if self.fewest > 1
            else ""
        )
        most = f"at most {self.most}" if self.most is not None else ""
        return " and ".join(part for part in (said, most) if part) or "any number"


def limits_of(question: Question) -> Limits:
    """Give a question's limits. A ranking without limits is of all its items."""
    fewest = question.at_least or 1
    if question.kind is Kind.RANKING and question.at_least is None and question.at_most is None:
        return Limits(None, None)
    return Limits(fewest, question.at_most)


def tightens(old: Limits, new: Limits, offered: int) -> bool:
    """Say whether an answer within the old limits can be outside the new ones.

    Args:
        old: The limits before.
        new: The limits now.
        offered: How many options there were before.
    """
    needs = new.fewest is None or (old.fewest is not None and new.fewest > old.fewest)
    more = old.fewest is not None and needs and offered > old.fewest
    highest = offered if old.most is None else min(old.most, offered)
    return more or (new.most is not None and new.most < highest)
