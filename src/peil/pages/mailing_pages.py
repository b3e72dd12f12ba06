"""The pages on which somebody leaves the mailing list."""

from peil.pages.addresses import ANY_LANGUAGE, leaving_address
from peil.pages.chrome import make_chrome
from peil.pages.site import Site

REFUSE = "choice"
"""Name of the field that says what is left; without it, the mailing list alone."""

TO_REFUSE = "refuse"


def leave_list_page(site: Site, language: str, leave_key: str, *, closed: bool = False) -> str:
    """Give the page that asks whether somebody wants no further mail, or no part in the study.

    Args:
        site: The study's site.
        language: Language of the page.
        leave_key: What the person leaves with.
        closed: Fieldwork is over: there is nothing left to take part in.
    """
    words = site.words[language]
    chrome = make_chrome(site, language, words("unsubscribe_title"), leaving_address(ANY_LANGUAGE, leave_key))
    address = leaving_address(language, leave_key)
    return site.render("unsubscribe", chrome=chrome, address=address, closed=closed)


def left_list_page(site: Site, language: str, leave_key: str, *, refused: bool, closed: bool = False) -> str:
    """Give the page that says that no further mail comes; ``refused`` says that they take no part either.

    Once fieldwork is ``closed``, nobody can change their mind by taking part.
    """
    words = site.words[language]
    heading = words("unsubscribed_title")
    chrome = make_chrome(site, language, heading, leaving_address(ANY_LANGUAGE, leave_key))
    return site.render("unsubscribed", chrome=chrome, refused=refused, closed=closed)
