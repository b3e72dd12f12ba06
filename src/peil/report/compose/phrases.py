"""The words that a composed report says by itself, in Dutch and English; other languages get English."""

import datetime as dt
from collections.abc import Sequence

from babel.dates import format_date

HIDDEN_SIGN = "–"
LOCALES = {"nl": "nl_NL", "en": "en_GB"}

PHRASES = {
    "nl": {
        "hidden": "[niet getoond]",
        "total": "Totaal",
        "small_together": "Kleine groepen samen",
        "and": "en",
        "none": "geen",
        "blank": "niet ingevuld",
        "share": "percentage",
        "count": "aantal",
        "of": "{count} van {base}",
        "n": "n = {n}",
        "question": "Vraag {names}",
        "questions": "Vragen {names}",
        "derived": "Afgeleid: {names}",
        "base": "Basis: {rule}.",
        "left_out": "Niet getoond: {names} (minder dan {minimum} respondenten).",
        "indicative": "Indicatief ({minimum} tot en met {below} respondenten): {names}.",
        "indicative_sign": "* = indicatief ({minimum} tot en met {below} respondenten).",
        "sign": "– = niet getoond.",
        "highest": "hoogste",
        "lowest": "laagste",
        "most": "{label}: het meest gekozen is {options} ({share})",
        "most_chosen": "meest gekozen: {options}",
        "nobody": "{label}: geen cijfers",
        "invented": "(verzonnen)",
        "bars": "Staafdiagram met een staaf per antwoord.",
        "stacked": "Gestapeld staafdiagram, de delen van een staaf tellen op tot 100%.",
        "grouped": "Gegroepeerd staafdiagram.",
        "diverging": "Staven aan weerszijden van een lijn.",
        "at_left": "Links van de lijn: {told}.",
        "at_line": "Op de lijn: {told}.",
        "at_right": "Rechts van de lijn: {told}.",
        "sided": "{label}: links {left}, rechts {right}",
        "multiples": "Kleine staafdiagrammen naast elkaar, alle op dezelfde schaal.",
        "dots": "Punten met hun interval van 95 procent.",
        "between": "{share}, interval van {low} tot {high}",
        "slope": "Lijnen van {then} naar {now}.",
        "rise": "Het sterkst gestegen: {told}.",
        "fall": "Het sterkst gedaald: {told}.",
        "changed": "{option} (van {then} naar {now})",
        "unchanged": "Geen enkel percentage veranderde.",
        "partly": "{label}: niet alle antwoorden zijn getoond",
        "widest": "Het verschil tussen groepen is het grootst bij {told}.",
        "spread": "{option} ({most} bij {highest}, {least} bij {lowest})",
        "low": "ondergrens",
        "high": "bovengrens",
        "figure": "Figuur",
        "table": "Tabel",
        "chapter": "hoofdstuk",
        "section": "paragraaf",
        "annex": "bijlage",
        "synthetic": "Synthetische gegevens: de rijen zijn gemaakt, niet door mensen ingevuld.",
        "synthetic_chart": "Synthetische gegevens",
        "watermark": "concept",
        "draft": "Concept: kleine groepen zijn niet afgeschermd. Niet verspreiden.",
        "client": "Opdrachtgever",
        "agency": "Uitvoering",
        "authors": "Auteurs",
        "date": "Datum",
        "fieldwork": "Veldwerk",
        "weighted": "gewogen",
        "deviates": "ligt {points} of meer procentpunten van het totaal, of koos meestal iets anders",
        "differs": "wijkt af van de rest (p van hooguit {level}, gecorrigeerd volgens {correction})",
        "against": "{left} tegenover {right}",
        "mean_of": "gemiddelde van {count} items",
        "mean": "gemiddelde {mean}",
        "points": "{points} procentpunt",
        "interval": "95%-interval {low}–{high}%",
        "in_base": "basis: {rule}",
        "in_table": "tabel {name}",
        "p_of": "{p} (verschil met de rest, gecorrigeerd)",
        "fact": "responsverantwoording",
        "response": "Respons",
        "rows": "Ingevulde of begonnen vragenlijsten",
        "turned_away": "Waarvan niet verder gegaan omdat er al genoeg waren",
        "excluded": "Waarvan buiten de analyse gelaten ({date}): {reason}",
        "analysed": "Meegenomen in de analyse",
        "counted_as": "Antwoorden in eigen woorden, geteld als ander antwoord ({date}): {reason}",
        "complete": "Waarvan volledig ingevuld",
        "rates_of": (
            "Respons van {invited} uitgenodigde personen, stand van {date}, volgens de Standard Definitions "
            "van de American Association for Public Opinion Research (10e druk, 2023)."
        ),
        "open_rates": "Deelname via open links, stand van {date}, volgens CHERRIES (Eysenbach 2004).",
        "going_on": "Het veldwerk was toen nog niet gesloten.",
        "rate": "Maat",
        "counts": "Aantallen",
        "assumed": "Aanname",
        "whole": "volledig ingevuld",
        "with_partial": "volledig of gedeeltelijk ingevuld",
        "all_eligible": (
            "Wie misschien niet tot de doelgroep hoort, telt mee: de laagste waarde die mogelijk is."
        ),
        "e_eligible": (
            "Van wie misschien niet tot de doelgroep hoort, telt {e} mee: evenveel als onder wie dat bekend "
            "is (CASRO)."
        ),
        "none_eligible": (
            "Wie misschien niet tot de doelgroep hoort, telt niet mee: de hoogste waarde die mogelijk is."
        ),
        "of_visitors_rate": "Deelnamepercentage",
        "of_visitors": "Begonnen, van de unieke bezoekers van de startpagina; die zijn elders geteld.",
        "of_begun_rate": "Voltooiingspercentage",
        "of_begun": "Tot het einde gekomen, van wie begon; wie buiten de doelgroep viel, telt mee.",
        "no_rate_mixed": (
            "Er is geen responspercentage: ook wie niet was uitgenodigd kon meedoen, dus niemand weet van "
            "hoeveel mensen dit een deel is."
        ),
        "no_rate_not_invited": (
            "Er is geen responspercentage: niemand werd uitgenodigd, dus niemand weet van hoeveel mensen dit "
            "een deel is."
        ),
        "no_rate_nobody_yet": "Er is geen responspercentage: niemand is nog uitgenodigd.",
        "no_rate_in_field": (
            "De respons wordt genoemd als het veldwerk gesloten is: de deelnemers zijn anoniem, en tot dan "
            "worden zij alleen bij tientallen geteld."
        ),
        "rates_hidden": "Percentages van minder dan {minimum} personen zijn niet getoond.",
        "reached": "Waarvan gekomen tot: {section}",
        "number_of": "Aantal",
        "answer": "Antwoord",
        "source_class": "Klassen in de andere bron",
        "class": "Klasse",
        "in_sample": "In de steekproef",
        "in_population": "In de populatie",
        "once_weighted": "Gewogen",
        "target_source": "{source}; stand van {date}",
        "source": "Bron",
        "asked_if": "Gesteld aan {who}.",
        "asked_all": "Gesteld aan iedereen.",
        "shown_if": "Getoond aan {who}.",
        "shown_all": "Getoond aan iedereen.",
        "only_if": "alleen {who}",
        "for_role": "Voor {role}:",
        "at_most": "Kies er hooguit {count}.",
        "at_least": "Kies er ten minste {count}.",
        "optional": "Mag worden overgeslagen.",
        "box_blank": "Het vak naast {names} mag leeg blijven.",
        "boxes_blank": "De vakken naast {names} mogen leeg blijven.",
        "all_boxes_blank": "De vakken naast de antwoorden mogen leeg blijven.",
        "own_row_blank": "Een onderdeel dat geen naam krijgt, mag leeg blijven.",
        "one_field": "Eén ingevuld veld is genoeg.",
        "shuffle": "De volgorde van de antwoorden wisselt per respondent.",
        "repeat": "Gesteld voor elk gekozen antwoord op vraag {name}.",
        "later": "Gesteld aan het einde van {section}.",
        "later_end": "Gesteld aan het einde van de vragenlijst.",
        "carried": "Alleen wat bij vraag {name} is gekozen of ingevuld.",
        "exclusive": "sluit andere antwoorden uit",
        "open_row": "in te vullen door de respondent",
        "ends": "Einde van de vragenlijst voor {who}.",
        "rows_head": "Onderdelen",
        "columns_head": "Antwoorden per onderdeel",
        "several": "Meer antwoorden mogelijk.",
        "bounds": "Een getal van {low} tot en met {high}.",
        "from": "Een getal vanaf {low}.",
        "to": "Een getal tot en met {high}.",
        "number": "Een getal.",
        "open": "Open antwoord.",
        "date_answer": "Een datum.",
        "ranking": "De antwoorden worden op volgorde gezet.",
        "scale": "Een schaal van {low} tot en met {high}.",
        "contact": "Contactgegevens, apart van de antwoorden bewaard.",
        "notice": "Mededeling",
    },
    "en": {
        "hidden": "[not shown]",
        "total": "Total",
        "small_together": "Small groups together",
        "and": "and",
        "none": "none",
        "blank": "left blank",
        "share": "percentage",
        "count": "count",
        "of": "{count} of {base}",
        "n": "n = {n}",
        "question": "Question {names}",
        "questions": "Questions {names}",
        "derived": "Derived: {names}",
        "base": "Base: {rule}.",
        "left_out": "Not shown: {names} (fewer than {minimum} respondents).",
        "indicative": "Indicative ({minimum} to {below} respondents): {names}.",
        "indicative_sign": "* = indicative ({minimum} to {below} respondents).",
        "sign": "– = not shown.",
        "highest": "highest",
        "lowest": "lowest",
        "most": "{label}: most chosen is {options} ({share})",
        "most_chosen": "most chosen: {options}",
        "nobody": "{label}: no figures",
        "invented": "(invented)",
        "bars": "Bar chart with a bar for each answer.",
        "stacked": "Stacked bar chart, the parts of a bar add up to 100%.",
        "grouped": "Grouped bar chart.",
        "diverging": "Bars at both sides of a line.",
        "at_left": "Left of the line: {told}.",
        "at_line": "On the line: {told}.",
        "at_right": "Right of the line: {told}.",
        "sided": "{label}: left {left}, right {right}",
        "multiples": "Small bar charts side by side, all on one scale.",
        "dots": "Dots with their 95 per cent intervals.",
        "between": "{share}, interval from {low} to {high}",
        "slope": "Lines from {then} to {now}.",
        "rise": "The strongest rise: {told}.",
        "fall": "The strongest fall: {told}.",
        "changed": "{option} (from {then} to {now})",
        "unchanged": "No percentage changed.",
        "partly": "{label}: not all answers are shown",
        "widest": "Groups differ most on {told}.",
        "spread": "{option} ({most} of {highest}, {least} of {lowest})",
        "low": "lower bound",
        "high": "upper bound",
        "figure": "Figure",
        "table": "Table",
        "chapter": "chapter",
        "section": "section",
        "annex": "annex",
        "synthetic": "Synthetic data: the rows are made, not filled in by people.",
        "synthetic_chart": "Synthetic data",
        "watermark": "draft",
        "draft": "Draft: small groups are not protected. Do not distribute.",
        "client": "Commissioned by",
        "agency": "Carried out by",
        "authors": "Authors",
        "date": "Date",
        "fieldwork": "Fieldwork",
        "weighted": "weighted",
        "deviates": "lies {points} or more percentage points from the total, or mostly chose otherwise",
        "differs": "differs from the rest (p of at most {level}, corrected by {correction})",
        "against": "{left} against {right}",
        "mean_of": "mean of {count} items",
        "mean": "mean {mean}",
        "points": "{points} percentage points",
        "interval": "95% interval {low}–{high}%",
        "in_base": "base: {rule}",
        "in_table": "table {name}",
        "p_of": "{p} (difference from the rest, corrected)",
        "fact": "response accounting",
        "response": "Response",
        "rows": "Questionnaires filled in or begun",
        "turned_away": "Of which taken no further because there were enough",
        "excluded": "Of which left out of the analysis ({date}): {reason}",
        "analysed": "Used in the analysis",
        "counted_as": "Answers in own words, counted as another answer ({date}): {reason}",
        "complete": "Of which complete",
        "rates_of": (
            "Response of {invited} invited persons as of {date}, by the Standard Definitions of the American "
            "Association for Public Opinion Research (10th edition, 2023)."
        ),
        "open_rates": "Participation by open links as of {date}, by CHERRIES (Eysenbach 2004).",
        "going_on": "Fieldwork wasn't closed then.",
        "rate": "Rate",
        "counts": "Counts",
        "assumed": "Assumption",
        "whole": "complete",
        "with_partial": "complete or partial",
        "all_eligible": "Whoever may not be eligible counts: the lowest that it can be.",
        "e_eligible": (
            "Of those who may not be eligible {e} count, as many as among those of whom it is known (CASRO)."
        ),
        "none_eligible": "Whoever may not be eligible doesn't count: the highest that it can be.",
        "of_visitors_rate": "Participation rate",
        "of_visitors": "Began, of the unique visitors of the start page, who were counted elsewhere.",
        "of_begun_rate": "Completion rate",
        "of_begun": "Came to the end, of those who began; who was screened out is among these.",
        "no_rate_mixed": (
            "There is no response rate: who wasn't invited could take part too, so nobody knows of how many "
            "these are a share."
        ),
        "no_rate_not_invited": (
            "There is no response rate: nobody was invited, so nobody knows of how many these are a share."
        ),
        "no_rate_nobody_yet": "There is no response rate: nobody has been invited yet.",
        "no_rate_in_field": (
            "The response is told once fieldwork is closed: respondents are anonymous, and until then they "
            "are counted in tens alone."
        ),
        "rates_hidden": "Rates of fewer than {minimum} persons are not shown.",
        "reached": "Of which reached: {section}",
        "number_of": "Number",
        "answer": "Answer",
        "source_class": "Classes in the other source",
        "class": "Class",
        "in_sample": "In the sample",
        "in_population": "In the population",
        "once_weighted": "Weighted",
        "target_source": "{source}; figures of {date}",
        "source": "Source",
        "asked_if": "Asked of {who}.",
        "asked_all": "Asked of everyone.",
        "shown_if": "Shown to {who}.",
        "shown_all": "Shown to everyone.",
        "only_if": "only {who}",
        "for_role": "For {role}:",
        "at_most": "Choose at most {count}.",
        "at_least": "Choose at least {count}.",
        "optional": "May be skipped.",
        "box_blank": "The box beside {names} may stay empty.",
        "boxes_blank": "The boxes beside {names} may stay empty.",
        "all_boxes_blank": "The boxes beside the answers may stay empty.",
        "own_row_blank": "A part that is given no name may stay empty.",
        "one_field": "One field filled in is enough.",
        "shuffle": "The order of the answers differs for each respondent.",
        "repeat": "Asked for each answer chosen in question {name}.",
        "later": "Asked at the end of {section}.",
        "later_end": "Asked at the end of the questionnaire.",
        "carried": "Only what was chosen or filled in at question {name}.",
        "exclusive": "excludes other answers",
        "open_row": "filled in by the respondent",
        "ends": "The questionnaire ends for {who}.",
        "rows_head": "Parts",
        "columns_head": "Answers for each part",
        "several": "Several answers possible.",
        "bounds": "A number from {low} to {high}.",
        "from": "A number from {low}.",
        "to": "A number up to {high}.",
        "number": "A number.",
        "open": "Open answer.",
        "date_answer": "A date.",
        "ranking": "The answers are put in order.",
        "scale": "A scale from {low} to {high}.",
        "contact": "Contact details, kept apart from the answers.",
        "notice": "Notice",
    },
}


def say(language: str, key: str, **values: object) -> str:
    """Give a phrase with its values filled in; counts get the language's thousands mark."""
    spelt = {
        name: spell_count(value, language) if isinstance(value, int) else value
        for name, value in values.items()
    }
    return PHRASES.get(language, PHRASES["en"])[key].format(**spelt)


def spell_count(number: int, language: str) -> str:
    """Give a count in figures: ``1.250`` in Dutch, ``1,250`` in English."""
    return f"{number:,}".replace(",", "." if language == "nl" else ",")


def join_words(words: Sequence[str], language: str) -> str:
    """Give ``a, b en c``; the language's word for none when there are none."""
    if not words:
        return say(language, "none")
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {say(language, 'and')} {words[-1]}"


def say_date(date: dt.date, language: str) -> str:
    """Give a date in full: ``17 april 2026``, ``17 April 2026``."""
    return format_date(date, "long", locale=LOCALES.get(language, LOCALES["en"]))
