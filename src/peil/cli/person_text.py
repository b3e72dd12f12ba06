"""People and their contact details as the terminal shows them."""

from collections.abc import Mapping


def as_lines(person: Mapping[str, str]) -> str:
    """Give one person's details as the terminal shows them."""
    return "\n".join(f"{name}: {text}" for name, text in person.items())


def people(number: int) -> str:
    """Give the word as it goes with the number."""
    return "person" if number == 1 else "people"
