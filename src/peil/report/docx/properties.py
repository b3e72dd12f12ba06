"""What a Word file says about itself."""

import datetime as dt

from docx.document import Document as WordFile
from docx.oxml.ns import qn

from peil.report.document import Document
from peil.report.sound import sound

_LONG_AGO = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)
_WORD_OF_TODAY = "15"
"""Without it Word opens the file as one of an older Word."""

_LONGEST = 255  # characters that a property may have


def set_properties(file: WordFile, document: Document) -> None:
    """Set title, authors, language and the day it bears; no time of making, so that bytes stay the same."""
    properties = file.core_properties
    properties.title = sound(document.title)[:_LONGEST]
    properties.subject = sound(document.subtitle)[:_LONGEST]
    properties.author = sound(", ".join(document.authors))[:_LONGEST]
    properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = document.language
    properties.revision = 1
    day = dt.datetime.combine(document.date, dt.time(), dt.UTC) if document.date else _LONG_AGO
    properties.created = properties.modified = day
    for setting in file.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _WORD_OF_TODAY)
