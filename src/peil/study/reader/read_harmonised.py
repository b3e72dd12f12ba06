"""``[harmonise.ID]`` of compare/waves.toml: a question, and how each wave asked it."""

from collections.abc import Mapping

from peil.core.ids import did_you_mean, is_id
from peil.core.span import Span
from peil.study.codebook import Item
from peil.study.harmonised import AskedThere, Harmonised
from peil.study.question import Kind
from peil.study.reader.around import Around
from peil.study.reader.read_told import read_told_fully
from peil.study.reader.typed import Table
from peil.study.wave import Wave

KNOWN = ("question", "show", "reason", "wave")
KNOWN_THERE = ("question", "options", "accept", "missing")
COUNTED = {Kind.SINGLE, Kind.MULTI, Kind.SCALE, Kind.RANKING}
NET = "net:"


def read_harmonised(table: Table, waves: Mapping[str, Wave], around: Around) -> Harmonised | None:
    """Give a trend; None where what it follows isn't in this study, with a problem."""
    name = table.path[-1]
    table.known(KNOWN)
    if not is_id(name):
        table.wrong(f'"{name}" can\'t name a trend.', hint="Use lower case, digits and _, a letter first.")
        return None
    found = _item(table, table.text("question", name), around)
    if found is None:
        return None
    item, net = found
    shown = _shown(table, item, net, around)
    there = table.table("wave")
    others = {wave.id: wave for wave in waves.values() if not wave.this}
    for wave in there.values:
        if wave not in others:
            hint = did_you_mean(wave, others) or f"There are {', '.join(others)}."
            there.wrong(f'There is no other wave "{wave}".', wave, hint=hint)
    asked = {
        wave: _asked(there.table(wave), table, item, shown, around.languages)
        if wave in there.values
        else AskedThere(item.key, {one: (one,) for one in shown}, table.at)
        for wave in others
    }
    reason = read_told_fully(table, "reason", around.languages)
    return Harmonised(name, item.key, shown, table.at, reason, asked)


def _item(table: Table, name: str, around: Around) -> tuple[Item, str] | None:
    """Give the item of a name and, of ``question.net``, the net."""
    items = around.codebook.items
    found, net = items.get(name), ""
    if found is None:
        question, _, last = name.rpartition(".")
        if around.plan.net(question, last) and question in items:
            found, net = items[question], f"{NET}{last}"
    if found is None:
        rows = around.codebook.rows_of.get(name, ())
        hint = f"Name one of its rows, such as {rows[0]}." if rows else did_you_mean(name, items)
        table.wrong(f'There is no item "{name}" to follow.', "question", hint=hint)
        return None
    if found.kind not in COUNTED or not found.options:
        hint = "Make classes of it in plan.toml, as a [derived] variable."
        table.wrong(f'"{name}" has no options to count.', "question", hint=hint)
        return None
    return found, net


def _shown(table: Table, item: Item, net: str, around: Around) -> tuple[str, ...]:
    """Give what is followed: what ``show`` names, the net of ``question``, or every option."""
    known = (
        *item.option_ids,
        *(f"{NET}{one.id}" for one in around.plan.nets if one.question == item.question),
    )
    if "show" not in table.values:
        return (net,) if net else item.option_ids
    named = table.texts("show")
    for place, one in enumerate(named):
        if one not in known:
            hint = did_you_mean(one, known) or f"It has {', '.join(known)}."
            table.wrong(f'{item.key} has no option or net "{one}".', "show", place, hint=hint)
    shown = tuple(dict.fromkeys(one for one in named if one in known))
    if not named:
        table.wrong("Nothing is followed.", "show", hint=f'Write show = ["{known[0]}"], or leave it out.')
    return shown or item.option_ids


def _asked(
    table: Table, trend: Table, item: Item, shown: tuple[str, ...], languages: tuple[str, ...]
) -> AskedThere:
    """Give how one wave asked it."""
    table.known(KNOWN_THERE)
    options, spans = _options(table, shown)
    if "question" in table.values:
        spans["question"] = table.settings.start(*table.place, "question")
    missing = read_told_fully(table, "missing", languages)
    if missing and set(table.values) != {"missing"}:
        hint = "Keep missing alone, or take it away."
        table.wrong("A wave that didn't ask it has nothing else to say.", "missing", hint=hint)
    return AskedThere(
        item=table.text("question", item.key),
        options=options,
        span=table.at if table.values else trend.at,
        accept=read_told_fully(table, "accept", languages),
        missing=missing,
        spans=spans,
    )


def _options(table: Table, shown: tuple[str, ...]) -> tuple[dict[str, tuple[str, ...]], dict[str, Span]]:
    """Give what each option shown was there; one that isn't named was the same."""
    inner = table.table("options")
    found: dict[str, tuple[str, ...]] = {one: (one,) for one in shown}
    spans: dict[str, Span] = {}
    for name, value in inner.values.items():
        if name not in shown:
            hint = did_you_mean(name, shown) or f"There are {', '.join(shown)}."
            inner.wrong(f'The trend doesn\'t show "{name}".', name, hint=hint)
            continue
        named = inner.texts(name) if isinstance(value, list) else (inner.text(name),)
        if not any(named):
            inner.wrong("It names no option of that wave.", name, hint=f'Write {name} = ["…", "…"].')
            continue
        found[name] = tuple(dict.fromkeys(one for one in named if one))
        spans[name] = inner.settings.start(*inner.place, name)
    return found, spans
