"""The catalogue of what is proved about who is asked what, each with a frozen code."""

from peil.study.changes.kind import ChangeKind, breaking, harmless

SAME_ANSWERS = (
    "Two interviews are compared that give the same answers wherever both versions ask and show the same. "
)

BASE_LOST = ChangeKind(
    breaking(
        "C050",
        "base_lost",
        "Somebody who was asked a question or row is asked it no more, with the answers they gave.",
        SAME_ANSWERS
        + "Answers to what is off the route don't count, so those that were given drop out of every table.",
    ),
    "no longer asked of some, whose answers stop counting",
    hint="Leave its condition and those before it as they were.",
)
BASE_SHRINKS = ChangeKind(
    harmless(
        "C051",
        "base_shrinks",
        "Somebody who would have been asked a question or row is asked it no more, and no answer drops out.",
        SAME_ANSWERS
        + "It takes an answer that wasn't asked for before, or it is a notice, which nobody answers.",
    ),
    "no longer asked of some",
)
BASE_LEFT_OPEN = ChangeKind(
    breaking(
        "C052",
        "base_left_open",
        "Somebody is asked a question or row that they weren't asked, and their finished interview lacks it.",
        SAME_ANSWERS
        + "Who came to the end before is asked for it, but won't come back: the interview counts as "
        "broken off at that page.",
    ),
    "newly asked of some, whose interviews are unfinished now",
    hint="Leave its condition as it was, or make it {optional} on a page that the same people passed.",
)
BASE_GROWS = ChangeKind(
    harmless(
        "C053",
        "base_grows",
        "Somebody is asked a question or row that they weren't asked; finished interviews stay so.",
        SAME_ANSWERS
        + "Those who passed its page already count as having left it blank, or it takes an answer that "
        "wasn't asked for before.",
    ),
    "newly asked of some",
)
OPTION_HIDDEN = ChangeKind(
    breaking(
        "C054",
        "option_hidden",
        "Somebody who was shown an option isn't any more, with the answers they gave.",
        SAME_ANSWERS + "A choice of what isn't shown doesn't count: it drops out of every table.",
    ),
    'option "{part}" no longer shown to some; if they chose it, that stops counting',
    "{count} options no longer shown to some: {parts}; if they chose one, that stops counting",
    hint="Leave its condition and those before it as they were.",
)
OPTION_SHOWN = ChangeKind(
    harmless(
        "C055",
        "option_shown",
        "Somebody is shown an option that they weren't shown, or isn't any more through an answer that is "
        "new.",
        SAME_ANSWERS + "Every answer given is still right; they couldn't choose it when they answered.",
    ),
    'option "{part}" {new} to some',
    "{count} options {new} to some: {parts}",
)
OUTCOME_CHANGED = ChangeKind(
    breaking(
        "C056",
        "outcome_changed",
        "An interview with the same answers has another outcome.",
        SAME_ANSWERS
        + "Who was complete counts as screened out, or the other way round; so do the response and every "
        "table of the complete.",
    ),
    'some interviews that ended as "{old}" count as "{new}" now',
    hint="Leave the early ends and what they read as they were.",
)
CHOICE_LEFT_SHORT = ChangeKind(
    breaking(
        "C057",
        "choice_left_short",
        "Somebody is shown an option that they weren't shown, and must choose or rank more for it.",
        SAME_ANSWERS + "Where all that is shown must be ranked, or as many as there are must be chosen, "
        "what they chose is too little now.",
    ),
    'option "{part}" newly shown to some, who chose too few with it',
    "{count} options newly shown to some, who chose too few with them: {parts}",
    hint="Leave its condition and those before it as they were.",
)
BASE_KINDS = (
    BASE_LOST,
    BASE_SHRINKS,
    BASE_LEFT_OPEN,
    BASE_GROWS,
    OPTION_HIDDEN,
    OPTION_SHOWN,
    OUTCOME_CHANGED,
    CHOICE_LEFT_SHORT,
)
