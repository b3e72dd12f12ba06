"""The catalogue of what is wrong with a sample: the researcher's list of whom to invite."""

from peil.core.problem import Severity
from peil.core.rule import Rule

_GOOD = "address,name,language\nada@example.org,Ada,nl\nbo@example.org,Bo,en\n"

UNREADABLE_LIST = Rule(
    "L001",
    "unreadable_list",
    Severity.ERROR,
    "The list can't be read as a table: it isn't there, isn't UTF-8, or a row is longer than the header.",
    "Names and addresses that are read wrongly go to the wrong people.",
)
NO_ADDRESSES = Rule(
    "L002",
    "no_addresses",
    Severity.ERROR,
    "The list has no column of addresses, or nobody in it.",
    "There is nobody to invite.",
    "Ada,ada@example.org\n",
    _GOOD,
    file="sample.csv",
)
BAD_HEADING = Rule(
    "L003",
    "bad_heading",
    Severity.ERROR,
    "A column has no name, or one that another column has.",
    "A stratum or a placeholder in a mail couldn't say which column it means.",
    "address,region,region\nada@example.org,north,south\n",
    "address,region,province\nada@example.org,north,south\n",
    file="sample.csv",
)
BAD_ADDRESS = Rule(
    "L004",
    "bad_address",
    Severity.ERROR,
    "This isn't a mail address.",
    "The mail would bounce, or reach someone else.",
    "address,name\nada@example,Ada\n",
    "address,name\nada@example.org,Ada\n",
    file="sample.csv",
)
TWICE = Rule(
    "L005",
    "address_twice",
    Severity.ERROR,
    "The same address stands in the list twice.",
    "Its owner would be two people in the sample, and could answer twice.",
    "address,name\nada@example.org,Ada\nAda@example.org,Ada L.\n",
    "address,name\nada@example.org,Ada\n",
    file="sample.csv",
)
UNKNOWN_LANGUAGE = Rule(
    "L006",
    "unknown_language_of_person",
    Severity.ERROR,
    "This isn't one of the study's languages.",
    "The mail and the questionnaire have no words in it.",
    "address,language\nada@example.org,Nederlands\n",
    "address,language\nada@example.org,nl\n",
    file="sample.csv",
)
UNPRINTABLE = Rule(
    "L007",
    "unprintable_cell",
    Severity.ERROR,
    "A cell holds characters that can't be printed.",
    "They come from a damaged file, and can change what a mail says or to whom it goes.",
)
NEEDS_IDENTITY = Rule(
    "L008",
    "sample_needs_identity",
    Severity.ERROR,
    "The addresses in the sample are sealed, and no private key was given that opens them.",
    "Nobody can be mailed, or be told from who is there already, without reading their address.",
)
OTHER_PRIVACY = Rule(
    "L009",
    "other_privacy_mode",
    Severity.ERROR,
    "The sample was begun in another privacy mode than study.toml says now.",
    "People answered on a promise of what can be linked to them, which can't be changed afterwards.",
)
ENCODED_CELL = Rule(
    "L010",
    "encoded_cell",
    Severity.ERROR,
    "A cell holds =?, with which mail programs begin words that are encoded.",
    "It comes from a mail that was read without decoding. What is encoded is no readable name, and can hold "
    "line ends, with which it would change a mail's headers.",
    "address,name\nada@example.org,=?utf-8?q?Ada?=\n",
    "address,name\nada@example.org,Ada\n",
    file="sample.csv",
)
MAILING = Rule(
    "L011",
    "mailing_under_way",
    Severity.ERROR,
    "A mailing is under way, so what joins people and answers can't be destroyed now.",
    "Each mail makes a link: what is destroyed meanwhile would be there again, after respondents were told "
    "that it is gone. Where peil phase says so, fieldwork is closed all the same, and the same command "
    "destroys it.",
)
SAMPLE_RULES = (
    UNREADABLE_LIST,
    NO_ADDRESSES,
    BAD_HEADING,
    BAD_ADDRESS,
    TWICE,
    UNKNOWN_LANGUAGE,
    UNPRINTABLE,
    NEEDS_IDENTITY,
    OTHER_PRIVACY,
    ENCODED_CELL,
    MAILING,
)
