"""Why people in a sample aren't mailed, as the terminal shows it."""

from collections.abc import Iterator, Mapping

from peil.store.sample.not_mailed import OF_ANSWERS, NotMailed

WHY = {
    NotMailed.BOUNCED: "the address takes no mail",
    NotMailed.WANTS_NONE: "want no mail, or not to take part",
    NotMailed.NOT_INVITED: "not invited, as far as is known",
    NotMailed.UNKNOWN: "this mail may have arrived or not",
    NotMailed.HAD: "had this mail already",
    NotMailed.TOO_EARLY: "mailed too recently (see --after-days)",
    NotMailed.BEGUN: "known to have begun",
    NotMailed.FINISHED: "known to have finished",
}
WIDTH = max(map(len, WHY.values()))
IN_BATCHES = "  (rounded down to tens: respondents are anonymous)"


def why_not_lines(found: Mapping[NotMailed, int], batch: int) -> Iterator[str]:
    """Give a row for each reason with how many people it is about.

    Args:
        found: The reasons, with their numbers as they may be told.
        batch: In what steps those are counted that say something of who took part.
    """
    for reason, number in found.items():
        rounded = batch > 1 and reason in OF_ANSWERS
        shown = str(number) if number or not rounded else f"under {batch}"
        yield f"  {WHY[reason]:<{WIDTH}}  {shown:>8}{IN_BATCHES if rounded else ''}"
