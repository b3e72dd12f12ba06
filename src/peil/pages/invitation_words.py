"""What may link an invitation to the answers, in plain words."""

from peil.pages.site import Site
from peil.study.fielding import Privacy

_BRIEF = {
    Privacy.CONFIDENTIAL: ("mode_confidential_linked", "mode_confidential_destroyed"),
    Privacy.ANONYMOUS: ("mode_anonymous_unlinked", "mode_anonymous_reminder"),
}
_MORE = {
    Privacy.CONFIDENTIAL: ("mode_confidential_until",),
    Privacy.ANONYMOUS: ("mode_anonymous_noted", "mode_anonymous_server"),
}


def tell_mode(site: Site, language: str, *, whole: bool) -> tuple[str, ...]:
    """Give the sentences for the study's privacy mode; none where nobody is invited.

    Args:
        site: The study's site.
        language: Language of the page.
        whole: With what a server that is running, or someone with access, could still see.
    """
    mode = site.study.fielding.privacy
    if mode is None:
        return ()
    keys = (*_BRIEF[mode], *(_MORE[mode] if whole else ()))
    return tuple(site.words[language](key) for key in keys)


def is_linked(site: Site) -> bool:
    """Say whether a list joins invitations and answers, until the study closes."""
    return site.study.fielding.privacy is Privacy.CONFIDENTIAL
