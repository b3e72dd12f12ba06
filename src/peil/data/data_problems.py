"""The catalogue of problems that a data file can have, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule
from peil.data.coding_rules import CODING_RULES
from peil.data.counts_rules import COUNTS_RULES

NO_DATA_FILE = Rule(
    "D000",
    "no_data_file",
    Severity.ERROR,
    "There is no data file, or several to choose from.",
    "A report about the wrong file looks like one about the right file.",
)
UNREADABLE_FILE = Rule(
    "D001",
    "unreadable_file",
    Severity.ERROR,
    "The file is absent, empty or not text in UTF-8.",
    "Nothing can be counted from it; guessing another encoding would change names and open answers.",
)
MISSING_ID = Rule(
    "D002",
    "missing_id",
    Severity.ERROR,
    "There is no column id, or a row has none.",
    "Without ids a row can't be pointed at, and the same interview can be counted twice unseen.",
)
UNKNOWN_COLUMN = Rule(
    "D003",
    "unknown_column",
    Severity.ERROR,
    "A column is none of the study's variables.",
    "A misspelt column would otherwise count as a question that everyone left blank.",
)
DUPLICATE_COLUMN = Rule(
    "D004",
    "duplicate_column",
    Severity.ERROR,
    "Two columns have the same name.",
    "Only one of them could be the answer, and nothing says which.",
)
UNEVEN_ROW = Rule(
    "D005",
    "uneven_row",
    Severity.ERROR,
    "A row has more or fewer cells than the header.",
    "A lost or extra comma shifts every answer after it to another question.",
)
DUPLICATE_ID = Rule(
    "D006",
    "duplicate_id",
    Severity.ERROR,
    "Two rows have the same id.",
    "One respondent would count twice.",
)
UNKNOWN_VALUE = Rule(
    "D007",
    "unknown_value",
    Severity.ERROR,
    "A cell holds something that is no option of its question: no id, no label, no code.",
    "Read as blank, the row would silently leave the base of every percentage of that question.",
)
BAD_TICK = Rule(
    "D008",
    "bad_tick",
    Severity.ERROR,
    "A tick is something other than 1 or 0.",
    "Whether the option was chosen can't be told.",
)
BAD_NUMBER = Rule(
    "D009",
    "bad_number",
    Severity.ERROR,
    "A number can't be read, or lies outside the bounds of its question.",
    "One mistyped amount moves a mean; numbers take a point as decimal mark and no thousands mark.",
)
BAD_DATE = Rule(
    "D010",
    "bad_date",
    Severity.ERROR,
    "A date is not written as year-month-day.",
    "03-04-2026 is two different days in two countries.",
)
UNKNOWN_PAGE = Rule(
    "D011",
    "unknown_page",
    Severity.ERROR,
    "The last page is none of the study's pages.",
    "How far the respondent came decides whether a blank was left blank or never reached.",
)
UNKNOWN_OUTCOME = Rule(
    "D012",
    "unknown_outcome",
    Severity.ERROR,
    "The outcome is neither complete, nor one of the questionnaire's early ends, nor empty.",
    "The response figures count by it.",
)
BAD_SYNTHETIC = Rule(
    "D013",
    "bad_synthetic",
    Severity.ERROR,
    "The column synthetic is something other than 1 or 0.",
    "Made rows must never pass for people.",
)
CONTACT_IN_DATA = Rule(
    "D014",
    "contact_in_data",
    Severity.ERROR,
    "A column holds contact details.",
    "Contact details are stored apart from answers; in a data file they would name the respondent.",
)
AMBIGUOUS_LABEL = Rule(
    "D015",
    "ambiguous_label",
    Severity.ERROR,
    "A cell holds a label that two options of its question share.",
    "Either option could be meant; ids and codes are never shared.",
)
NO_PROGRESS = Rule(
    "D016",
    "no_progress",
    Severity.ERROR,
    "No column tells how far the interviews came.",
    "Without last_page or outcome nobody is known to have passed any page, so that every answer would be "
    "left out.",
)
SHARED_RANK = Rule(
    "D017",
    "shared_rank",
    Severity.ERROR,
    "A row gives two options of a ranking the same rank.",
    "Only one of them could count as ranked first, and nothing says which.",
)
PROTECTED_FILE = Rule(
    "D018",
    "protected_file",
    Severity.ERROR,
    "Simulated interviews would be written over something that isn't wholly synthetic data, or to a file "
    "that isn't named .csv.",
    "Answers that people gave, or a questionnaire, would be gone; only a file that a simulation made can be "
    "made again.",
)
OFF_ROUTE = Rule(
    "D020",
    "off_route",
    Severity.WARNING,
    "Rows hold an answer to something that their route doesn't ask.",
    "The answers are left out of every base: counting them would make the base another than the "
    "questionnaire says. Either the data or the route is wrong.",
)
BEYOND_LAST_PAGE = Rule(
    "D021",
    "beyond_last_page",
    Severity.WARNING,
    "Rows hold an answer on a page after their last page.",
    "The answers are left out: a respondent who left can't have given them, so the last page or the "
    "answer is wrong.",
)
ABSENT_COLUMN = Rule(
    "D022",
    "absent_column",
    Severity.INFO,
    "Questions of the study have no column in the file.",
    "Everyone who was asked them counts as having left them blank.",
)
NOT_TOGETHER = Rule(
    "D023",
    "not_together",
    Severity.WARNING,
    "Rows tick an option that excludes the others together with others.",
    "The interview doesn't accept it: either the option doesn't exclude the others or the ticks are wrong. "
    "All of them are counted.",
)
TOO_MANY = Rule(
    "D024",
    "too_many_chosen",
    Severity.WARNING,
    "Rows tick or rank more options than the question's `at most`.",
    "The interview doesn't accept it: the limit that was asked with was another, or the data are wrong. "
    "All of them are counted.",
)
TOO_FEW = Rule(
    "D025",
    "too_few_chosen",
    Severity.WARNING,
    "Rows tick or rank fewer options than the question asks for.",
    "The interview doesn't accept it: a ranking without limits is of all its options, and `at least` holds "
    "for everyone who answers. Those given are counted.",
)
RANK_GAP = Rule(
    "D026",
    "rank_gap",
    Severity.WARNING,
    "Rows skip a rank: an option is second and none is first.",
    "A first place that nobody has makes shares of first places add up to less than the whole, and shifts "
    "every mean rank.",
)
NO_ROWS = Rule(
    "D027",
    "no_rows",
    Severity.WARNING,
    "The file has a header and no rows under it.",
    "Every table is empty, which looks like a survey that nobody answered; an export that went wrong looks "
    "the same.",
)
MISSING_WEIGHT = Rule(
    "D030",
    "missing_weight",
    Severity.ERROR,
    "The column of weights that the plan names isn't in the data.",
    "Unweighted figures would be printed as weighted ones.",
)
BAD_WEIGHT = Rule(
    "D031",
    "bad_weight",
    Severity.ERROR,
    "A weight is absent, not a number, zero, negative or infinite.",
    "The row would count for nothing, or against itself, in every figure.",
)
OUT_OF_STEP = Rule(
    "D032",
    "out_of_step",
    Severity.ERROR,
    "A row says that it came to another page or outcome than its own answers lead to.",
    "Brought into the store it would be an interview that nobody can have given: it would stand at one page "
    "and count as if it stood at another.",
)
OTHER_ANSWERS = Rule(
    "D033",
    "other_answers",
    Severity.ERROR,
    "The store holds an interview with the same id and other answers.",
    "One of the two would be lost, or two people would be taken for one.",
)
NO_EXPORT = Rule(
    "D034",
    "no_export",
    Severity.ERROR,
    "Responses would be written over something that isn't an earlier export of the same store, or to a file "
    "that isn't named .csv.",
    "What isn't in the store can't be exported again: it would be gone.",
)
WEIGHTS_STAY_OUT = Rule(
    "D035",
    "weights_stay_out",
    Severity.INFO,
    "A file that is imported has a column of weights or of the design.",
    "The store keeps what respondents gave; weights are computed from that, and a sample has its own list.",
)
ABSENT_STORE = Rule(
    "D036",
    "absent_store",
    Severity.ERROR,
    "There is no store to export from.",
    "An empty file would look like a survey that nobody answered.",
)
LEAVES_OUT = Rule(
    "D037",
    "leaves_out",
    Severity.ERROR,
    "A file that is imported holds answers that the store wouldn't keep: off their row's route, or after its "
    "last page.",
    "An answer that somebody gave isn't dropped unasked.",
)
OUTGROWN = Rule(
    "D038",
    "outgrown",
    Severity.WARNING,
    "The store has answers that the questionnaire, as it is now, has no place for.",
    "A question or option that was taken out, or a question moved to another page, takes its answers out "
    "of the data file; the counts then look like those of a survey that fewer people answered.",
)
ABSENT_EXCLUSION = Rule(
    "D039",
    "absent_exclusion",
    Severity.WARNING,
    "An interview that the plan excludes isn't in the data.",
    "A mistyped id leaves an interview in that should be out.",
)
UNMATCHED_RECODING = Rule(
    "D040",
    "unmatched_recoding",
    Severity.WARNING,
    "A recoding of the plan finds none of its texts in the data.",
    "The answers that were meant are still counted as they were given.",
)
HELD_BACK = Rule(
    "D041",
    "held_back",
    Severity.INFO,
    "An export of an anonymous study in the field holds interviews back.",
    "Two exports minutes apart would show the one newcomer's answers; so they come in tens.",
)

DATA_RULES = (
    NO_DATA_FILE,
    UNREADABLE_FILE,
    MISSING_ID,
    UNKNOWN_COLUMN,
    DUPLICATE_COLUMN,
    UNEVEN_ROW,
    DUPLICATE_ID,
    UNKNOWN_VALUE,
    BAD_TICK,
    BAD_NUMBER,
    BAD_DATE,
    UNKNOWN_PAGE,
    UNKNOWN_OUTCOME,
    BAD_SYNTHETIC,
    CONTACT_IN_DATA,
    AMBIGUOUS_LABEL,
    NO_PROGRESS,
    SHARED_RANK,
    PROTECTED_FILE,
    OFF_ROUTE,
    BEYOND_LAST_PAGE,
    ABSENT_COLUMN,
    NOT_TOGETHER,
    TOO_MANY,
    TOO_FEW,
    RANK_GAP,
    NO_ROWS,
    MISSING_WEIGHT,
    BAD_WEIGHT,
    OUT_OF_STEP,
    OTHER_ANSWERS,
    NO_EXPORT,
    WEIGHTS_STAY_OUT,
    ABSENT_STORE,
    LEAVES_OUT,
    OUTGROWN,
    ABSENT_EXCLUSION,
    UNMATCHED_RECODING,
    HELD_BACK,
    *COUNTS_RULES,
    *CODING_RULES,
)
