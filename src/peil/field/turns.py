"""How the threads of a server take turns: the one that answers, and the one that writes."""

import sys

SECONDS = 0.0005
"""After so long a thread gives way. Python's own five milliseconds are five pages long: who only has to say
that a page is on disk waited for as long."""


def take_short_turns() -> None:
    """Have threads give way sooner."""
    sys.setswitchinterval(SECONDS)
