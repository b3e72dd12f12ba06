"""The catalogue of what can change about a study as a whole, each with a frozen code."""

from peil.study.changes.kind import ChangeKind, breaking, harmless

SECTION_ADDED = ChangeKind(
    harmless(
        "C060",
        "section_added",
        "There is a section that wasn't there.",
        "Answers are kept by question and page. What a section does to pages and bases is told there.",
    ),
    "section added",
)
SECTION_REMOVED = ChangeKind(
    harmless(
        "C061",
        "section_removed",
        "A section is gone, or has another id.",
        "Answers are kept by question and page. What came of its questions and pages is told there.",
    ),
    "section removed",
)
ROLE_ADDED = ChangeKind(
    harmless(
        "C062",
        "role_added",
        "There is a role that wasn't there.",
        "Answers keep their place. Those who have it read other words than they would have before; "
        "conditions that read a role are "
        "proved and told apart.",
    ),
    "role added",
)
ROLE_REMOVED = ChangeKind(
    breaking(
        "C063",
        "role_removed",
        "A role is gone.",
        "Those who had it read, and count as, another one now: their answers stand under words that they "
        "never saw.",
    ),
    "role removed; those who had it count as another",
    hint="Leave the role in.",
)
ROLE_CHANGED = ChangeKind(
    harmless(
        "C064",
        "role_changed",
        "Somebody has another role with the same answers.",
        "Answers keep their place; they were given to the words of the other role. Conditions that read a "
        "role are proved and told apart.",
    ),
    "some who had this role have another",
)
LANGUAGE_ADDED = ChangeKind(
    harmless(
        "C065",
        "language_added",
        "There is a language that wasn't there.",
        "Answers are the same in every language.",
    ),
    "language added: {part}",
)
LANGUAGE_REMOVED = ChangeKind(
    harmless(
        "C066",
        "language_removed",
        "A language is gone.",
        "Answers are the same in every language. Who was on their way in it reads the rest in the base "
        "language.",
    ),
    "language removed: {part}",
)
TERMS_CHANGED = ChangeKind(
    harmless(
        "C067",
        "terms_changed",
        "Something that respondents are told about their data was changed.",
        "Answers keep their place, but those who took part before agreed to the old terms: keep to these "
        "for them.",
    ),
    "{part}: {new}, it was {old}",
)
STUDY_KINDS = (
    SECTION_ADDED,
    SECTION_REMOVED,
    ROLE_ADDED,
    ROLE_REMOVED,
    ROLE_CHANGED,
    LANGUAGE_ADDED,
    LANGUAGE_REMOVED,
    TERMS_CHANGED,
)
