"""Consent in a settings file: ``consent = true``, or how it was given."""

from peil.study.reader.typed import Table

CONSENTED = "yes"


def read_consent(table: Table) -> str:
    """Give how consent was given, in words; empty where it wasn't."""
    found = table.values.get("consent", False)
    if isinstance(found, bool):
        return CONSENTED if found else ""
    if isinstance(found, str):
        return found.strip()
    hint = "Write consent = true, or how it was given."
    table.wrong('"consent" is true, false or a text.', "consent", hint=hint)
    return ""
