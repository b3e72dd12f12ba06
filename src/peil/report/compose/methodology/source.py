"""What the annex on methodology is made from: the study, its release, and the text that it stands in."""

import datetime as dt
from dataclasses import dataclass

from peil.disclose.release import Release
from peil.report.compose.labels import Labels
from peil.report.compose.methodology.words import say_methodology
from peil.report.compose.phrases import say, say_date
from peil.report.compose.places import Places
from peil.report.template.template import Template, Title, Words
from peil.study.study import Study
from peil.study.text import Wording


@dataclass(frozen=True)
class Source:
    """What the annex is made from.

    Args:
        labels: The study, and names in the text's language.
        release: All numbers there are.
        template: The text that the annex stands in.
        places: Numbers and names of what stands in that text.
        number: Letter or number of the chapter that the annex is; empty where it has none.
        anchor: Begins the anchors of its sections.
    """

    labels: Labels
    release: Release
    template: Template
    places: Places
    number: str
    anchor: str

    @property
    def study(self) -> Study:
        """The study."""
        return self.labels.study

    @property
    def language(self) -> str:
        """The text's language."""
        return self.labels.language

    def say(self, key: str, **values: object) -> str:
        """Give a phrase of the annex."""
        return say_methodology(self.language, key, **values)

    def said(self, wording: Wording | None) -> str:
        """Give what the study says, the empty string where it says nothing."""
        return wording.plain(self.language) if wording else ""

    def method(self, name: str) -> str:
        """Give a text of ``[method]``, the empty string where it isn't there."""
        return self.study.method.tell(name, self.language)

    def day(self, date: dt.date) -> str:
        """Give a date in full."""
        return say_date(date, self.language)

    def chapter_name(self, place: int) -> str:
        """Give what a chapter is called: ``bijlage B``, or its title where it has no number."""
        title, number = self.template.blocks[place], self.places.numbers[place]
        if not isinstance(title, Title):
            raise TypeError(title)
        words = "".join(piece.what.text for piece in title.text if isinstance(piece.what, Words))
        return f"{say(self.language, 'annex' if title.annex else 'chapter')} {number}" if number else words
