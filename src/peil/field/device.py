"""Which kind of device an interview is begun on, as coarse as it can be told."""

import re
from collections.abc import Mapping

PHONE, TABLET, COMPUTER = "phone", "tablet", "computer"

LONGEST = 1000
"""Characters of a header that are looked at."""

_TABLET = re.compile(
    r"iPad|Tablet|PlayBook|Silk/|Kindle|Android(?!.*\b(?:Mobile|Opera Mini)\b)", re.IGNORECASE
)
_PHONE = re.compile(r"iPhone|iPod|\bMobi|Windows Phone|Opera Mini|BlackBerry|BB10", re.IGNORECASE)
_COMPUTER = re.compile(r"Windows NT|Macintosh|X11|CrOS|Linux (?:x86_64|i686|aarch64)", re.IGNORECASE)
_TELEVISION = re.compile(r"\bTV\b|SmartTV|SMART-TV|AppleTV|PlayStation|Xbox|Nintendo", re.IGNORECASE)


def device_of(headers: Mapping[str, str]) -> str:
    """Give ``phone``, ``tablet`` or ``computer``; empty where the browser doesn't tell, or is none of these.

    A tablet that presents itself as a computer, as iPads do, counts as one: nothing in a request tells them
    apart. The headers themselves are never kept.

    Args:
        headers: The request's, names in lower case.
    """
    agent = headers.get("user-agent", "")[:LONGEST]
    if _TELEVISION.search(agent):
        return ""
    if _TABLET.search(agent):
        return TABLET
    if headers.get("sec-ch-ua-mobile", "").strip() == "?1" or _PHONE.search(agent):
        return PHONE
    return COMPUTER if _COMPUTER.search(agent) else ""
