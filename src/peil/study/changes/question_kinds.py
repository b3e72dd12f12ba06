"""The catalogue of what can change about a question, each with a frozen code."""

from peil.study.changes.kind import ChangeKind, breaking, harmless

UNDO = "Put it back as it was, or field the new version as a survey of its own."

QUESTION_ADDED = ChangeKind(
    harmless(
        "C001",
        "question_added",
        "A question was added, and interviews that are finished stay so.",
        "It may be left blank, and stands on a page that those who are asked it had before. Whoever "
        "passed that page already counts "
        "as having left it blank, though they never saw it: compare its base with the day it was added.",
    ),
    "added",
)
QUESTION_LEFT_OPEN = ChangeKind(
    breaking(
        "C002",
        "question_left_open",
        "A question was added that finished interviews lack an answer to.",
        "Who came to the end before is asked for it, but won't come back: the interview counts as broken "
        "off at that page, and "
        "answers given on later pages count no more. That also goes for a question that may be left "
        "blank, or "
        "a notice, on a page that nobody has passed.",
    ),
    "added; interviews that had come past it are unfinished now",
    hint="Make it {optional} on a page that the same people passed, or field the new version as a survey "
    "of its own.",
)
QUESTION_REMOVED = ChangeKind(
    breaking(
        "C003",
        "question_removed",
        "A question was taken out.",
        "Its answers would be in no form and in no export. The store refuses such a study (S006).",
    ),
    "removed; answers given to it lose their place",
    hint="Leave it in as long as answers come in.",
)
NOTICE_REMOVED = ChangeKind(
    harmless(
        "C004",
        "notice_removed",
        "A notice was taken out.",
        "Nobody answered it, so no answer loses its place. Later respondents read less than earlier ones.",
    ),
    "removed",
)
QUESTION_RENAMED = ChangeKind(
    breaking(
        "C005",
        "question_renamed",
        "A question has another id.",
        "Answers are kept by the question's id; under the new one there are none. The question is known "
        "by its kind and wording.",
    ),
    'renamed: it was "{old}"; answers given to that lose their place',
    hint="Give it its old id back.",
)
QUESTION_MOVED = ChangeKind(
    harmless(
        "C006",
        "question_moved",
        "A question is asked earlier or later.",
        "Answers keep their place. What was asked before a question can colour its answer, so earlier and "
        "later respondents may "
        "differ. Of several that changed places, the fewest are told.",
    ),
    "moved: {new}, it was {old}",
)
PAGE_CHANGED = ChangeKind(
    breaking(
        "C007",
        "page_changed",
        "A question is asked on another page.",
        "Answers are kept page by page, and a page goes by its first question (with `{one page}`, by its "
        "section). On another page "
        "they would be in no form and in no export: the store refuses such a study (S006), and whoever "
        "had passed the old page is asked the new one.",
    ),
    'on page "{new}" now, not on "{old}"; answers given there lose their place',
    '{questions} are on page "{new}" now, not on "{old}"; answers given there lose their place',
    hint="Keep the first question of each page, and what stands on it.",
)
KIND_CHANGED = ChangeKind(
    breaking(
        "C008",
        "kind_changed",
        "A question is of another kind.",
        "An answer of one kind is none of the other: a number is no option, and a tick is no choice of one.",
    ),
    "{new}, it was {old}; answers given to it can't be kept",
    hint="Ask it as a new question under another id, and leave this one as it was.",
)
REWORDED = ChangeKind(
    harmless(
        "C009",
        "reworded",
        "Words that respondents read were changed.",
        "Answers keep their place. Whether they still mean the same is for you to judge: a corrected slip "
        "does no harm, another "
        "question under an old id does.",
    ),
    "reworded",
)
WORDS_EXCHANGED = ChangeKind(
    breaking(
        "C010",
        "words_exchanged",
        "An option, row or question says what another one said.",
        "Answers are kept by id, so those given before now say the opposite of what was meant.",
    ),
    '"{part}" says what "{old}" said',
    hint="Move the ids along with the words.",
)
MADE_REQUIRED = ChangeKind(
    breaking(
        "C011",
        "made_required",
        "A question that could be left blank must be answered.",
        "Who left it blank is asked for it again, but won't come back: the interview counts as broken off "
        "at that page.",
    ),
    "required, it was optional; interviews that left it blank are unfinished now",
    hint="Leave it {optional}.",
)
MADE_OPTIONAL = ChangeKind(
    harmless(
        "C012",
        "made_optional",
        "A question that had to be answered may be left blank.",
        "Answers keep their place. From now on its base has blanks.",
    ),
    "optional, it was required",
)
LIMITS_TIGHTENED = ChangeKind(
    breaking(
        "C013",
        "limits_tightened",
        "Fewer options may be chosen, or more must be.",
        "Answers that were right are refused now: nobody could send that page again as it was.",
    ),
    "{new}, it was {old}; some answers given are refused now",
    hint=UNDO,
)
LIMITS_LOOSENED = ChangeKind(
    harmless(
        "C014",
        "limits_loosened",
        "More options may be chosen, or fewer must be.",
        "Every answer given is still right. Later respondents had more room, so shares before and after "
        "can't simply be compared.",
    ),
    "{new}, it was {old}",
)
BOUNDS_NARROWED = ChangeKind(
    breaking(
        "C015",
        "bounds_narrowed",
        "A number or scale allows less than it did.",
        "Numbers that were right are out of bounds now, or too precise.",
    ),
    "{new}, it was {old}; some answers given are out of bounds now",
    hint="Keep room for what could be answered before.",
)
BOUNDS_WIDENED = ChangeKind(
    harmless(
        "C016",
        "bounds_widened",
        "A number or scale allows more than it did.",
        "Every answer given is still right. On a longer scale the same step says something else: compare "
        "means before and after with care.",
    ),
    "{new}, it was {old}",
)
SHOWN_IN_OTHER_ORDER = ChangeKind(
    harmless(
        "C017",
        "shown_in_other_order",
        "Options or rows are shown in another order, shuffled or no longer so.",
        "Answers are kept by id, not by place. What stands first is chosen more, so earlier and later "
        "respondents may differ.",
    ),
    "{new}",
)
REPEAT_CHANGED = ChangeKind(
    breaking(
        "C018",
        "repeat_changed",
        "A question is repeated for something else, once only, or no longer for an option.",
        "Each repeat's answers go by the name of what it was for; without that repeat they have no place.",
    ),
    "{new}, it was {old}; answers given to it lose their place",
    hint=UNDO,
)
CONDITION_CHANGED = ChangeKind(
    harmless(
        "C019",
        "condition_changed",
        "A condition says something else.",
        "What it comes to is proved and told apart: C050 to C057 say who is asked more or less, or what "
        "they see. Without such a "
        "change beside it, the condition was only written differently.",
    ),
    "condition: {new}; it was: {old}",
)
END_CHANGED = ChangeKind(
    harmless(
        "C020",
        "end_changed",
        "An early end came, went, or has another condition or outcome.",
        "What it comes to is proved and told apart: whose outcome is another (C056), and who is asked "
        "more or less after it (C050 to C053).",
    ),
    "{new}, it was {old}",
)
QUESTION_KINDS = (
    QUESTION_ADDED,
    QUESTION_LEFT_OPEN,
    QUESTION_REMOVED,
    NOTICE_REMOVED,
    QUESTION_RENAMED,
    QUESTION_MOVED,
    PAGE_CHANGED,
    KIND_CHANGED,
    REWORDED,
    WORDS_EXCHANGED,
    MADE_REQUIRED,
    MADE_OPTIONAL,
    LIMITS_TIGHTENED,
    LIMITS_LOOSENED,
    BOUNDS_NARROWED,
    BOUNDS_WIDENED,
    SHOWN_IN_OTHER_ORDER,
    REPEAT_CHANGED,
    CONDITION_CHANGED,
    END_CHANGED,
)
