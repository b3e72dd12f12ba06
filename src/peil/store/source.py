"""Where an interview came from."""

from enum import StrEnum


class Source(StrEnum):
    """Where an interview came from, by the name that the store keeps."""

    WEB = "web"  # answered on the respondent's pages
    IMPORT = "import"  # brought in from a data file; nobody has its code
