"""``[fieldwork]`` and ``[mail]`` of study.toml: who may take part, how they are invited, what is kept."""

import re
from collections.abc import Iterator

from peil.core.ids import is_id
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.about import About
from peil.study.checks import bad_id, bad_setting, private_key, reserved_id
from peil.study.fielding import Access, Fielding, Handling, Mail, Privacy, Retention
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.settings import Settings
from peil.study.reader.typed import Table
from peil.study.recipient import is_private_key, is_recipient
from peil.study.text import Wording

KNOWN = ("access", "privacy", "special_category", "contact_keys", "links", "retention", "handling")
RETENTION = ("contacts", "addresses")
HANDLING = ("processors", "transfers", "sample_source", "sample_readers")
MAIL = ("from", "reply_to", "address", "postal")
RESERVED_LINKS = frozenset({"test", "invited"})
"""Words after ``?from=`` with a meaning of their own."""

MAILBOX = re.compile(r"[^\s<>@,;:\"\\]+@[^\s<>@,;:\"\\]+")
NAMED = re.compile(r"[^<>@,;:\"\\]*<(?P<mailbox>[^<>]*)>")
ADDRESS = re.compile(
    r"(?P<host>(https://[\w.-]+|http://(127\.0\.0\.1|localhost|\[::1\]))(:\d{1,5})?)(?P<path>(/[\w.~-]+)*)/",
    re.ASCII,
)


def read_fielding(about: Table, said: About, words: WordingReader) -> Fielding:
    """Give what the file says about fieldwork.

    Args:
        about: The table ``[about]`` of the file.
        said: What was read of it: how long answers are kept stands there.
        words: Reads the names of links, and what is said in words of the study's own.
    """
    settings = about.settings
    whole = Table(settings, (), settings.values, bad_setting.RULE, about.problems)
    about.problems.extend(_private_keys(settings, (), settings.values))
    table, mail = whole.table("fieldwork"), whole.table("mail")
    table.known(KNOWN)
    access = Access(_choice(table, "access", tuple(Access), Access.OPEN))
    keys = tuple(_keys(table))
    return Fielding(
        access=access,
        privacy=_privacy(table, access),
        special_category=_special(table, keys),
        contact_keys=keys,
        links=_links(table, access, words),
        consent_version=about.text("consent_version").strip(),
        retention=_retention(table.table("retention"), said.retention_months),
        mail=_mail(mail),
        handling=_handling(table.table("handling"), words),
        spans={
            **dict(_spans(about, table, mail)),
            "consent_version": settings.key("about", "consent_version"),
        },
    )


def _choice(table: Table, name: str, allowed: tuple[str, ...], default: str) -> str:
    found = table.text(name, default)
    if found in allowed:
        return found
    table.wrong(f'"{found}" is no value of "{name}".', name, hint=f"Write one of {', '.join(allowed)}.")
    return default


def _privacy(table: Table, access: Access) -> Privacy | None:
    """Give the privacy mode, which invitations must have and nothing else can."""
    if "privacy" not in table.values:
        if access is not Access.OPEN:
            hint = 'Write privacy = "confidential" or privacy = "anonymous".'
            table.wrong("People are invited, and nothing says in which privacy mode.", "access", hint=hint)
        return None
    found = Privacy(_choice(table, "privacy", tuple(Privacy), Privacy.CONFIDENTIAL))
    if access is Access.OPEN:
        hint = 'Write access = "invited" or access = "both", or take the line away.'
        table.wrong("Nobody is invited, so there is no privacy mode of invitations.", "privacy", hint=hint)
        return None
    return found


def _special(table: Table, keys: tuple[str, ...]) -> bool:
    found = table.flag("special_category")
    if found and not keys and table.values.get("contact_keys", []) == []:
        hint = 'Write contact_keys = ["age1…"], the public key of who may read the addresses.'
        table.wrong("The address list can't be encrypted: there is no key.", "special_category", hint=hint)
    return found


def _keys(table: Table) -> Iterator[str]:
    """Give the recipients, each once."""
    seen: set[str] = set()
    for number, key in enumerate(table.texts("contact_keys")):
        at = table.settings.start(*table.path, "contact_keys", number)
        if is_private_key(key):
            continue
        if not is_recipient(key):
            hint = "Write the public key, which begins with age1, as age-keygen shows it."
            table.problems.append(table.rule.problem(at, "This is no public key of age.", hint=hint))
        elif key in seen:
            hint = "Take one away."
            table.problems.append(table.rule.problem(at, "This key stands here twice.", hint=hint))
        else:
            seen.add(key)
            yield key


