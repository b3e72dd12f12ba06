"""Tables for the terminal."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from peil.core.percent import percent_of_share, round_half_up
from peil.study.item_name import item_key
from peil.study.short_title import short_title
from peil.study.study import Study

TableJson = Mapping[str, Any]
HIDDEN = "–"
INDICATIVE = "*"


def tables_text(
    study: Study, tables: Sequence[TableJson], means: Sequence[TableJson], *, synthetic: bool
) -> str:
    """Give tables as text: an item a block, options down, groups across; means over rows at the end."""
    blocks: dict[str, list[TableJson]] = {}
    for table in tables:
        blocks.setdefault(item_key(table["question"], table["item"]), []).append(table)
    note = ["Synthetic data: these rows were made, not given by people."] if synthetic else []
    shown = [block_text(study, name, block) for name, block in blocks.items()]
    return "\n\n".join([*note, *shown, *means_text(study, means), *legend(study, tables)])


def means_text(study: Study, means: Sequence[TableJson]) -> list[str]:
    """Give the mean of each share over the rows of a matrix, a line a group."""
    if not means:
        return []
    lines = ["Mean of shares over the rows:"]
    for mean in means:
        key = study.codebook.rows_of[mean["question"]][0]
        shares = (
            f"{option_text(study, key, cell['option'])} {percent_of_share(cell['mean_share'])}%"
            for cell in mean["cells"]
        )
        lines.append(f"  {mean['question']}, {column_head(mean)}: {', '.join(shares)}")
    return ["\n".join(lines)]


def legend(study: Study, tables: Sequence[TableJson]) -> list[str]:
    """Say what the marks in released tables mean, as far as they occur."""
    found = {cell["status"] for table in tables for cell in table["cells"]}
    found |= {"suppressed" for table in tables if table["base"]["n"] is None}
    rule = study.plan.disclosure
    lines = [
        f"{INDICATIVE} indicative: fewer than {rule.indicative_below} people in the base."
        if "indicative" in found
        else "",
        f"{HIDDEN} not shown: fewer than {rule.minimum_base} people in the base, or hidden to protect others."
        if "suppressed" in found
        else "",
        "Letters behind a share: the groups of the same question that it lies above."
        if any(cell.get("above") for table in tables for cell in table["cells"])
        else "",
    ]
    return ["\n".join(filter(None, lines))] if any(lines) else []


def block_text(study: Study, name: str, block: Sequence[TableJson]) -> str:
    """Give one item's tables: a heading, a column a group, the base's rule."""
    heads = ["", *(column_head(table) + column_letter(table) for table in block)]
    bases = ["n", *(HIDDEN if table["base"]["n"] is None else str(table["base"]["n"]) for table in block)]
    options = [cell["option"] for cell in block[0]["cells"]]
    rows = [
        [option_text(study, name, option), *(share_text(table, option) for table in block)]
        for option in options
    ]
    grid = [heads, bases, *rows, *response_rows(study, name, block), *mean_rows(study, name, block)]
    widths = [max(len(row[column]) for row in grid) for column in range(len(heads))]
    lines = [
        "  ".join([row[0].ljust(widths[0]), *(map(str.rjust, row[1:], widths[1:]))]).rstrip() for row in grid
    ]
    title = short_title(study, name, study.about.language)
    return "\n".join([f"{name}: {title}", *lines, *verdict_lines(study, name, block)])


def response_rows(study: Study, name: str, block: Sequence[TableJson]) -> list[list[str]]:
    """Give what part each option has of all answers given, where that was asked for."""
    given = {
        cell["option"]: None for table in block for cell in table["cells"] if "share_of_responses" in cell
    }
    rows = [
        [option_text(study, name, option), *(told_part(table, option) for table in block)] for option in given
    ]
    return [["of all answers", *("" for _ in block)], *rows] if rows else []


def told_part(table: TableJson, option: str) -> str:
    """Give an option's part of all answers given, or a dash where nobody gave any."""
    found = (cell for cell in table["cells"] if cell["option"] == option and "share_of_responses" in cell)
    cell = next(found, None)
    return f"{percent_of_share(cell['share_of_responses'])}%" if cell else HIDDEN


