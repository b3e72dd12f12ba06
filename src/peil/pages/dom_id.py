"""Ids for HTML elements, made of names of variables, steps and options."""

import re

_ODD = re.compile(r"[^a-z0-9_-]")


def dom_id(prefix: str, name: str, value: str = "") -> str:
    """Give an id that is safe in a link, a label and a style rule, and another one for every other name.

    A dot becomes a hyphen and ``[`` two of them; an option or step is set off by ``-_``. Ids of a study
    begin with a letter and hold no hyphen, so no two names come out alike.
    """
    plain = name.replace("[", "--").replace("]", "").replace(".", "-")
    plain = _ODD.sub(lambda found: f"-x{ord(found.group()):x}-", plain)
    return f"{prefix}-{plain}-_{value}" if value else f"{prefix}-{plain}"