def _private_keys(settings: Settings, path: tuple[str | int, ...], value: object) -> Iterator[Problem]:
    """Tell every private key in the file, wherever it stands, without repeating it."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _private_keys(settings, (*path, name), inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _private_keys(settings, (*path, number), inner)
    elif isinstance(value, str) and is_private_key(value):
        hint = (
            "Make a new pair of keys and write the public one, which begins with age1: this one has been "
            "seen by everyone who has seen the file."
        )
        yield private_key.RULE.problem(settings.start(*path), "This is a private key.", hint=hint)


def _links(table: Table, access: Access, words: WordingReader) -> dict[str, Wording]:
    inner = table.table("links")
    if inner.values and access is Access.INVITED:
        hint = 'Write access = "both", or take the links away.'
        table.wrong("Links are open to anyone, and only who is invited may take part.", "links", hint=hint)
    found: dict[str, Wording] = {}
    for name in inner.values:
        text = inner.text(name)
        if _check_link(inner, name) and text.strip():
            found[name] = words.plain(f"link.{name}", text, inner.settings.start(*inner.path, name))
        elif isinstance(inner.values[name], str) and not text.strip():
            inner.wrong(f'The link "{name}" has no name.', name, hint=f'Write {name} = "…".')
    return found


def _check_link(table: Table, name: str) -> bool:
    at = table.settings.key(*table.path, name)
    if not is_id(name):
        rule, message, hint = bad_id.RULE, f'"{name}" is no id.', "Use lower case, digits and underscores."
    elif name in RESERVED_LINKS:
        rule, message = reserved_id.RULE, f'"?from={name}" has a meaning of its own.'
        hint = "Give the link another id."
    else:
        return True
    table.problems.append(rule.problem(at, message, hint=hint, got=name))
    return False


def _retention(table: Table, answers: int | None) -> Retention:
    table.known(RETENTION)
    contacts, addresses = (
        table.whole(name, 0) if name in table.values else None for name in ("contacts", "addresses")
    )
    return Retention(answers, contacts, addresses)


def _handling(table: Table, words: WordingReader) -> Handling:
    table.known(HANDLING)
    said: dict[str, Wording] = {}
    for name in HANDLING:
        text = table.text(name)
        if text.strip():
            said[name] = words.plain(f"handling.{name}", text, table.settings.start(*table.path, name))
    return Handling(**said)


def _mail(table: Table) -> Mail:
    table.known(MAIL)
    return Mail(
        _mailbox(table, "from"),
        _mailbox(table, "reply_to"),
        _address(table),
        table.text("postal").strip(),
    )


def _address(table: Table) -> str:
    """Give where the survey is found: a host of its own, for its links and forms begin at the root."""
    written = table.text("address").strip()
    found = ADDRESS.fullmatch(written)
    if found and not found["path"]:
        return written
    if found:
        message = f'"{written}" has a path: links and forms of the survey lead to "{found["host"]}/" itself.'
        hint = 'Give the survey a host name of its own, and write address = "https://survey.example.org/".'
        table.wrong(message, "address", hint=hint)
    elif written:
        hint = 'Write address = "https://…/", with a slash at the end.'
        table.wrong(f'"{written}" is no address that respondents can safely open.', "address", hint=hint)
    return ""


def _mailbox(table: Table, name: str) -> str:
    """Give ``Name <address>`` or an address alone."""
    found = table.text(name).strip()
    named = NAMED.fullmatch(found)
    fine = MAILBOX.fullmatch(named["mailbox"] if named else found) and found.isprintable()
    if found and not fine:
        hint = f'Write {name} = "Name <name@example.org>".'
        table.wrong(f'"{name}" is no address that mail can come from or go to.', name, hint=hint)
        return ""
    return found


def _spans(*tables: Table) -> Iterator[tuple[str, Span]]:
    """Give where every setting stands; ``[mail]``'s as ``mail.from``, ``[fieldwork]`` under ``""``."""
    for table in tables:
        stem = "" if table.path == ("fieldwork",) else ".".join(table.path)
        if table.path in table.settings.keys:
            yield stem, table.settings.keys[table.path]
        for name, value in table.values.items():
            yield f"{stem}.{name}".lstrip("."), table.settings.key(*table.path, name)
            for inner in value if isinstance(value, dict) else ():
                yield f"{stem}.{name}.{inner}".lstrip("."), table.settings.key(*table.path, name, inner)
