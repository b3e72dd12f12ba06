"""Addresses of the respondent's pages, written in one place: for links, forms and what leads on."""

from urllib.parse import quote

ANY_LANGUAGE = "{language}"
"""Stands in an address for its language, where the same page is linked in each of them."""


def named_address(language: str, name: str = "") -> str:
    """Give the path of a page by its name: ``/nl/end``; the start page has none."""
    return f"/{language}/{name}"


def page_address(language: str, page: str) -> str:
    """Give the path of a page of the questionnaire."""
    return f"/{language}/p/{quote(page, safe='')}"


def live_address(language: str, page: str) -> str:
    """Give the path that answers with the inside of a page's form, as it would be with what it is sent."""
    return f"/{language}/live/{quote(page, safe='')}"


def invited_address(language: str, token: str) -> str:
    """Give the path that an invitation leads to in a language; ``/i/TOKEN`` picks the person's own."""
    return f"/{language}/i/{token}"


def leaving_address(language: str, leave_key: str) -> str:
    """Give the path on which somebody leaves the mailing list."""
    return f"/{language}/u/{quote(leave_key, safe='')}"


def preview_address(role: str, language: str, page: str) -> str:
    """Give the path of a page of the questionnaire as a role sees it."""
    return f"/preview/{quote(role, safe='')}/{language}/{quote(page, safe='')}"
