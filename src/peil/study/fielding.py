"""How the study is fielded: who may take part, in which privacy mode, by which mail, what is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from peil.core.span import Span
from peil.study.text import Wording

SETTINGS = "study.toml"


class Access(StrEnum):
    """Who may take part."""

    OPEN = "open"  # anyone who has the address
    INVITED = "invited"  # who has an invitation, and nobody else
    BOTH = "both"


class Privacy(StrEnum):
    """What may link an invitation to the answers that it led to."""

    CONFIDENTIAL = "confidential"  # a link table apart from the answers, destroyed at close
    ANONYMOUS = "anonymous"  # nothing: invitation and answers go by two different hashes of the token


@dataclass(frozen=True, slots=True)
class Mail:
    """What invitations are sent with.

    Args:
        sender: ``Name <address>``, as From says it; empty when mail isn't set up.
        reply_to: Where answers to the mail go; empty for the sender.
        address: Where respondents find the survey: ``https://host/``, ending in a slash; empty when unset.
        postal: Postal address or other words that close each mail; empty for none.
    """

    sender: str = ""
    reply_to: str = ""
    address: str = ""
    postal: str = ""


@dataclass(frozen=True, slots=True)
class Retention:
    """Months after closing that something is kept; None where nothing is stated.

    ``answers`` is ``retention_months`` of ``[about]``.
    """

    answers: int | None = None
    contacts: int | None = None
    addresses: int | None = None


@dataclass(frozen=True, slots=True)
class Handling:
    """Who handles respondents' data beside who asks for them, in the study's own words; None where unsaid.

    Args:
        processors: Who processes data on behalf of the controller: hosting, mail, a bureau.
        transfers: Which data leave the European Economic Area, and on what ground; or that none do.
        sample_source: Where the addresses of who is invited come from.
        sample_readers: Who may read these.
    """

    processors: Wording | None = None
    transfers: Wording | None = None
    sample_source: Wording | None = None
    sample_readers: Wording | None = None


@dataclass(frozen=True)
class Fielding:
    """What study.toml says about fieldwork, under ``[fieldwork]`` and ``[mail]``.

    Args:
        access: Who may take part.
        privacy: The privacy mode of invitations; None when there are none.
        special_category: The address list by itself reveals something protected, such as union membership:
            it is kept encrypted to ``contact_keys``.
        contact_keys: age recipients (``age1…``) that contact details are encrypted to.
        links: Id of an open link to its name: ``newsletter`` is counted apart as ``/?from=newsletter``.
        consent_version: Which wording of consent respondents agreed to; empty when not stated.
        retention: How long what is kept.
        mail: What invitations are sent with.
        handling: Who else handles the data; the data-protection sheet tells it.
        spans: Setting to where it stands, for problems about it: ``privacy``, ``retention.contacts``,
            ``mail.from``, ``about.opens``; the table ``[fieldwork]`` itself under ``""``, ``[mail]`` under
            ``mail``. What the file doesn't say isn't there.
    """

    access: Access = Access.OPEN
    privacy: Privacy | None = None
    special_category: bool = False
    contact_keys: tuple[str, ...] = ()
    links: Mapping[str, Wording] = field(default_factory=dict)
    consent_version: str = ""
    retention: Retention = Retention()
    mail: Mail = Mail()
    handling: Handling = Handling()
    spans: Mapping[str, Span] = field(default_factory=dict)

    def place(self, table: str, setting: str) -> Span:
        """Give where a setting of ``[about]``, ``[fieldwork]`` or ``[mail]`` stands.

        That is its table where the setting isn't there, and the file where the table isn't there either.
        """
        stem = "" if table == "fieldwork" else table
        name = f"{stem}.{setting}".lstrip(".")
        return self.spans.get(name) or self.spans.get(stem) or Span(SETTINGS)
