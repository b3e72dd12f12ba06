"""A status for the terminal: an overview that fits a screen, and its parts in full."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from peil.core.percent import percent, percent_of_share
from peil.fieldwork.disposition import MEANINGS, Disposition
from peil.fieldwork.page_flow import PageFlow
from peil.fieldwork.quality import RULES
from peil.fieldwork.spread import Spread
from peil.fieldwork.status import SMALL, SampleAccount, Standing, Status
from peil.store.phase import Phase
from peil.study.fielding import Access
from peil.study.study import Study

WORST_PAGES = 5
LATEST_DAYS = 7
NAMES = {Access.OPEN: "open to all", Access.INVITED: "by invitation", Access.BOTH: "open and by invitation"}
BATCHED = (
    "Counts are rounded down to tens: respondents are anonymous, and nobody is told of single ones while the "
    "study is in the field."
)
SMALL_NOTE = f"* under {SMALL}: for your eyes alone"


def status_text(study: Study, status: Status, part: str) -> str:
    """Give one part in full, ``rates``, ``pages`` or ``flags``; else the overview."""
    match part:
        case "rates":
            return _rates_text(status)
        case "pages":
            return "\n".join([*_page_rows(status, status.flow), SMALL_NOTE])
        case "flags":
            return _flags_text(status)
        case _:
            return _overview_text(study, status)


def _overview_text(study: Study, status: Status) -> str:
    blocks = (
        _head(study, status),
        _interviews(status),
        _response(status),
        _spreads(status),
        _days(status.days),
        _worst_pages(status),
        _quotas(status),
        _flags(status),
        _retention(status),
    )
    return "\n\n".join("\n".join(lines) for block in blocks if (lines := list(block)))


def _rates_text(status: Status) -> str:
    """Give dispositions and rates with how each is decided or made."""
    account = status.account
    lines = list(_rules(account.dispositions if account else status.counts.dispositions))
    if account:
        lines += ["", *_full_rates(account)]
    for one in status.open_rates:
        lines += ["", f"{one.name}  {_share(one.value)}  {one.formula}", f"  {one.note}"]
    return "\n".join([*lines, *(["", status.no_rate] if status.no_rate else [])])


def _flags_text(status: Status) -> str:
    """Give who has which flag, and an entry for plan.toml for each that might be excluded."""
    lines: list[str] = []
    for flag in status.flags:
        lines.append(f"{flag.kind.value}: {flag.count}. {RULES[flag.kind]}")
        lines += [f"  {' = '.join(group)}" for group in flag.groups]
    if status.batch > 1:
        lines += ["", "Which interviews these are is told once the study is closed."]
    if status.proposed:
        lines += ["", "A flag excludes nothing. To exclude an interview, add its entry to plan.toml:"]
        lines += [f"\n{entry.rstrip()}" for entry in status.proposed.values()]
    return "\n".join(lines)


def _head(study: Study, status: Status) -> Iterator[str]:
    yield f"{study.about.title.plain(study.about.language)}  {status.day}"
    yield " · ".join([*_standing(status.standing), NAMES[study.fielding.access]])
    if status.batch > 1:
        yield BATCHED


def _standing(standing: Standing) -> Iterator[str]:
    entry = standing.phase
    yield f"{entry.phase.value} since {entry.day}" if entry else "not served yet"
    if standing.closes and not (entry and entry.phase is Phase.CLOSED):
        left = f", {_count(standing.days_left, 'day')} left" if standing.days_left else ", over"
        yield f"closes {standing.closes}{left}"


def _interviews(status: Status) -> Iterator[str]:
    counts = status.counts
    yield f"Interviews: {counts.begun} begun" + (
        f", {counts.under_way} under way" if counts.under_way else ""
    )
    yield from _rows(counts.dispositions, counts.begun)
    beside = ((counts.pilot, "of the pilot"), (counts.test, "of the test link"))
    if any(count for count, _ in beside):
        yield f"  not counted: {', '.join(f'{count} {what}' for count, what in beside if count)}"
    if counts.synthetic:
        yield f"  synthetic: {counts.synthetic}"
    if counts.excluded:
        yield f"  excluded from the analysis by the plan: {counts.excluded}"


def _rows(found: Mapping[Disposition, int], base: int) -> Iterator[str]:
    for code, count in found.items():
        share = f"{percent(count, base, 1):>6}%" if base else ""
        yield f"  {code.value:<5}{MEANINGS[code].name:<17}{count:>7}{share}"


def _response(status: Status) -> Iterator[str]:
    sample, account = status.sample, status.account
    if sample:
        yield (
            f"Sample: {sample.persons} persons, {sample.invited} invited, {sample.bounced} undelivered, "
            f"{sample.unsubscribed} unsubscribed, {sample.refused} refused"
            + (f"; {sample.withdrawn} more invited and erased since" if sample.withdrawn else "")
        )
    if account and sample:
        yield "Response so far" if _goes_on(status) else "Response"
        yield from _rows(account.dispositions, sum(account.dispositions.values()))
        values = {rate.name: _share(rate.value) for rate in account.rates}
        for start in ("RR", "COOP", "REF", "CON"):
            yield "  " + "  ".join(
                f"{name} {told}" for name, told in values.items() if name.startswith(start)
            )
        yield f"  e = {account.e:.3f} in RR3, RR4, REF2 and CON2; peil status --show rates gives the formulas"
    for one in status.open_rates:
        if one.value is not None:
            yield f"{one.name.capitalize()}: {_share(one.value)} ({one.formula})"
    if status.no_rate:
        yield status.no_rate


def _goes_on(status: Status) -> bool:
    entry = status.standing.phase
    return entry is None or entry.phase is not Phase.CLOSED


def _full_rates(account: SampleAccount) -> Iterator[str]:
    yield f"e = {account.e:.4f}: known to be eligible / known to be eligible or not (CASRO)"
    for rate in account.rates:
        counts = f"{rate.numerator} / {rate.denominator:.10g}"
        yield f"{rate.name:<6}{_share(rate.value)}  {counts:<14} {rate.formula}  {rate.assumption}"


def _rules(found: Mapping[Disposition, int]) -> Iterator[str]:
    for code, count in found.items():
        yield f"{code.value:<5}{MEANINGS[code].name:<17}{count:>7}  {MEANINGS[code].rule}"


def _spreads(status: Status) -> Iterator[str]:
    for name, found, unknown in (
        ("Source", status.sources, ""),
        ("Link", status.links, "none"),
        ("Device", status.devices, "unknown"),
        ("Language", status.languages, ""),
        ("Version", tuple(_shortened(status.versions)), "none"),
    ):
        shown = [one for one in found if one.begun or name == "Link"]
        if shown:
            told = (f"{one.value or unknown} {one.begun} ({one.complete} complete)" for one in shown)
            yield f"{name + ':':<10}{' · '.join(told)}"


def _shortened(versions: Iterable[Spread]) -> Iterator[Spread]:
    """Give versions by the beginning of their fingerprint, as git shows its own."""
    for one in versions:
        yield Spread(one.value[:8], one.begun, one.complete)


def _days(days: tuple[Spread, ...]) -> Iterator[str]:
    shown = days[-LATEST_DAYS:]
    if shown:
        told = " · ".join(f"{one.value} {one.begun}{'*' if one.begun < SMALL else ''}" for one in shown)
        yield f"Begun on: {told}"
        if any(one.begun < SMALL for one in shown):
            yield f"  {SMALL_NOTE}"


def _worst_pages(status: Status) -> Iterator[str]:
    worst = sorted((one for one in status.flow if one.left), key=lambda one: -one.left)[:WORST_PAGES]
    if worst:
        yield "Most break-off (all pages: peil status --show pages)"
        yield from _page_rows(status, worst)


def _page_rows(status: Status, flow: Iterable[PageFlow]) -> Iterator[str]:
    shown = tuple(flow)
    width = max((len(one.page) for one in shown), default=0) + 1
    yield f"  {'page':<{width}} reached    left  under way  seconds: median (quartiles)"
    for one in shown:
        time = status.times.get(one.page)
        told = f"{time.median:.0f} ({time.lower:.0f}–{time.upper:.0f})" if time else "–"
        name = one.page + ("*" if one.reached < SMALL else "")
        share = "" if one.share_left is None else f"{percent(one.left, one.reached, 1)}%"
        yield f"  {name:<{width}} {one.reached:>7} {one.left:>7} {share:>6} {one.under_way:>4}  {told}"


def _quotas(status: Status) -> Iterator[str]:
    for one in status.quotas:
        late = f", {one.turned_away} came too late" if one.turned_away else ""
        yield f"Quota {one.quota} ({one.title}): {one.held} of {one.limit}{late}"


def _flags(status: Status) -> Iterator[str]:
    found = [f"{flag.kind.value} {flag.count}" for flag in status.flags if flag.count]
    if found:
        yield f"To look at: {' · '.join(found)} (peil status --show flags)"


def _retention(status: Status) -> Iterator[str]:
    for one in status.due:
        if one.now:
            yield f"Retention: {one.what.value} ({one.count}) are to be deleted now: peil retire"
        elif one.count and one.on:
            yield f"Retention: {one.what.value} ({one.count}) are kept until {one.on - dt.timedelta(days=1)}"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{percent_of_share(value, 1)}%"


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
