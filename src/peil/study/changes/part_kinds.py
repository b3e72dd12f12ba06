"""The catalogue of what can change about options and rows, each with a frozen code."""

from peil.study.changes.kind import ChangeKind, breaking, harmless

OPTION_ADDED = ChangeKind(
    harmless(
        "C030",
        "option_added",
        "There is an option, or a column of a matrix, that wasn't there.",
        "Every answer given is still right. Earlier respondents couldn't choose it, so shares before and "
        "after can't simply be compared.",
    ),
    "option added: {part}",
    "{count} options added: {parts}",
)
OPTION_REMOVED = ChangeKind(
    breaking(
        "C031",
        "option_removed",
        "An option, or a column of a matrix, was taken out.",
        "Answers that chose it name something that isn't there; the store refuses such a study (S006).",
    ),
    "option removed: {part}; answers that chose it lose their place",
    "{count} options removed: {parts}; answers that chose them lose their place",
    hint="Leave it in as long as answers come in.",
)
OPTION_RENAMED = ChangeKind(
    breaking(
        "C032",
        "option_renamed",
        "An option has another id.",
        "Answers are kept by the option's id; the new one has none. The option is known by its words.",
    ),
    'option "{part}" was "{old}"; answers that chose it lose their place',
    hint="Give it its old id back.",
)
CODE_CHANGED = ChangeKind(
    breaking(
        "C033",
        "code_changed",
        "An option has another numeric code.",
        "Files with codes from before and after would mix: the same number stands for two answers. Codes "
        "that aren't pinned are "
        "given out in printed order, so an option put in between changes those after it.",
    ),
    'option "{part}" has the code {new}, it was {old}',
    "{count} options have other codes: {pairs}",
    hint="Pin each code as it was, as in “- ( ) 3 often: Often”.",
)
MARKS_CHANGED = ChangeKind(
    breaking(
        "C034",
        "marks_changed",
        "An option is, or is no longer, marked as missing or exclusive.",
        "An answer that counted as don't know counts as an answer, or the other way round; ticks that "
        "were right together are "
        "refused, or counted where they weren't.",
    ),
    'option "{part}" is {new}, it was {old}; answers that chose it count as something else',
    hint="Leave its marks as they were, and add another option.",
)
BLANK_REMOVED = ChangeKind(
    breaking(
        "C035",
        "blank_removed",
        "What could be filled in beside an option or in a row can't be any more.",
        "Words or numbers filled in there have no place; the store refuses such a study (S006).",
    ),
    '"{part}" has {new} to fill in, it had {old}; what was filled in loses its place',
    hint="Leave the blank in.",
)
BLANK_ADDED = ChangeKind(
    harmless(
        "C036",
        "blank_added",
        "Something can be filled in beside an option or in a row.",
        "Every answer given is still right: what is asked beside an option is never required.",
    ),
    '"{part}" has {new} to fill in',
)
ROW_ADDED = ChangeKind(
    harmless(
        "C037",
        "row_added",
        "There is a row that wasn't there, and interviews that are finished stay so.",
        "It may be left blank. Whoever passed its page already counts as having left it blank, though "
        "they never saw it.",
    ),
    "row added: {part}",
    "{count} rows added: {parts}",
)
ROW_LEFT_OPEN = ChangeKind(
    breaking(
        "C038",
        "row_left_open",
        "A row was added that finished interviews lack an answer to.",
        "Each row of a required matrix must be answered. Who came to the end before won't come back: the "
        "interview counts as "
        "broken off at that page, and answers given on later pages count no more.",
    ),
    "row added: {part}; interviews that passed its page are unfinished now",
    "{count} rows added: {parts}; interviews that passed their page are unfinished now",
    hint="Ask it in a question of its own that is {optional}.",
)
ROW_REMOVED = ChangeKind(
    breaking(
        "C039",
        "row_removed",
        "A row, or a contact field, was taken out.",
        "Its answers would be in no form and in no export; the store refuses such a study (S006).",
    ),
    "row removed: {part}; answers given to it lose their place",
    "{count} rows removed: {parts}; answers given to them lose their place",
    hint="Leave it in as long as answers come in.",
)
ROW_RENAMED = ChangeKind(
    breaking(
        "C040",
        "row_renamed",
        "A row has another id.",
        "Answers are kept by the row's id; the new one has none. The row is known by its words.",
    ),
    'row "{part}" was "{old}"; answers given to it lose their place',
    hint="Give it its old id back.",
)
PART_KINDS = (
    OPTION_ADDED,
    OPTION_REMOVED,
    OPTION_RENAMED,
    CODE_CHANGED,
    MARKS_CHANGED,
    BLANK_REMOVED,
    BLANK_ADDED,
    ROW_ADDED,
    ROW_LEFT_OPEN,
    ROW_REMOVED,
    ROW_RENAMED,
)
