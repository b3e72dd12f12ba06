"""Break-off by page: where those who didn't finish were last."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from peil.fieldwork.case import Case


@dataclass(frozen=True, slots=True)
class PageFlow:
    """One page of the questionnaire.

    Args:
        page: Page id.
        reached: Interviews that came to it.
        left: Of these, those that stand at it and were left.
        under_way: Of these, those that stand at it and may still go on.
    """

    page: str
    reached: int
    left: int
    under_way: int

    @property
    def share_left(self) -> float | None:
        """Break-off: of those who came to the page, the share that left there; None where nobody came."""
        return self.left / self.reached if self.reached else None


def count_flow(
    pages: Sequence[str], cases: Iterable[Case], is_under_way: Callable[[Case], bool]
) -> tuple[PageFlow, ...]:
    """Count by page, in the order of the questionnaire; pages of earlier versions alone come last.

    Args:
        pages: Pages of the current version, in order.
        cases: The interviews that count.
        is_under_way: Whether an interview that isn't finished may still go on.
    """
    reached, left, under_way = Counter[str](), Counter[str](), Counter[str]()
    for case in cases:
        reached.update(case.came_to)
        if case.at:
            (under_way if is_under_way(case) else left)[case.at] += 1
    order = (*pages, *sorted(reached.keys() - {*pages}))
    return tuple(PageFlow(page, reached[page], left[page], under_way[page]) for page in order)
