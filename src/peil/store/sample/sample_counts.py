"""How a sample stands, in numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SampleCounts:
    """Numbers of persons; one person can be in several.

    Args:
        persons: In the sample.
        invited: Were mailed an invitation, also where it bounced or isn't known to have arrived.
        unknown: An invitation was being sent when the machine stopped.
        bounced: The address doesn't take mail.
        unsubscribed: Want no further mail. They can have answered all the same: in an anonymous study nobody
            can tell.
        refused: Said that they don't want to take part; likewise.
        unreached: Were invited, and neither bounced nor left nor refused.
        erased: Were in the sample once, and are known by a hash of their address alone.
        withdrawn: Of these, had been invited; nothing else of them is known.
    """

    persons: int
    invited: int
    unknown: int
    bounced: int
    unsubscribed: int
    refused: int
    unreached: int
    erased: int = 0
    withdrawn: int = 0

    @property
    def approached(self) -> int:
        """Who was ever invited, those among them who have been erased since: the cases of a response rate."""
        return self.invited + self.withdrawn
