"""``[quotas.NAME]``: how many interviews of a kind are wanted."""

from collections.abc import Iterator

from peil.core.ids import is_id
from peil.study.checks import bad_id
from peil.study.expr.tree import ALWAYS
from peil.study.made_of_codes import MadeOfCodes
from peil.study.quota import Quota
from peil.study.reader.explain_codes import refuse_condition
from peil.study.reader.raw import pending
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.resolve import Resolver
from peil.study.reader.typed import Table

HOLD_DAYS = 7
WHILE_ASKED = "a quota is counted while people answer", "Count by what respondents chose."


def read_quotas(
    table: Table, resolver: Resolver, words: WordingReader, made: MadeOfCodes
) -> tuple[Quota, ...]:
    """Give the quotas in written order; one that can't be counted is a problem, and left out.

    Args:
        table: The table ``[quotas]``.
        resolver: Its codebook holds the derived variables too: a quota may read them.
        words: Reads the titles, which nobody has to translate: only the researcher sees them.
        made: What is made of codes, which a quota can't read.
    """
    return tuple(quota for inner in table.tables() for quota in _quota(inner, resolver, words, made))


def _quota(table: Table, resolver: Resolver, words: WordingReader, made: MadeOfCodes) -> Iterator[Quota]:
    table.known(("title", "if", "limit", "hold_days"))
    name, at = table.path[-1], table.settings.key(*table.path)
    if not is_id(name):
        hint = "Use lower case, digits and underscores."
        table.problems.append(bad_id.RULE.problem(at, f'"{name}" is no id.', hint=hint, got=name))
    if "limit" not in table.values:
        table.wrong(f'The quota "{name}" has no limit.', hint="Write limit = 100.")
    source = table.values.get("if")
    limit, hold = table.whole("limit", 100, least=1), table.whole("hold_days", HOLD_DAYS, least=1)
    title = words.plain(
        f"quota.{name}",
        table.text("title", name),
        table.settings.start(*table.path, "title"),
        made=True,
    )
    if not isinstance(source, str) or not source.strip():
        table.wrong(f'The quota "{name}" has no condition.', "if", hint='Write if = "…".')
        return
    condition = resolver.condition(pending(source, table.settings.start(*table.path, "if")))
    if refused := refuse_condition(condition, resolver.codebook, made, *WHILE_ASKED):
        table.problems.append(refused)
    elif condition.tree is not ALWAYS and "limit" in table.values:
        yield Quota(name, title, condition, limit, hold, at)
