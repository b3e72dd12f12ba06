"""What an item is called within its question: the name that tables as JSON give beside the question's id."""


def item_name(question: str, key: str) -> str | None:
    """Give a matrix row's id, ``[speed]`` for a repeat, or None where the item is the question itself."""
    return key.removeprefix(question).removeprefix(".") or None


def item_key(question: str, name: str | None) -> str:
    """Give the item's key again from its question and name."""
    if name is None:
        return question
    return question + name if name.startswith("[") else f"{question}.{name}"
