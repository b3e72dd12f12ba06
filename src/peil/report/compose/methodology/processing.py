"""What was done between answers and figures: who counts, what was changed, bases and rounding."""

from collections.abc import Iterator

from peil.report.compose.methodology.section import Answer, Section
from peil.report.compose.methodology.source import Source


def tell_processing(source: Source) -> Section:
    """Tell how answers became figures."""
    rules = source.release.disclosure
    below = rules.indicative_below - 1
    return Section(
        "processing",
        (
            Answer("analysis", analysis(source)),
            Answer("exclusions", "; ".join(exclusions(source)) or source.say("excluded_none")),
            Answer("recodings", "; ".join(recodings(source)) or source.say("recoded_none")),
            Answer("duplicates", source.method("duplicates")),
            Answer("quality", source.method("quality")),
            Answer("coding", source.method("coding")),
            Answer("base", source.say("base_told")),
            Answer("rounding", source.say("rounding_told", minimum=rules.minimum_base, below=below)),
        ),
    )


def analysis(source: Source) -> str:
    """Say who counts."""
    reached = source.study.about.analysis_set
    if reached is None:
        return source.say("analysis_all")
    return source.say("analysis_some", number=source.labels.number(reached))


def exclusions(source: Source) -> Iterator[str]:
    """Give what was left out of the analysis, with when and why."""
    amended = source.release.facts.amended
    if amended.quota_full:
        yield source.say("excluded_full", count=amended.quota_full)
    for one in amended.left_out:
        date = source.day(one.on)
        yield source.say("excluded_one", count=one.interviews, date=date, reason=one.reason)


def recodings(source: Source) -> Iterator[str]:
    """Give the answers that were counted otherwise, with when and why."""
    for one in source.release.facts.amended.counted_as:
        if one.answers:
            date = source.day(one.on)
            yield source.say("recoded_one", count=one.answers, date=date, reason=one.reason)
