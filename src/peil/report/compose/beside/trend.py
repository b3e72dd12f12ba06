"""Compose ``TrendCall``: a table of answers by waves, or a chart with that table as its data."""

from collections.abc import Iterator

from peil.disclose.trend import Trend, Unfollowed
from peil.report import problems as rules
from peil.report.compose.beside.around_block import AroundBlock
from peil.report.compose.beside.trend_chart import trend_chart
from peil.report.compose.beside.trend_notes import trend_cautions, trend_notes
from peil.report.compose.beside.trend_table import trend_grid
from peil.report.compose.check_wave import why_unfollowed
from peil.report.compose.phrases import say
from peil.report.document import Block, Figure, Inline, NumberedTable, Run
from peil.report.template.beside_block import TrendCall
from peil.report.trend_problems import IDLE_JUDGEMENT, UNFOLLOWED_WAVE
from peil.study.base_rule import tell_base
from peil.study.tablespec import TableSpec


def trend_blocks(call: TrendCall, around: AroundBlock) -> Iterator[Block]:
    """Give its table or figure."""
    trend = around.release.trends.get(call.id)
    if trend is None:  # a release that stands beside nothing else
        return
    check_followed(trend, call, around)
    labels, language = around.labels, around.labels.language
    grid = trend_grid(trend, labels)
    caption = "".join(run.text for run in around.inline(call.caption))
    source = labels.source([labels.item(trend.item)])
    base = say(language, "base", rule=tell_base(labels.study, TableSpec(trend.item), language))
    lines = trend_notes(trend, labels, drawn=bool(call.chart))
    told: tuple[Inline, ...] = tuple((Run(line),) for line in lines)
    notes = (*(around.inline(line) for line in call.notes), *told)
    number, cautions = int(around.number), " ".join(trend_cautions(trend, grid, language))
    if not call.chart:
        yield NumberedTable(number, around.anchor, caption, source, base, notes, grid, cautions)
        return
    synthetic = around.release.facts.synthetic
    chart = trend_chart(trend, labels, call.chart, caption, synthetic=bool(synthetic))
    yield Figure(number, around.anchor, caption, source, base, notes, chart, grid, cautions)


def check_followed(trend: Trend, call: TrendCall, around: AroundBlock) -> None:
    """Report waves without figures, own figures that are hidden, and judgements of no break."""
    for name in trend.idle:
        message = f'Wave "{name}" asked {trend.id} as this study does: accept is about no difference.'
        hint = f"Take accept out of [harmonise.{trend.id}.wave.{name}] in compare/waves.toml."
        if all(one.message != message for one in around.problems):
            around.problems.append(IDLE_JUDGEMENT.problem(call.span, message, hint=hint))
    for wave in trend.waves:
        if wave.unfollowed in {Unfollowed.UNREADABLE, Unfollowed.DRAFT}:
            message = f'There are no figures of wave "{wave.id}": {why_unfollowed(wave)}.'
            hint = "Mend its folder or its data; peil check and peil report tell there what is wrong."
            around.problems.append(UNFOLLOWED_WAVE.problem(call.span, message, hint=hint))
        elif wave.id == trend.this and wave.unfollowed is Unfollowed.HIDDEN:
            message = f"The base of {trend.item} is hidden by the disclosure rules; nothing can be shown."
            hint = "Leave it out, or widen its base."
            around.problems.append(rules.HIDDEN_VALUE.problem(call.span, message, hint=hint))
