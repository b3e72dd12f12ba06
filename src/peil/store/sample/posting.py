"""One mail to one person, from the moment before it is handed to the mail server."""

from dataclasses import dataclass

from peil.store.sample.person import Person


@dataclass(frozen=True, slots=True)
class Posting:
    """One mail that is about to be sent.

    Args:
        person: To whom, as kept when it was taken; ``address`` and ``name`` may be sealed.
        mailing: ``invitation`` or ``reminder-1`` …
        token: The personal code that its link leads with; empty where an anonymous study's person is known to
            have begun: then the mail says to use the link of an earlier one. Never to be written anywhere.
    """

    person: Person
    mailing: str
    token: str

    def __repr__(self) -> str:
        """Show no address and no token: a log or a trace may hold this."""
        return f"Posting({self.mailing!r})"