def mean_rows(study: Study, name: str, block: Sequence[TableJson]) -> list[list[str]]:
    """Give the mean of a number or scale in each group, or each option's mean rank, where there are any."""
    if any("mean" in table for table in block):
        return [["mean", *(mean_text(table) for table in block)]]
    ranked = {cell["option"]: None for table in block for cell in table["cells"] if "mean" in cell}
    rows = [
        [
            option_text(study, name, option),
            *(
                mean_text(next((cell for cell in table["cells"] if cell["option"] == option), {}))
                for table in block
            ),
        ]
        for option in ranked
    ]
    return [["mean rank", *("" for _ in block)], *rows] if rows else []


def mean_text(holder: TableJson) -> str:
    """Give the mean of a table or cell with one decimal, or a dash where it has none or hides it.

    An indicative one is marked.
    """
    mean = holder.get("mean")
    if mean is None:
        return HIDDEN
    found = {holder.get("status"), *(cell["status"] for cell in holder.get("cells", ()))}
    mark = INDICATIVE if "indicative" in found else ""
    return f"{round_half_up(Decimal(repr(round(mean, 12))), 1)}{mark}"


def verdict_lines(study: Study, name: str, block: Sequence[TableJson]) -> list[str]:
    """Say who was asked, what was chosen most in each group, and which groups deviate."""
    modes: dict[str, list[str]] = {}
    for table in block:
        labels = " and ".join(option_text(study, name, option) for option in table["mode_without_missing"])
        if labels:
            modes.setdefault(labels, []).append(column_head(table))
    chosen = "; ".join(f"{labels} ({', '.join(groups)})" for labels, groups in modes.items())
    apart: dict[str, list[str]] = {}
    for table in block:
        if table["deviates"]:
            apart.setdefault(apart_by(table), []).append(column_head(table))
    return [
        f"Base: {block[0]['base']['rule']}",
        *([f"Most chosen, don't know aside: {chosen}"] if chosen else []),
        *(f"{rule}: {', '.join(groups)}" for rule, groups in apart.items()),
    ]


def apart_by(table: TableJson) -> str:
    """Say by which rule a group deviates."""
    test = table.get("test")
    if test is None:
        return "Deviate from the total by the plan's rule"
    family = f"{test['family']}, {test['size']} tests, {test['correction']}"
    return f"Differ from the rest, p at most {test['level']:g} ({family})"


def column_head(table: TableJson) -> str:
    """Give a column's heading: its group, or all."""
    return str(table["group"]) if table["group"] is not None else "all"


def column_letter(table: TableJson) -> str:
    """Give the letter that a tested group is named by in other columns, as far as those have letters."""
    lettered = any("above" in cell for cell in table["cells"])
    return f" [{table['test']['letter']}]" if "test" in table and lettered else ""


def option_text(study: Study, name: str, option: str) -> str:
    """Give an option as the reader knows it: its label, cut to a terminal's width."""
    label = option_label(study, name, option)
    return label if len(label) <= 44 else label[:43] + "…"


def option_label(study: Study, name: str, option: str) -> str:
    """Give the label of an option or net, or the id of what has none."""
    item = study.codebook.items.get(name)
    if item is None:
        return option
    net = study.plan.net(item.question, option.removeprefix("net:"))
    found = next(
        (each for each in (*item.options, net) if each and each.id == option.removeprefix("net:")), None
    )
    return found.wording.label(study.about.language) if found else option


def share_text(table: TableJson, option: str) -> str:
    """Give a share as printed: whole percent, half up; indicative ones marked, hidden ones a dash."""
    cell = next((each for each in table["cells"] if each["option"] == option), None)
    if cell is None or cell["share"] is None:
        return HIDDEN
    mark = INDICATIVE if cell["status"] == "indicative" else ""
    above = f" {''.join(cell['above'])}" if cell.get("above") else ""
    return f"{percent_of_share(cell['share'])}%{mark}{above}"
