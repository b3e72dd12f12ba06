"""Names of form fields that hold no answer; an answer's field has the name of its variable.

| kind | field |
|---|---|
| single, matrix row | ``usage`` = option id, ``ability.grants`` = column id |
| scale | ``mark`` = ``7``, or the id of a missing option |
| multi | ``reasons.speed`` = ``1`` |
| open, number, text or number beside an option, name of an open row | the variable's name = the text |
| date | ``born.day``, ``born.month``, ``born.year`` |
| ranking | ``wishes.speed`` = ``1`` … or empty |
| contact | ``contact.email`` = the text; empty keeps what was given, unless ``.forget`` names the step |

Ids begin with a letter, so a name that begins with a dot is no variable's.
"""

NONCE = ".nonce"
REVISION = ".revision"
SEAL = ".seal"
SHOWN = ".shown"
"""Parts that the form showed (``interview/shown_parts.py``), separated by spaces."""
GO = ".go"
"""Which button: ``next`` (also when absent), ``back`` or ``later``."""
FORGET = ".forget"
"""Id of a contact step whose details the respondent wants erased."""
CODE = ".code"
"""A personal code: on the start page the new one, on the resume page the one typed in."""
CONSENT = ".consent"
FROM = ".from"
"""On the start page: id of the open link that the respondent came by, or ``test``."""
VERSION = ".version"
"""On the start page: fingerprint of the version whose words were read there."""
SECONDS = ".seconds"
"""How long the page was looked at, filled in by the script; empty without it."""
WEBSITE = ".website"
"""A field that nobody sees: what fills in every field that there is, is no respondent."""

NEXT = "next"
BACK = "back"
LATER = "later"

CONTROLS = frozenset(
    {NONCE, REVISION, SEAL, SHOWN, GO, FORGET, CODE, CONSENT, FROM, VERSION, SECONDS, WEBSITE}
)

DATE_PARTS = ("day", "month", "year")
