"""What respondents have a right to be told, and study.toml doesn't say."""

from collections.abc import Iterator
from dataclasses import dataclass

from peil.study.fielding import Access
from peil.study.study import Study


@dataclass(frozen=True, slots=True)
class Untold:
    """A setting of ``[about]`` that is missing.

    Args:
        setting: Its name.
        example: A line that says it.
    """

    setting: str
    example: str


def find_untold(study: Study) -> Iterator[Untold]:
    """Give what is missing: for everybody, and a version of consent where people are invited."""
    about, fielding = study.about, study.fielding
    wanted = [
        ("controller", about.controller, 'controller = "who is responsible for the data"'),
        ("contact", about.contact, 'contact = "where people ask, and use their rights"'),
        ("lawful_basis", about.lawful_basis, 'lawful_basis = "art. 6(1)(a) GDPR"'),
        ("retention_months", about.retention_months is not None, "retention_months = 12"),
        ("consent", about.consent is not None, 'consent = "what people agree to"'),
    ]
    if fielding.access is not Access.OPEN:
        wanted.append(("consent_version", fielding.consent_version, 'consent_version = "1"'))
    for setting, said, example in wanted:
        if not said:
            yield Untold(setting, example)
