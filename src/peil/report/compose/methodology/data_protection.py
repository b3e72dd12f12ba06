"""Who answers for respondents' data and what becomes of these, and the study's limitations."""

from peil.report.compose.methodology.section import Answer, Section, told
from peil.report.compose.methodology.source import Source

RETENTION = {0: "retention_none", 1: "retention_one"}


def tell_protection(source: Source) -> Section:
    """Tell of data protection."""
    about = source.study.about
    consent = source.said(about.consent)
    return Section(
        "protection",
        (
            Answer("controller", about.controller),
            Answer("lawful_basis", about.lawful_basis),
            Answer("purpose", source.said(about.purpose)),
            Answer("special_categories", source.said(about.special_categories)),
            Answer("consent", source.say("consent_told", consent=consent) if consent else ""),
            Answer("privacy", privacy(source)),
            Answer("retention", retention(source)),
            Answer("ethics", source.method("ethics")),
            Answer("data_access", source.method("data_access")),
        ),
    )


def privacy(source: Source) -> str:
    """Say what linked invitations to answers, where study.toml says how the study is fielded."""
    fielding = source.study.fielding
    if fielding.privacy:
        return source.say(f"privacy_{fielding.privacy}")
    return source.say("privacy_open") if "access" in fielding.spans else ""


def retention(source: Source) -> str:
    """Say how long answers are kept."""
    months = source.study.about.retention_months
    return "" if months is None else source.say(RETENTION.get(months, "retention_other"), months=months)


def tell_limitations(source: Source) -> Section:
    """Tell what the design can't say."""
    said = source.method("limitations")
    made = source.say("synthetic") if source.release.facts.synthetic else ""
    known = ("limitations",)
    if said:
        return Section("limitations", blocks=(told(made, said),), beside=known)
    unstated = source.say("unstated") + "."
    return Section("limitations", blocks=(told(made, unstated),), unknown=known)
