"""Which of the study's languages a browser asks for."""

from collections.abc import Sequence

LONGEST = 1000


def preferred_language(header: str, languages: Sequence[str]) -> str:
    """Give the study's language that an ``Accept-Language`` header likes most.

    ``de-CH`` asks for ``de`` too. What can't be read is passed over; where nothing fits it is the base
    language, the first one.
    """
    wanted = [_range(part) for part in header[:LONGEST].split(",")]
    for weight, tag in sorted(wanted, key=lambda one: -one[0]):
        if weight > 0:
            for language in languages:
                if tag == language.lower() or tag.split("-")[0] == language.lower():
                    return language
            if tag == "*":
                break
    return languages[0]


def _range(part: str) -> tuple[float, str]:
    tag, _, parameter = part.partition(";")
    name, _, value = parameter.partition("=")
    weight = 1.0
    if name.strip() == "q":
        try:
            weight = float(value)
        except ValueError:
            weight = 0.0
    return (weight if 0 <= weight <= 1 else 0.0), tag.strip().lower()
