"""The catalogue of what keeps invitations and reminders from being sent, each with a frozen code."""

from peil.core.problem import Severity
from peil.core.rule import Rule

_FILE = "mail/invitation.md"
_GOOD = """\
# An invitation to our survey

Dear {name | "reader"},

[Go to the survey]({link}). You can take part until {closes}.
"""

NO_TEMPLATE = Rule(
    "M001",
    "no_mail_template",
    Severity.ERROR,
    "There is no text for this mail in a language that someone in the sample reads.",
    "A mail in a language that its reader didn't choose is thrown away, and the person counts as refusing.",
)
NO_SUBJECT = Rule(
    "M002",
    "no_subject",
    Severity.ERROR,
    "A mail has no subject, or nothing else.",
    "A mail without a subject looks like spam, to people and to filters.",
    bad="Dear reader,\n\n[Go to the survey]({link}).\n",
    good=_GOOD,
    file=_FILE,
)
NO_LINK = Rule(
    "M003",
    "no_link",
    Severity.ERROR,
    "The text of a mail doesn't hold {link}.",
    "Without it nobody can begin: each person's link is their own.",
    bad="# An invitation to our survey\n\nDear reader,\n\nPlease take part.\n",
    good=_GOOD,
    file=_FILE,
)
UNREADABLE = Rule(
    "M004",
    "unreadable_mail",
    Severity.ERROR,
    "Something in the text of a mail can't be read.",
    "What can't be read would be sent as it stands, braces and all.",
    bad="# An invitation to our survey\n\nDear {name | reader},\n\n[Go to the survey]({link}).\n",
    good=_GOOD,
    file=_FILE,
)
UNKNOWN_FILL = Rule(
    "M005",
    "unknown_mail_fill",
    Severity.ERROR,
    "A placeholder is neither one of Peil's own nor a column of the sample.",
    "There is nothing to put in its place, for anybody.",
)
EMPTY_FILL = Rule(
    "M006",
    "empty_mail_fill",
    Severity.ERROR,
    "A placeholder has no value for someone in the sample, and no fallback.",
    "A mail that begins with “Dear ,” says that nobody looked.",
    bad="# An invitation to our survey\n\nDear {name},\n\n[Go to the survey]({link}).\n",
    good=_GOOD,
    file=_FILE,
)
NOT_READY = Rule(
    "M007",
    "not_ready_to_mail",
    Severity.ERROR,
    "study.toml doesn't say what has to be known before anyone is invited.",
    "Who is asked has a right to know who asks, why they may, what is kept for how long and where to turn "
    "to; and an invitation needs a sender and the address of the survey.",
    file="study.toml",
)
FIELDWORK_CLOSED = Rule(
    "M008",
    "closed_to_mail",
    Severity.ERROR,
    "Fieldwork is closed.",
    "Who follows the link would find a closed door.",
)
BAD_ACCOUNT = Rule(
    "M009",
    "bad_mail_account",
    Severity.ERROR,
    "There is no usable mail server to send with.",
    "The environment variable PEIL_SMTP_URL says which one (`smtp://USER:PASSWORD@HOST:PORT`, or `smtps://` "
    "where the connection is encrypted from the start), or `--smtp FILE` names a file that holds such a line "
    "and that its owner alone can read. It isn't an argument, so that the password is in no list of "
    "processes.",
)
MAIL_STOPPED = Rule(
    "M010",
    "mail_stopped",
    Severity.ERROR,
    "The mail server refuses this sender, or can't be spoken to.",
    "Every further mail would meet the same; so sending stops. Who wasn't mailed yet is mailed by the "
    "same command later, and nobody twice.",
)
STRAY_FILE = Rule(
    "M011",
    "stray_mail_file",
    Severity.WARNING,
    "A file among the mails is none that is ever sent.",
    "It may be misnamed, and then the mail that it was meant for isn't the one that goes out.",
)
MISSPELT_FILL = Rule(
    "M012",
    "misspelt_mail_fill",
    Severity.WARNING,
    "A placeholder is almost, but not quite, one of Peil's own.",
    "Unless the sample has a column of that name there is nothing to put in its place.",
    bad="# An invitation to our survey\n\nDear {nmae},\n\n[Go to the survey]({link}).\n",
    good=_GOOD,
    file=_FILE,
)
UNTRANSLATED_MAIL = Rule(
    "M013",
    "untranslated_mail",
    Severity.WARNING,
    "A mail isn't there in one of the study's languages.",
    "Nobody who reads that language can be mailed until it is.",
)
UNSEALED_CONTACTS = Rule(
    "M014",
    "unsealed_contacts",
    Severity.ERROR,
    "The study asks for contact details and has no key to seal them with.",
    "They would lie readable on the server that the whole sample is sent to. `[fieldwork]` in study.toml "
    "takes `contact_keys`, the public halves of the team's age keys.",
    file="study.toml",
)
UNKNOWN_FATE = Rule(
    "M015",
    "unknown_fate",
    Severity.WARNING,
    "Nobody knows whether some mails arrived.",
    "The connection or the program broke off after the mail was handed over and before the server confirmed "
    "it. To send again by itself would mail some people twice. `--retry-unknown` sends these again.",
)
UNREADABLE_BOUNCES = Rule(
    "M016",
    "unreadable_bounces",
    Severity.ERROR,
    "No returned mail can be read from this file.",
    "It takes a CSV file with addresses in its first column, or a mailbox (mbox) or single message with "
    "delivery reports.",
)
NO_MODE = Rule(
    "M017",
    "no_invitations",
    Severity.ERROR,
    "The study takes part by open link alone.",
    "Who is invited has a link of their own; with `access` at `open` no such link would let anyone in.",
    file="study.toml",
)
NOBODY_INVITED = Rule(
    "M018",
    "nobody_invited",
    Severity.ERROR,
    "There is nobody to remind: no invitation was sent from this store.",
    "A reminder goes to who was invited; perhaps the store is another one.",
)
BUSY = Rule(
    "M019",
    "mailing_elsewhere",
    Severity.ERROR,
    "Another process is mailing from this sample.",
    "Two at once would mail people twice.",
)
LINKS_GONE = Rule(
    "M020",
    "links_are_destroyed",
    Severity.ERROR,
    "Nobody knows any more who has finished: what said so was destroyed when fieldwork was closed.",
    "Reminders would go to everyone, those who answered too. That can't be undone by reopening.",
)
PILOT = Rule(
    "M021",
    "mail_in_pilot",
    Severity.WARNING,
    "Fieldwork is in its pilot.",
    "What people answer now never counts, whoever invited them. Invite those who try it out, and the sample "
    "once the study is live.",
)
TOO_FEW = Rule(
    "M022",
    "too_few_invited",
    Severity.ERROR,
    "Fewer than ten people would be invited to an anonymous study.",
    "Who knows who was invited can guess whose answers are whose; of one person alone they know it. No way "
    "of keeping the answers helps against that. People whose address takes no mail don't count.",
)
FEW_IN_LANGUAGE = Rule(
    "M023",
    "few_in_language",
    Severity.WARNING,
    "Fewer than ten people would be invited to an anonymous study in one of its languages.",
    "An interview says in which language it was answered, and the sample who was invited in it.",
)
NOT_OPEN_YET = Rule(
    "M024",
    "mail_before_opening",
    Severity.WARNING,
    "Fieldwork hasn't opened yet.",
    "Who follows the link reads on which day the survey opens, and may not come back. With "
    "`--before-opening` mail is sent all the same; without it nothing is.",
    file="study.toml",
)
MAIL_RULES = (
    NO_TEMPLATE,
    NO_SUBJECT,
    NO_LINK,
    UNREADABLE,
    UNKNOWN_FILL,
    EMPTY_FILL,
    NOT_READY,
    FIELDWORK_CLOSED,
    BAD_ACCOUNT,
    MAIL_STOPPED,
    STRAY_FILE,
    MISSPELT_FILL,
    UNTRANSLATED_MAIL,
    UNSEALED_CONTACTS,
    UNKNOWN_FATE,
    UNREADABLE_BOUNCES,
    NO_MODE,
    NOBODY_INVITED,
    BUSY,
    LINKS_GONE,
    PILOT,
    TOO_FEW,
    FEW_IN_LANGUAGE,
    NOT_OPEN_YET,
)
