"""plan.toml into the plan of analysis; its derived variables join the codebook in written order."""

from peil.core.span import Span
from peil.study.checks import bad_plan
from peil.study.made_of_codes import made_of_codes
from peil.study.plan import Plan, Sampling
from peil.study.reader.plan_names import PlanNames
from peil.study.reader.read_accepts import read_accepts
from peil.study.reader.read_amendments import read_exclusions, read_recodings
from peil.study.reader.read_derived import read_derived
from peil.study.reader.read_design import read_design, read_intervals
from peil.study.reader.read_deviation import read_deviation
from peil.study.reader.read_disclosure import read_disclosure
from peil.study.reader.read_interim import read_interim
from peil.study.reader.read_nets import read_crosswalks, read_nets, read_probabilities
from peil.study.reader.read_quotas import read_quotas
from peil.study.reader.read_titles import read_titles
from peil.study.reader.read_weighting import read_weighting
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.resolve import Resolver
from peil.study.reader.settings import Settings
from peil.study.reader.typed import Table

TABLES = (
    "analysis",
    "derived",
    "nets",
    "deviation",
    "disclosure",
    "weighting",
    "design",
    "intervals",
    "simulate",
    "crosswalk",
    "titles",
    "quotas",
    "exclusions",
    "recodings",
    "interim",
    "accept",
)


NO_MARGINS = (
    "no population is known by it",
    "Weight by a question whose shares somebody publishes.",
)
NOT_DRAWN = "simulated interviews hold answers and nobody codes them", "Take the table away."
NOT_YET = (
    "interim results are listed before anybody answers",
    "Name a question, or take it away: the final report can show it.",
)


def read_plan(settings: Settings, resolver: Resolver, words: WordingReader) -> Plan:
    """Give the plan; the resolver's codebook then holds the derived variables too.

    Codes of open answers may be in the codebook: groups, nets, titles and derived variables read them like
    answers, and what is settled before people code is told that it can't.
    """
    whole = Table(settings, (), settings.values, bad_plan.RULE, words.problems)
    whole.known(TABLES)
    derived = read_derived(whole.table("derived"), resolver, words)
    made = made_of_codes(resolver.codebook, derived)
    names = PlanNames(resolver.codebook, resolver.broken, resolver.damaged, words.problems, made)
    analysis = whole.table("analysis")
    analysis.known(("sampling", "groups"))
    groups = _groups(analysis, names)
    return Plan(
        sampling=Sampling(_choice(analysis, "sampling", tuple(Sampling), Sampling.SELF_SELECTED)),
        groups=tuple(groups),
        derived=derived,
        nets=read_nets(whole.table("nets"), names, words),
        weighting=read_weighting(whole.table("weighting"), names.without_codes(*NO_MARGINS), words),
        deviation=read_deviation(whole.table("deviation")),
        disclosure=read_disclosure(whole.table("disclosure"), names),
        probabilities=read_probabilities(whole.table("simulate"), names.without_codes(*NOT_DRAWN)),
        crosswalks=read_crosswalks(whole.table("crosswalk"), names, words),
        titles=read_titles(whole.table("titles"), names, words),
        group_spans=groups,
        accepts=read_accepts(whole),
        quotas=read_quotas(whole.table("quotas"), resolver, words, made),
        exclusions=read_exclusions(whole),
        recodings=read_recodings(whole, names),
        design=read_design(whole.table("design"), names),
        intervals=read_intervals(whole.table("intervals"), words),
        interim=read_interim(whole.table("interim"), names.without_codes(*NOT_YET), groups),
    )


def _choice(table: Table, name: str, allowed: tuple[str, ...], default: str) -> str:
    found = table.text(name, default)
    if found in allowed:
        return found
    hint = f"Write one of {', '.join(allowed)}."
    table.wrong(f'"{found}" is no value of "{name}".', name, hint=hint)
    return default


def _groups(analysis: Table, names: PlanNames) -> dict[str, Span]:
    """Give the groups in order, each with its place."""
    settings = analysis.settings
    found: dict[str, Span] = {}
    for number, name in enumerate(analysis.texts("groups")):
        span = settings.start("analysis", "groups", number)
        if name in found:
            analysis.wrong(f'The group "{name}" stands here twice.', "groups", hint="Take one away.")
        elif names.group(name, span):
            found[name] = span
    return found
