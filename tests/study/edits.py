"""Edits of the study in ``versions``, and the changes that each is told as: kind, question and part."""

from versions import Edit

ASK = "## fresh{}\nAnd what else? ____\n\n"

Told = list[tuple[str, str, str]]

EDITS: dict[str, tuple[list[Edit], Told]] = {
    "an optional question on a page that all had": (
        [("## remark", ASK.format("  {optional}") + "## remark")],
        [("question_added", "fresh", "")],
    ),
    "a notice on a page that all had": (
        [("## remark", "## fresh  {notice}\nNow this.\n\n## remark")],
        [("question_added", "fresh", "")],
    ),
    "a question that must be answered": (
        [("## remark", ASK.format("") + "## remark")],
        [("question_left_open", "fresh", "")],
    ),
    "an optional question on a page of its own": (
        [("# close", "## fresh  {optional}\nAnd? ____\n\n# close")],
        [("question_left_open", "fresh", "")],
    ),
    "a question taken out": (
        [("## remark  {optional}\nAnything to say? ____\n\n", "")],
        [("question_removed", "remark", "")],
    ),
    "a notice taken out": ([("## thanks  {notice}\nThank you.\n", "")], [("notice_removed", "thanks", "")]),
    "a notice on another page that was there": (
        [
            ("## welcome  {notice}\nWelcome.\n\n---\n\n", "---\n\n"),
            ("## years", "## welcome  {notice}\nWelcome.\n\n## years"),
        ],
        [("question_moved", "job", "")],
    ),
    "another id": ([("## remark  ", "## remarks  ")], [("question_renamed", "remarks", "")]),
    "asked earlier": (
        [
            ("## remark  {optional}\nAnything to say? ____\n\n", ""),
            ("## years", "## remark  {optional}\nAnything to say? ____\n\n## years"),
        ],
        [("question_moved", "remark", "")],
    ),
    "a page parted in two": (
        [("## remark  {o", "---\n\n## remark  {o")],
        [("page_changed", "remark", "")],
    ),
    "another kind": (
        [("Anything to say? ____", "Say it in hours: ___ [0..9]")],
        [("reworded", "remark", ""), ("kind_changed", "remark", "")],
    ),
    "another wording": ([("What are you?", "What is your job?")], [("reworded", "job", "")]),
    "another wording of a role": ([("by your people", "in your company")], [("reworded", "usage", "")]),
    "words that changed places": (
        [("often: Often", "often: Hardly"), ("rarely: Rarely", "rarely: Often")],
        [("words_exchanged", "usage", "often"), ("words_exchanged", "usage", "rarely")],
    ),
    "an answer required": ([("## remark  {optional}", "## remark")], [("made_required", "remark", "")]),
    "an answer optional": ([("## years", "## years  {optional}")], [("made_optional", "years", "")]),
    "fewer at most": ([("at most 2, ", "at most 1, ")], [("limits_tightened", "reasons", "")]),
    "more at least": ([("at least 1", "at least 2")], [("limits_tightened", "reasons", "")]),
    "more at most": ([("at most 2, ", "at most 3, ")], [("limits_loosened", "reasons", "")]),
    "a ranking of some": ([("{ranking}", "{ranking, at least 1}")], [("limits_loosened", "order", "")]),
    "narrower bounds": ([("[0..60]", "[1..60]")], [("bounds_narrowed", "years", "")]),
    "a shorter scale": (
        [("0..10}", "0..9}"), ("- 10: Good\n", "")],
        [("code_changed", "mark", "dk"), ("bounds_narrowed", "mark", "")],
    ),
    "wider bounds": ([("[0..60]", "[0..80, 1 decimals]")], [("bounds_widened", "years", "")]),
    "shuffled": ([("at least 1}", "at least 1, shuffle}")], [("shown_in_other_order", "reasons", "")]),
    "rows in another order": (
        [("- mail: Mail\n", ""), ("- own: S", "- mail: Mail\n- own: S")],
        [("shown_in_other_order", "ability", "team")],
    ),
    "no longer repeated": (
        [("{for each reasons}", "{optional}")],
        [("repeat_changed", "detail", ""), ("made_optional", "detail", ""), ("base_left_open", "detail", "")],
    ),
    "a condition that says the same": (
        [("if job is boss\nI am", "if job is not one of (staff, none, other)\nI am")],
        [("condition_changed", "years", "")],
    ),
    "a condition that reaches fewer": (
        [("if job is boss\nI am", "if job is boss and job is not boss\nI am")],
        [("condition_changed", "years", ""), ("base_lost", "years", "")],
    ),
    "a condition that reaches more": (
        [("if job is boss\nI am", "if job is one of (boss, staff)\nI am")],
        [("condition_changed", "years", ""), ("base_left_open", "years", "")],
    ),
    "an optional question for more": (
        [("## years\n", "## years  {optional}\n"), ("if job is boss\nI am", "I am")],
        [("made_optional", "years", ""), ("condition_changed", "years", ""), ("base_grows", "years", "")],
    ),
    "a question that a new one can take away": (
        [
            (
                "## years\nif job is boss\n",
                "## fresh  {optional}\nAnd? ____\n\n## years\nif job is boss and not fresh was answered\n",
            )
        ],
        [("question_added", "fresh", ""), ("condition_changed", "years", ""), ("base_shrinks", "years", "")],
    ),
    "an option added": (
        [
            (
                "- ( ) dk: I don't know  {missing}\n\n# use",
                "- ( ) dk: I don't know  {missing}\n- ( ) new: New\n\n# use",
            )
        ],
        [("option_added", "usage", "new")],
    ),
    "an option taken out": (
        [("- [ ] fun: It is fun\n", "")],
        [
            ("option_removed", "reasons", "fun"),
            ("code_changed", "reasons", "duty"),
            ("code_changed", "reasons", "nothing"),
            ("repeat_changed", "detail", "fun"),
        ],
    ),
    "an option's other id": ([("none: Neither", "neither: Neither")], [("option_renamed", "job", "neither")]),
    "another code": (
        [("( ) none: N", "( ) 9 none: N")],
        [("code_changed", "job", "none"), ("code_changed", "job", "other")],
    ),
    "another mark": ([("often: Often", "often: Often  {missing}")], [("marks_changed", "usage", "often")]),
    "no longer exclusive": (
        [("  {exclusive}", "")],
        [("marks_changed", "reasons", "nothing"), ("base_left_open", "detail", "nothing")],
    ),
    "nothing to fill in": (
        [("Something else, namely ____", "Something else, namely")],
        [("reworded", "job", "other"), ("blank_removed", "job", "other")],
    ),
    "something to fill in": (
        [("none: Neither", "none: Neither, but ____")],
        [("reworded", "job", "none"), ("blank_added", "job", "none")],
    ),
    "a number in place of words": (
        [("Something else, namely ____", "Something else, namely ___ [0..9]")],
        [("reworded", "job", "other"), ("blank_removed", "job", "other")],
    ),
    "a row in an optional matrix": (
        [("{matrix}", "{matrix, optional}"), ("- mail: Mail\n", "- mail: Mail\n- post: Post\n")],
        [("made_optional", "ability", ""), ("row_added", "ability", "post")],
    ),
    "an open row": ([("- own: S", "- own2: And else: ____\n- own: S")], [("row_added", "ability", "own2")]),
    "a row to answer": (
        [("- mail: Mail\n", "- mail: Mail\n- post: Post\n")],
        [("row_left_open", "ability", "post")],
    ),
    "a row for others": (
        [("{if job is boss}\n- own", "{if job is staff}\n- own")],
        [
            ("condition_changed", "ability", "team"),
            ("base_lost", "ability", "team"),
            ("base_left_open", "ability", "team"),
        ],
    ),
    "a row taken out": ([("- mail: Mail\n", "")], [("row_removed", "ability", "mail")]),
    "a row's other id": ([("- mail: Mail\n", "- letters: Mail\n")], [("row_renamed", "ability", "letters")]),
    "a contact field": ([("- phone: T", "- post: Address\n- phone: T")], [("row_added", "reach", "post")]),
    "an option for others": (
        [("{if job is staff}", "{if job is boss}")],
        [
            ("condition_changed", "reasons", "duty"),
            ("option_shown", "reasons", "duty"),
            ("option_hidden", "reasons", "duty"),
            ("base_left_open", "detail", "duty"),
            ("base_lost", "detail", "duty"),
        ],
    ),
    "an item to rank for more": (
        [("money: Money  {if job is boss}", "money: Money")],
        [
            ("condition_changed", "order", "money"),
            ("choice_left_short", "order", "money"),
        ],
    ),
    "an item to rank added": (
        [("- time: Time\n", "- time: Time\n- rest: Rest\n")],
        [
            ("option_added", "order", "rest"),
            ("choice_left_short", "order", "rest"),
        ],
    ),
    "an early end for others": (
        [("end if usage is never: unused", "end if usage is dk: unused")],
        [
            ("end_changed", "usage", ""),
            ("outcome_changed", "usage", ""),
            ("outcome_changed", "usage", ""),
            ("base_lost", "reach", ""),
            ("base_left_open", "reach", ""),
            ("base_shrinks", "thanks", ""),
            ("base_left_open", "thanks", ""),
        ],
    ),
    "another outcome": (
        [("never: unused", "never: not_used")],
        [("end_changed", "usage", ""), ("outcome_changed", "usage", "")],
    ),
    "a section more": (
        [("## years", "# career: Career\n\n---\n\n## years")],
        [
            ("section_added", "career", ""),
            ("page_changed", "years", ""),
            ("page_changed", "remark", ""),
        ],
    ),
    "a section less": (
        [("# close: Closing\n\n", "")],
        [("section_removed", "close", ""), ("base_lost", "reach", ""), ("base_shrinks", "thanks", "")],
    ),
}


