"""``[disclosure]`` of plan.toml: what may be shown."""

from peil.study.plan import DRAFT, Disclosure
from peil.study.reader.plan_names import PlanNames
from peil.study.reader.typed import Table

PROFILES = ("standard", DRAFT)
SETTINGS = (
    "profile",
    "minimum_base",
    "indicative_below",
    "identifying",
    "sensitive",
    "small_count",
    "small_sensitive",
    "protection",
    "k",
)


def read_disclosure(table: Table, names: PlanNames) -> Disclosure:
    """Read the rules; variables and questions that they name have to exist."""
    table.known(SETTINGS)
    default = Disclosure()
    profile = table.text("profile", default.profile)
    if profile not in PROFILES:
        hint = f"Write one of {', '.join(PROFILES)}."
        table.wrong(f'"{profile}" is no value of "profile".', "profile", hint=hint)
        profile = default.profile
    minimum = table.whole("minimum_base", default.minimum_base, least=1)
    floor = max(default.indicative_below, minimum)
    indicative = table.whole("indicative_below", floor, least=1)
    if indicative < minimum:
        message = f"Cells under {indicative} can't be indicative: those under {minimum} aren't shown."
        table.wrong(message, "indicative_below", hint=f"Write at least {minimum}.")
        indicative = minimum
    return Disclosure(
        profile=profile,
        minimum_base=minimum,
        indicative_below=indicative,
        identifying=_names(table, "identifying", names),
        sensitive=_names(table, "sensitive", names),
        small_count=table.whole("small_count", default.small_count),
        small_sensitive=table.whole("small_sensitive", default.small_sensitive),
        protection=table.whole("protection", default.protection, least=2),
        k=table.whole("k", default.k, least=2),
    )


def _names(table: Table, setting: str, names: PlanNames) -> frozenset[str]:
    """Give the items and questions named that there are."""
    found = set()
    for number, name in enumerate(table.texts(setting)):
        if names.item(name, table.settings.start(*table.place, setting, number)) is not None:
            found.add(name)
    return frozenset(found)
