"""An interview that begins."""

import datetime as dt
from dataclasses import dataclass

from peil.store.purpose import Purpose


@dataclass(frozen=True, slots=True)
class Opening:
    """A respondent has agreed to take part.

    The same ``key`` again is the same opening: a double click opens one interview.

    Args:
        key: Hash of the personal code (see ``keys.py``); the code itself is kept by the respondent alone.
        id: Random id of the new interview.
        language: Language of the page on which consent was given.
        seed: What shuffled orders are drawn with.
        day: Today.
        version: Fingerprint of the questionnaire's text that is being asked.
        pages: Pages without questions that were shown with the consent (a leading notice); they are passed.
        synthetic: Not a person.
        purpose: What it is for; only live interviews count.
        link: Id of the open link that it came by, ``invited`` for an invitation, or empty.
        device: Coarse class of the device: ``phone``, ``tablet``, ``computer``, or empty.
        flags: What deserves a look (``burst``, ``honeypot``); flags exclude nothing by themselves.
        consent: Version of the consent that was given.
    """

    key: str
    id: str
    language: str
    seed: int
    day: dt.date
    version: str
    pages: tuple[str, ...] = ()
    synthetic: bool = False
    purpose: Purpose = Purpose.LIVE
    link: str = ""
    device: str = ""
    flags: tuple[str, ...] = ()
    consent: str = ""
