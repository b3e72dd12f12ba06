"""What keeps a study from being published at all."""

from urllib.parse import urlsplit

from peil.core.problem import Unusable
from peil.core.span import Span
from peil.report.site.site_problems import BAD_ADDRESS, DRAFT_SITE, NO_INTERIM_PLAN
from peil.study.interim import Interim
from peil.study.plan import DRAFT
from peil.study.study import Study


def refuse_draft(study: Study) -> None:
    """Refuse a profile that hides nothing.

    Raises:
        Unusable: The plan's profile is draft.
    """
    if study.plan.disclosure.profile == DRAFT:
        message = "The disclosure profile is draft: nothing would be hidden, and a draft isn't published."
        hint = 'Write profile = "standard" under [disclosure] in plan.toml.'
        raise Unusable([DRAFT_SITE.problem(Span("plan.toml"), message, hint=hint)])


def read_address(url: str) -> str:
    """Give a site's address without the slash at its end.

    Raises:
        Unusable: It isn't an address.
    """
    if not url:
        return ""
    try:
        parts = urlsplit(url)
        fit = parts.scheme in {"http", "https"} and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        fit = None
    if not fit or not url.isascii() or any(sign in url for sign in ' "<>'):
        hint = "Write the whole address: --url https://example.org/study."
        raise Unusable([BAD_ADDRESS.problem(Span("--url"), f'"{url}" is no address of a site.', hint=hint)])
    return url.rstrip("/")


def demand_interim(study: Study) -> Interim:
    """Give what the plan lists for interim results.

    Raises:
        Unusable: It lists nothing.
    """
    if study.plan.interim is None:
        message = "plan.toml lists no interim results: what is shown meanwhile is settled beforehand."
        hint = 'Write [interim] with items = ["usage"] and groups = ["sector"], say, before the survey opens.'
        raise Unusable([NO_INTERIM_PLAN.problem(Span("plan.toml"), message, hint=hint)])
    return study.plan.interim
