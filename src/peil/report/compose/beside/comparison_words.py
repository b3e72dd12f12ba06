"""What comparisons with other studies say by themselves, in Dutch and English; others get English."""

from peil.disclose.compared import Untested
from peil.study.other_study import OtherSampling

WORDS = {
    "nl": {
        "theirs": "{name}: {group}",
        "ours": "Dit onderzoek: {group}",
        "everyone": "allen",
        "n": "n = {n}",
        "n_unknown": "n niet gepubliceerd",
        "answer_there": "Antwoord in {name}",
        "answer_here": "Antwoord in dit onderzoek",
        "answer": "Antwoord",
        "difference": "Verschil in procentpunten",
        "together": "samen",
        "summed": "opgeteld",
        "see_sum": "zie de som",
        "unprinted": "niet gepubliceerd",
        "no_counterpart": "geen tegenhanger",
        "not_here": "n.v.t.",
        "from_to": "{gap} ({low} tot {high})",
        "whole": "als geheel",
        "source": "{ours}; {theirs}",
        "fieldwork": "veldwerk {period}",
        "wording": "Vraag in {name}: {wording}",
        "horizon": "Periode in {name}: {period}.",
        "differs": "Wat verschilt: {told}",
        "alone": "Voor deze cijfers heeft dit onderzoek geen tegenhanger.",
        "untested": "Niet getoetst: {reasons}.",
        "tested": (
            "Verschil: dit onderzoek min {name}, met een interval van 95 procent (Newcombe, methode 10); de "
            "afronding van wat daar is gedrukt, is erbij geteld."
        ),
        "gap_only": "Verschil: dit onderzoek min {name}, uit afgeronde percentages van daar.",
        "as_simple": "{name} telt hierbij als enkelvoudige aselecte steekproef.",
        "no_gap": "Er staat geen verschil bij: de vragen lijken op elkaar, maar zijn niet dezelfde.",
        "beside_two": "Gegroepeerd, per antwoord de percentages van beide onderzoeken.",
        "beside_dots": "Een punt per onderzoek en groep, per antwoord.",
        "in_words": "{option}: {shares}",
        "share_of": "{share} ({who})",
        "sampling": "Steekproef: {told}.",
        "question": "Vraag",
        "group": "Groep",
        "value": "Cijfer",
        "base": "n",
        "place": "Plaats",
        "claim": "Bewering",
        "unknown": "onbekend",
        "all_figures": "Cijfers uit {name}",
        "as_printed": "Elk cijfer staat hier zoals het is gedrukt.",
    },
    "en": {
        "theirs": "{name}: {group}",
        "ours": "This study: {group}",
        "everyone": "all",
        "n": "n = {n}",
        "n_unknown": "n not published",
        "answer_there": "Answer in {name}",
        "answer_here": "Answer in this study",
        "answer": "Answer",
        "difference": "Difference in percentage points",
        "together": "together",
        "summed": "summed",
        "see_sum": "see the sum",
        "unprinted": "not published",
        "no_counterpart": "no counterpart",
        "not_here": "n/a",
        "from_to": "{gap} ({low} to {high})",
        "whole": "as a whole",
        "source": "{ours}; {theirs}",
        "fieldwork": "fieldwork {period}",
        "wording": "Question in {name}: {wording}",
        "horizon": "Period in {name}: {period}.",
        "differs": "What differs: {told}",
        "alone": "This study has no counterpart to these figures.",
        "untested": "Not tested: {reasons}.",
        "tested": (
            "Difference: this study less {name}, with a 95 per cent interval (Newcombe, method 10); the "
            "rounding of what was printed there is added to it."
        ),
        "gap_only": "Difference: this study less {name}, from the rounded percentages there.",
        "as_simple": "{name} counts as a simple random sample here.",
        "no_gap": "No difference is given: the questions are alike, and not the same.",
        "beside_two": "Grouped, for each answer the percentages of both studies.",
        "beside_dots": "A dot for each study and group, by answer.",
        "in_words": "{option}: {shares}",
        "share_of": "{share} ({who})",
        "sampling": "Sample: {told}.",
        "question": "Question",
        "group": "Group",
        "value": "Figure",
        "base": "n",
        "place": "Place",
        "claim": "Claim",
        "unknown": "unknown",
        "all_figures": "Figures of {name}",
        "as_printed": "Each figure stands here as it was printed.",
    },
}
REASONS = {
    "nl": {
        Untested.SIMILAR: "de vragen lijken alleen op elkaar",
        Untested.OURS_SELF_SELECTED: "de deelnemers aan dit onderzoek meldden zichzelf aan",
        Untested.THEIRS_SELF_SELECTED: "de deelnemers aan {name} meldden zichzelf aan",
        Untested.THEIRS_UNKNOWN: "hoe de deelnemers aan {name} zijn gevonden, is niet gepubliceerd",
        Untested.BASE_UNKNOWN: "hoeveel mensen er in {name} antwoordden, is niet gepubliceerd",
        Untested.SUMMED: "antwoorden van dit onderzoek zijn opgeteld",
    },
    "en": {
        Untested.SIMILAR: "the questions are only similar",
        Untested.OURS_SELF_SELECTED: "those who took part in this study came by themselves",
        Untested.THEIRS_SELF_SELECTED: "those who took part in {name} came by themselves",
        Untested.THEIRS_UNKNOWN: "how those who took part in {name} were found isn't published",
        Untested.BASE_UNKNOWN: "how many people in {name} answered isn't published",
        Untested.SUMMED: "answers of this study are summed",
    },
}
SAMPLINGS = {
    "nl": {
        OtherSampling.PROBABILITY: "aselect getrokken",
        OtherSampling.SELF_SELECTED: "mensen meldden zichzelf aan",
        OtherSampling.UNKNOWN: "niet gepubliceerd",
    },
    "en": {
        OtherSampling.PROBABILITY: "drawn at random",
        OtherSampling.SELF_SELECTED: "people came by themselves",
        OtherSampling.UNKNOWN: "not published",
    },
}


def say_beside(language: str, key: str, **values: str) -> str:
    """Give a phrase with its values filled in."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)


def say_reason(language: str, reason: Untested, name: str) -> str:
    """Say why a difference has no interval; ``name`` is what the other study is called."""
    return REASONS.get(language, REASONS["en"])[reason].format(name=name)


def say_sampling(language: str, sampling: OtherSampling) -> str:
    """Say how the other study's respondents came in."""
    return SAMPLINGS.get(language, SAMPLINGS["en"])[sampling]
