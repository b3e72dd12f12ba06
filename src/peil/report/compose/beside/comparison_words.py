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
        "answer": "Antwoord",
        "difference": "Verschil in procentpunten",
        "here": "{there} (hier: {here})",
        "summed": "som",
        "see_sum": "in de som",
        "unprinted": "niet gepubliceerd",
        "not_here": "n.v.t.",
        "from_to": "{gap} ({low} tot {high})",
        "whole": "als geheel",
        "source": "{ours}; {theirs}",
        "fieldwork": "veldwerk {period}",
        "wording": "Vraag in {name}: {wording}",
        "horizon": "Periode in {name}: {period}.",
        "differs": "Wat verschilt: {told}",
        "told_here": "Tussen haakjes staat hoe het antwoord in dit onderzoek luidt.",
        "told_absent": "n.v.t. = dit onderzoek heeft dit antwoord niet.",
        "told_sum": "Som = door ons opgeteld uit de afgeronde percentages van {name}.",
        "told_in_sum": (
            "In de som = dit onderzoek heeft geen eigen percentage voor dit antwoord; het telt mee in de rij "
            "waarin de antwoorden samen staan."
        ),
        "alone": "Voor deze cijfers heeft dit onderzoek geen tegenhanger.",
        "untested": "Niet getoetst: {reasons}.",
        "tested": (
            "Verschil: dit onderzoek min {name}, met een interval van 95 procent (Newcombe, methode 10); de "
            "afronding van wat daar is gedrukt, is erbij geteld."
        ),
        "gap_only": (
            "Verschil: dit onderzoek min {name}, uit onafgeronde percentages van hier en afgeronde van daar; "
            "met de getallen in de tabel kan het een punt schelen."
        ),
        "as_simple": "{name} telt hierbij als enkelvoudige aselecte steekproef.",
        "beside_two": "Staven: per antwoord de percentages van beide onderzoeken.",
        "beside_dots": "Per antwoord een punt voor elk onderzoek en elke groep.",
        "sampling": "Steekproef: {told}.",
        "question": "Vraag",
        "group": "Groep",
        "value": "Cijfer",
        "base": "n",
        "place": "Plaats",
        "claim": "Nr.",
        "no_date": "datum onbekend",
        "all_figures": "Cijfers uit {name}",
        "as_printed": "Elk cijfer staat hier zoals het is gepubliceerd.",
        "unprinted_n": "n = aantal deelnemers; een streepje betekent dat het niet is gepubliceerd.",
        "no_n": "Hoeveel mensen er antwoordden, is niet gepubliceerd.",
    },
    "en": {
        "theirs": "{name}: {group}",
        "ours": "This study: {group}",
        "everyone": "all",
        "n": "n = {n}",
        "n_unknown": "n not published",
        "answer": "Answer",
        "difference": "Difference in percentage points",
        "here": "{there} (here: {here})",
        "summed": "sum",
        "see_sum": "in the sum",
        "unprinted": "not published",
        "not_here": "n/a",
        "from_to": "{gap} ({low} to {high})",
        "whole": "as a whole",
        "source": "{ours}; {theirs}",
        "fieldwork": "fieldwork {period}",
        "wording": "Question in {name}: {wording}",
        "horizon": "Period in {name}: {period}.",
        "differs": "What differs: {told}",
        "told_here": "In brackets: how the answer reads in this study.",
        "told_absent": "n/a = this study doesn't have this answer.",
        "told_sum": "Sum = added up by us from the rounded percentages of {name}.",
        "told_in_sum": (
            "In the sum = this study has no percentage of its own for this answer; it counts in the row "
            "where "
            "the answers stand together."
        ),
        "alone": "This study has no counterpart to these figures.",
        "untested": "Not tested: {reasons}.",
        "tested": (
            "Difference: this study less {name}, with a 95 per cent interval (Newcombe, method 10); the "
            "rounding of what was printed there is added to it."
        ),
        "gap_only": (
            "Difference: this study less {name}, from unrounded percentages here and rounded ones there; it "
            "can be a point off from the numbers in the table."
        ),
        "as_simple": "{name} counts as a simple random sample here.",
        "beside_two": "Bars: for each answer the percentages of both studies.",
        "beside_dots": "For each answer a dot for each study and each group.",
        "sampling": "Sample: {told}.",
        "question": "Question",
        "group": "Group",
        "value": "Figure",
        "base": "n",
        "place": "Place",
        "claim": "No.",
        "no_date": "date unknown",
        "all_figures": "Figures of {name}",
        "as_printed": "Each figure stands here as it was published.",
        "unprinted_n": "n = number of respondents; a dash means that it is not published.",
        "no_n": "How many people answered is not published.",
    },
}
REASONS = {
    "nl": {
        Untested.SIMILAR: (
            "de vragen lijken op elkaar, maar zijn niet dezelfde, en daarom staat er ook geen verschil bij"
        ),
        Untested.OURS_SELF_SELECTED: "de deelnemers aan dit onderzoek meldden zichzelf aan",
        Untested.THEIRS_SELF_SELECTED: "de deelnemers aan {name} meldden zichzelf aan",
        Untested.THEIRS_UNKNOWN: "hoe de deelnemers aan {name} zijn gevonden, is niet gepubliceerd",
        Untested.BASE_UNKNOWN: "hoeveel mensen er in {name} antwoordden, is niet gepubliceerd",
        Untested.SUMMED: "antwoorden van dit onderzoek zijn opgeteld",
    },
    "en": {
        Untested.SIMILAR: (
            "the questions are alike but not the same, which is also why no difference is given"
        ),
        Untested.OURS_SELF_SELECTED: "the participants in this study volunteered",
        Untested.THEIRS_SELF_SELECTED: "the participants in {name} volunteered",
        Untested.THEIRS_UNKNOWN: "how the participants in {name} were found is not published",
        Untested.BASE_UNKNOWN: "how many people answered in {name} is not published",
        Untested.SUMMED: "answers of this study are added up",
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
        OtherSampling.SELF_SELECTED: "people volunteered",
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
