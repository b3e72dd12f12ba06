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

NEXT = "next"
BACK = "back"
LATER = "later"

CONTROLS = frozenset({NONCE, REVISION, SEAL, SHOWN, GO, FORGET, CODE, CONSENT})

DATE_PARTS = ("day", "month", "year")
