"""What stands beside a population's sizes: numbers looked at under weights, and the source's own verdict."""

import re
from collections.abc import Iterator

from peil.core.ids import did_you_mean
from peil.study.checks import judging_paraphrase
from peil.study.codebook import Item
from peil.study.population import Headline, SourceVerdict
from peil.study.question import Kind
from peil.study.reader.around import Around
from peil.study.reader.read_told import read_told
from peil.study.reader.typed import Table

WITH_OPTIONS = {Kind.SINGLE, Kind.MULTI, Kind.SCALE}
JUDGING = re.compile(r"representati|repräsentati|représentati", re.IGNORECASE)
"""The word that is nobody's to say of a sample in general: only a source's own words may hold it."""


def read_headlines(whole: Table, around: Around) -> tuple[Headline, ...]:
    """Read ``headlines = ["usage: net:regular", …]``."""
    return tuple(_headlines(whole, around))


def _headlines(whole: Table, around: Around) -> Iterator[Headline]:
    for place, written in enumerate(whole.texts("headlines")):
        name, colon, answer = (part.strip() for part in written.partition(":"))
        item = around.codebook.items.get(name)
        options = tuple(dict.fromkeys(part.strip() for part in answer.split(" + ")))
        if not colon or item is None or item.kind not in WITH_OPTIONS:
            hint = did_you_mean(name, around.codebook.items) or 'Write headlines = ["usage: often"], say.'
            whole.wrong(f'"{written}" names no item with an option.', "headlines", place, hint=hint)
            continue
        known = known_options(item, around)
        unknown = next((option for option in options if option not in known), None)
        if unknown is not None:
            hint = did_you_mean(unknown, known) or f"It has {', '.join(known)}."
            whole.wrong(f'{item.key} has no option "{unknown}".', "headlines", place, hint=hint)
        elif len(options) > 1 and (item.kind is Kind.MULTI or any(":" in option for option in options)):
            hint = "Name one of them, or make a net of them in plan.toml."
            whole.wrong("Someone in two of these would count twice.", "headlines", place, hint=hint)
        else:
            yield Headline(item.key, options)


def known_options(item: Item, around: Around) -> tuple[str, ...]:
    """Give what cells of an item go by: its options, and its nets as ``net:ID``."""
    nets = (f"net:{net.id}" for net in around.plan.nets if net.question == item.question)
    return (*item.option_ids, *nets)


def read_verdict(whole: Table, languages: tuple[str, ...]) -> SourceVerdict | None:
    """Read ``[verdict]``: what the source concludes, in its own words or paraphrased."""
    if "verdict" not in whole.values:
        return None
    table = whole.table("verdict")
    table.known(("text", "source", "paraphrase"))
    words, source = (read_told(table, name, languages) for name in ("text", "source"))
    for name, told in (("text", words), ("source", source)):
        if not told:
            table.wrong(f"The verdict has no {name}.", name, hint=f'Write {name} = "…".')
    paraphrase = table.flag("paraphrase")
    for text in words.values() if paraphrase else ():
        if found := JUDGING.search(text):
            span = table.settings.start("verdict", "text")
            message = f'A paraphrase of the verdict says "{found.group()}…".'
            hint = "Quote the source's own words without paraphrase = true, or say what was compared."
            table.problems.append(judging_paraphrase.RULE.problem(span, message, hint=hint))
            return None
    return SourceVerdict(words, source, paraphrase) if words and source else None