SETTINGS: dict[str, tuple[Edit, Told]] = {
    "a role more": (
        ('staff = "', 'idle = "job is none"\nstaff = "'),
        [("role_added", "idle", ""), ("role_changed", "other", "")],
    ),
    "a role less": (('staff = "job is staff"\n', ""), [("role_removed", "staff", "")]),
    "a role for others": (
        ("job is staff", "job is none"),
        [("condition_changed", "staff", ""), ("role_changed", "other", ""), ("role_changed", "staff", "")],
    ),
    "a language more": (('["en"]', '["en", "nl"]'), [("language_added", "study", "nl")]),
    "other terms": (("= 12", "= 24"), [("terms_changed", "study", "retention_months")]),
    "another consent": (("of my own will", "freely"), [("reworded", "study", "consent")]),
    "another privacy mode": (("confidential", "anonymous"), [("privacy_changed", "study", "")]),
    "no invitations any more": (
        ('access = "both"\nprivacy = "confidential"', 'access = "open"'),
        [("privacy_changed", "study", ""), ("fieldwork_changed", "study", "access")],
    ),
    "a link more": (
        ('privacy = "confidential"', 'privacy = "confidential"\nlinks.social = "Social media"'),
        [("fieldwork_changed", "study", "links")],
    ),
    "contact details kept for less": (
        ('privacy = "confidential"', 'privacy = "confidential"\nretention.contacts = 1'),
        [("fieldwork_changed", "study", "retention.contacts")],
    ),
    "another sender": (
        ("[fieldwork]", '[mail]\nfrom = "a@example.org"\n\n[fieldwork]'),
        [("fieldwork_changed", "study", "mail.from")],
    ),
    "another purpose": (
        ("retention_months", 'purpose = "P"\nretention_months'),
        [("reworded", "study", "purpose")],
    ),
    "a processor": (
        ('privacy = "confidential"', 'privacy = "confidential"\nhandling.processors = "Hosting: A"'),
        [("fieldwork_changed", "study", "handling.processors")],
    ),
}
"""A role that is taken out is told too by who has another; those who had it can't be asked in both."""

RECODING = """\
[[recodings]]
item = "job"
option = "other"
texts = ["director"]
to = "boss"
on = 2026-03-02
reason = "A director is a boss."

"""

PLANS: dict[str, tuple[Edit, Told]] = {
    "a quota of more": (("limit = 5", "limit = 6"), [("quota_changed", "study", "bosses")]),
    "a quota of others": (("is boss", "is staff"), [("quota_changed", "study", "bosses")]),
    "a quota under another name": (
        ("quotas.bosses", "quotas.chiefs"),
        [("quota_changed", "study", "bosses"), ("quota_changed", "study", "chiefs")],
    ),
    "another reason to exclude": (
        ("as a joke", "twice"),
        [("amendment_changed", "study", "exclusion of a1")],
    ),
    "a recoding": (
        ("[[exclusions]]", f"{RECODING}[[exclusions]]"),
        [("amendment_changed", "study", 'recoding of job from "other" to "boss"')],
    ),
}
