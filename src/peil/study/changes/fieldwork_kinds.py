"""The catalogue of what can change about fieldwork and the plan's amendments, each with a frozen code."""

from peil.study.changes.kind import ChangeKind, breaking, harmless

PRIVACY_CHANGED = ChangeKind(
    breaking(
        "C070",
        "privacy_changed",
        "Invitations are in another privacy mode.",
        "Those who took part were told what may link their invitation to their answers, and the sample and "
        "its links are kept by that.",
    ),
    "privacy: {new}, it was {old}; respondents were told the other",
    hint="Leave it as it was, or field the new version as a survey of its own.",
)
FIELDWORK_CHANGED = ChangeKind(
    harmless(
        "C071",
        "fieldwork_changed",
        "A setting of fieldwork was changed: who may take part, links, keys, retention, mail.",
        "Answers keep their place. It goes for what comes in from now on; contact details that were sealed "
        "stay sealed to the keys of then.",
    ),
    "{part}: {new}, it was {old}",
)
QUOTA_CHANGED = ChangeKind(
    harmless(
        "C072",
        "quota_changed",
        "A quota came, went, or has another condition, limit or number of days.",
        "Interviews that were turned away stay so; who comes from now on is judged by the new one.",
    ),
    "quota {part}: {new}, it was {old}",
)
AMENDMENT_CHANGED = ChangeKind(
    harmless(
        "C073",
        "amendment_changed",
        "An exclusion or a recoding came, went or was altered.",
        "Answers and the data file stay as they are. What is analysed is another, and the report's table of "
        "response tells so.",
    ),
    "{part}: {new}, it was {old}",
)
FIELDWORK_KINDS = (PRIVACY_CHANGED, FIELDWORK_CHANGED, QUOTA_CHANGED, AMENDMENT_CHANGED)
