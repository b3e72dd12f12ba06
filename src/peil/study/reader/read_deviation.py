"""``[deviation]``: when a group deviates from the total."""

from peil.study.plan import CORRECTIONS, DESCRIPTIVE, TESTED, DeviationRule
from peil.study.reader.typed import Table

FAMILIES = ("table", "item", "all")
BY_TEST = ("level", "family", "correction")
"""Settings of the tested rule."""
KNOWN = ("rule", "points", *BY_TEST)


def read_deviation(table: Table) -> DeviationRule:
    """Give the rule; settings of the other rule are told."""
    table.known(KNOWN)
    default = DeviationRule()
    rule = _one_of(table, "rule", (DESCRIPTIVE, TESTED), default.rule)
    for name in BY_TEST if rule == DESCRIPTIVE else ("points",):
        if name in table.values:
            other = TESTED if rule == DESCRIPTIVE else DESCRIPTIVE
            message = f'"{name}" belongs to the rule "{other}".'
            table.wrong(message, name, hint=f'Write rule = "{other}", or take it away.')
    return DeviationRule(
        rule,
        table.whole("points", default.points),
        _level(table, default.level),
        _one_of(table, "family", FAMILIES, default.family),
        _one_of(table, "correction", CORRECTIONS, default.correction),
        table.settings.start(*table.path, "rule"),
    )


def _one_of(table: Table, name: str, allowed: tuple[str, ...], default: str) -> str:
    found = table.text(name, default)
    if found in allowed:
        return found
    table.wrong(f'"{found}" is no value of "{name}".', name, hint=f"Write one of {', '.join(allowed)}.")
    return default


def _level(table: Table, default: float) -> float:
    found = table.values.get("level", default)
    if isinstance(found, float) and 0 < found <= 0.5:
        return found
    table.wrong('"level" is a number between 0 and 0.5.', "level", hint=f"Write level = {default}.")
    return default
