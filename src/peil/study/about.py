"""What study.toml says about the study as a whole."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from peil.core.span import Span
from peil.study.accept import Accept
from peil.study.text import Wording

IN_STUDY = Span("study.toml")


@dataclass(frozen=True, slots=True)
class About:
    """Title, languages, dates, consent and who answers for the data.

    Args:
        title: The study's title.
        subtitle: The line under it on a title page, or None.
        languages: Language codes, the base language first.
        client: Who commissioned it, or None.
        agency: Who carried it out, or None.
        authors: Names for the colophon.
        report_date: Date on the report.
        opens: First day of fieldwork.
        closes: Last day of fieldwork.
        consent: What a respondent agrees to.
        controller: Who is the GDPR's controller.
        contact: Address for questions and requests.
        lawful_basis: Article of the GDPR that allows the processing.
        purpose: What the data are for; the data-protection sheet tells it.
        special_categories: Which questions ask for special categories of personal data, likewise.
        retention_months: How long answers are kept after closing, or None when not stated.
        analysis_set: Id of the question that must have been reached for a row to be analysed, or None.
        reference: Word file whose styles a Word report takes, in the study's folder; empty for none.
        reference_span: Where it is named.
        extra: Anything else that the file holds under ``[about]``, as text.
        accepts: Findings about study.toml that stay, each with the reason.
        mail_accepts: A mail's file (``mail/reminder-2.md``) to the findings about it that stay, likewise.
    """

    title: Wording
    languages: tuple[str, ...]
    subtitle: Wording | None = None
    client: Wording | None = None
    agency: Wording | None = None
    authors: tuple[str, ...] = ()
    report_date: dt.date | None = None
    opens: dt.date | None = None
    closes: dt.date | None = None
    consent: Wording | None = None
    controller: str = ""
    contact: str = ""
    lawful_basis: str = ""
    purpose: Wording | None = None
    special_categories: Wording | None = None
    retention_months: int | None = None
    analysis_set: str | None = None
    reference: str = ""
    reference_span: Span = IN_STUDY
    extra: Mapping[str, str] = field(default_factory=dict)
    accepts: tuple[Accept, ...] = ()
    mail_accepts: Mapping[str, tuple[Accept, ...]] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The base language."""
        return self.languages[0]
