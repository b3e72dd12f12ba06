"""What a REFI-QDA file must look like: our own reading of the published standard, written as rules.

It takes nothing from the code under test. An element has its attributes (name to pattern, a ``!`` before
one that must stand there) and its parts in order, each with how often: ``?`` at most once, ``*`` any number,
``+`` at least once, nothing exactly once.
"""

import re

from lxml import etree

GUID = r"\{?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\}?"
MATCHED_BRACES = re.compile(r"\{[^{}]*\}|[^{}]*")
TEXT = r"(?s).*"
MOMENT = r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?"
WHOLE = r"[+-]?\d+"
BOOLEAN = "true|false|0|1"
COLOUR = "#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})"
LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"

MADE = {"creatingUser": GUID, "creationDateTime": MOMENT}
CHANGED = {**MADE, "modifyingUser": GUID, "modifiedDateTime": MOMENT}
REFERENCE = ({"!targetGUID": GUID}, "")

TEXT_SOURCE = (
    {"!guid": GUID, "name": TEXT, "plainTextPath": TEXT, "richTextPath": TEXT, **CHANGED},
    "Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*",
)
CODE = {"!guid": GUID, "!name": TEXT, "!isCodable": BOOLEAN, "color": COLOUR}

PROJECT = {
    "Project": (
        {
            "!name": TEXT,
            "origin": TEXT,
            "creatingUserGUID": GUID,
            "creationDateTime": MOMENT,
            "modifyingUserGUID": GUID,
            "modifiedDateTime": MOMENT,
            "basePath": TEXT,
            LOCATION: TEXT,
        },
        "Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*",
    ),
    "Users": ({}, "User+"),
    "User": ({"!guid": GUID, "name": TEXT, "id": TEXT}, ""),
    "CodeBook": ({}, "Codes"),
    "Codes": ({}, "Code+"),
    "Code": (CODE, "Description? NoteRef* Code*"),
    "Sources": ({}, "TextSource+"),
    "TextSource": TEXT_SOURCE,
    "PlainTextSelection": (
        {"!guid": GUID, "name": TEXT, "!startPosition": WHOLE, "!endPosition": WHOLE, **CHANGED},
        "Description? Coding* NoteRef*",
    ),
    "Coding": ({"!guid": GUID, **MADE}, "CodeRef NoteRef*"),
    "Notes": ({}, "Note+"),
    "Note": TEXT_SOURCE,
    "Sets": ({}, "Set+"),
    "Set": ({"!guid": GUID, "!name": TEXT}, "Description? MemberCode* MemberSource* MemberNote*"),
    **dict.fromkeys(("CodeRef", "NoteRef", "MemberCode", "MemberSource", "MemberNote"), REFERENCE),
}
CODEBOOK = {
    "CodeBook": ({"origin": TEXT, LOCATION: TEXT}, "Codes Sets?"),
    "Codes": ({}, "Code+"),
    "Code": (CODE, "Description? Code*"),
    "Sets": ({}, "Set+"),
    "Set": ({"!guid": GUID, "!name": TEXT}, "Description? MemberCode*"),
    "MemberCode": ({"!guid": GUID}, ""),
}
PROSE = {"Description", "PlainTextContent"}
"""Elements that hold words and nothing else."""


def check_structure(content: bytes, rules: dict, namespace: str) -> list[str]:
    """Give everything in which the XML breaks the rules."""
    root = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    first = next(iter(rules))
    found = [] if root.tag == f"{{{namespace}}}{first}" else [f"begins with {root.tag}"]
    for element in root.iter():
        if etree.QName(element).namespace != namespace:
            found.append(f"{element.tag} is of another namespace")
            continue
        tag = etree.QName(element).localname
        if tag in PROSE:
            found += [f"{tag} holds elements"] if len(element) else []
        elif tag in rules:
            found += [f"{tag}: {what}" for what in misfits(element, *rules[tag])]
        else:
            found.append(f"{tag} is unknown")
    return found


def misfits(element: etree._Element, attributes: dict[str, str], parts: str) -> list[str]:
    """Give what is wrong with one element."""
    patterns = {name.removeprefix("!"): pattern for name, pattern in attributes.items()}
    found = [f"{name} is absent" for name in attributes if name[0] == "!" and name[1:] not in element.attrib]
    for name, value in element.attrib.items():
        if name not in patterns:
            found.append(f"{name} is unknown")
        elif not re.fullmatch(patterns[name], value) or not (
            patterns[name] != GUID or MATCHED_BRACES.fullmatch(value)
        ):
            found.append(f"{name} is {value!r}")
    order = "".join(f"{etree.QName(child).localname} " for child in element)
    grammar = re.sub(r"(\w+)([?*+]?) ?", r"(?:\1 )\2", parts)
    if not re.fullmatch(grammar, order):
        found.append(f"holds {order!r}, not {parts!r}")
    if (element.text or "").strip() or any((child.tail or "").strip() for child in element):
        found.append("holds words")
    return found


def dangling(content: bytes) -> list[str]:
    """Give what a project refers to and doesn't hold, and GUIDs and texts that stand twice or never."""
    root = etree.fromstring(content)
    own = [
        one.get("guid")
        for one in root.iter()
        if one.get("guid") and etree.QName(one).localname != "MemberCode"
    ]
    named = [
        one.get(name)
        for one in root.iter()
        for name in ("targetGUID", "creatingUser", "creatingUserGUID")
        if one.get(name)
    ]
    twice = [f"{guid} twice" for guid in set(own) if own.count(guid) > 1]
    both = [
        f"{one.get('guid')} has its words twice or never"
        for one in root.iter("{*}TextSource", "{*}Note")
        if (one.get("plainTextPath") is None) == (one.find("{*}PlainTextContent") is None)
    ]
    return [f"{guid} nowhere" for guid in named if guid not in own] + twice + both
