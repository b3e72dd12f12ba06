"""The GUIDs of a study's parts: made of its title and their names, so that they are the same each time."""

from dataclasses import dataclass

from peil.qual.exchange.guid import make_guid
from peil.study.study import Study

KEY_LENGTH = 12


@dataclass(frozen=True, slots=True)
class StudyGuids:
    """Gives GUIDs of one study, which is told from others by its title."""

    title: str

    def of(self, kind: str, *names: str) -> str:
        """Give the GUID of a part: a kind, such as ``code``, and the names that tell it from its like."""
        return make_guid(self.title, kind, *names)


def guids_of(study: Study) -> StudyGuids:
    """Give a study's GUIDs."""
    return StudyGuids(study.about.title.plain(study.about.language))


def answer_key(variable: str, respondent: str) -> str:
    """Give the mark that an answer has in a text: it says nothing of the respondent to who hasn't the data.

    It depends on no title, and stands in the text itself: a tool may draw GUIDs and names of its own, but it
    keeps the words.
    """
    return make_guid("answer", variable, respondent).replace("-", "")[:KEY_LENGTH].lower()
