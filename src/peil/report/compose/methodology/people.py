"""Who commissioned and carried out the study, whom it is about, and how these came to take part."""

from collections.abc import Iterator

from peil.report.compose.methodology.section import Answer, Section
from peil.report.compose.methodology.source import Source
from peil.study.plan import Sampling

SAID = ("population", "coverage", "frame")


def tell_who(source: Source) -> Section:
    """Tell of client, money and agency."""
    about = source.study.about
    return Section(
        "who",
        (
            Answer("client", source.said(about.client)),
            Answer("funding", source.method("funding")),
            Answer("agency", source.said(about.agency)),
            Answer("authors", ", ".join(about.authors)),
            Answer("contact", about.contact),
        ),
    )


def tell_population(source: Source) -> Section:
    """Tell whom the study is about, how they were found, asked and selected."""
    said = tuple(Answer(name, source.method(name)) for name in SAID)
    return Section(
        "population",
        (
            *said,
            Answer("selection", " ".join(selection(source))),
            Answer("recruitment", source.method("recruitment")),
            Answer("reminders", source.method("reminders")),
            Answer("access", access(source)),
            Answer("links", links(source)),
            Answer("incentive", source.method("incentive")),
            Answer("quotas", quotas(source)),
        ),
    )


def selection(source: Source) -> Iterator[str]:
    """Say how participants were selected: by themselves, or drawn, and how; then what people know of it."""
    plan = source.study.plan
    drawn = plan.sampling is Sampling.PROBABILITY
    yield source.say("selection_drawn" if drawn else "selection_self")
    if plan.design and plan.design.strata:
        yield source.say("selection_strata")
    if plan.design and plan.design.psu:
        yield source.say("selection_clusters")
    if said := source.method("selection"):
        yield said


def access(source: Source) -> str:
    """Say who could take part, where study.toml says it."""
    fielding = source.study.fielding
    return source.say(f"access_{fielding.access}") if "access" in fielding.spans else ""


def links(source: Source) -> str:
    """Name the open links that are counted apart."""
    fielding = source.study.fielding
    if fielding.links:
        names = ", ".join(one.plain(source.language) for one in fielding.links.values())
        return source.say("links_told", names=names)
    return source.say("links_none") if "access" in fielding.spans else ""


def quotas(source: Source) -> str:
    """Give the quotas."""
    told = (
        source.say("quota_told", title=one.wording.plain(source.language), limit=one.limit)
        for one in source.study.plan.quotas
    )
    return "; ".join(told) or source.say("quotas_none")
