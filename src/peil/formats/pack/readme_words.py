"""What the page beside a data pack's files says, in Dutch and English."""

from collections.abc import Mapping

README_WORDS: Mapping[str, Mapping[str, str]] = {
    "nl": {
        "about": "Gegevens bij: {title}",
        "public": "Dit is de **openbare** versie. Zij is beperkt om wie meedeed te beschermen.",
        "restricted": (
            "Dit is de **beperkt toegankelijke** versie. Zij bevat alle antwoorden, ook in eigen "
            "woorden, en mag "
            "niet openbaar worden gemaakt of doorgegeven."
        ),
        "made": "De rijen zijn synthetisch: gemaakt, niet door mensen ingevuld.",
        "rows": "{n} rijen, {count} variabelen.",
        "files": "Bestanden",
        "file_sav": (
            "gegevens voor SPSS, PSPP, R en Stata, met labels, meetniveaus en codes voor ontbrekende waarden"
        ),
        "file_csv": "dezelfde gegevens als tekst (UTF-8, komma's), een rij per respondent",
        "file_csvw": "beschrijving van het CSV-bestand volgens CSV on the Web (W3C)",
        "file_ddi": "codeboek volgens DDI-Codebook 2.5",
        "file_sss": "beschrijving volgens Triple-S",
        "file_asc": "gegevens bij de beschrijving volgens Triple-S",
        "codes": "Codes",
        "codes_text": (
            "De codes zijn in alle bestanden dezelfde. Waarom er geen antwoord is, staat in codes van vier "
            "cijfers of meer; elke variabele noemt de hare."
        ),
        "about_study": "Over het onderzoek",
        "fingerprint": "Versie van de vragenlijst (SHA-256)",
        "licence": "Licentie",
        "no_licence": "Niet opgegeven: vraag wie het onderzoek deed wat u met de gegevens mag doen.",
        "contact": "Contact",
        "more": (
            "Er is ook een volledigere, beperkt toegankelijke versie. Wie die voor onderzoek nodig "
            "heeft, vraagt "
            "haar aan bij: {contact}."
        ),
        "left_out": "Wat hierin niet staat",
        "no_text": (
            "Antwoorden in eigen woorden, contactgegevens, getallen, data, rangordes, duur en gewichten."
        ),
        "kept": (
            "Van elke vraag staat hierin alleen wat de gepubliceerde tabellen voor elke groep laten zien."
        ),
        "absent": "Niet in het openbare bestand: {names}.",
        "merged": "Klassen zijn samengevoegd in: {names}.",
        "k": (
            "Elke combinatie van {names} komt ten minste {k} keer voor; {cells} cellen zijn daarvoor "
            "achtergehouden."
        ),
        "order": "De rijen staan op volgorde van hun inhoud en hebben nieuwe nummers.",
        "sensitive": (
            "Wie in een groep gelijk antwoordt op een gevoelige vraag, is daarmee nog niet beschermd: "
            "daartegen "
            "helpt deze regel niet."
        ),
        "client": "Opdrachtgever",
        "agency": "Uitvoering",
        "controller": "Verwerkingsverantwoordelijke",
        "fieldwork": "Veldwerk",
        "weighting": "Weging",
    },
    "en": {
        "about": "Data of: {title}",
        "public": "This is the **public** version. It is limited to protect those who took part.",
        "restricted": (
            "This is the **restricted** version. It holds all answers, those in own words too, and "
            "may not be made "
            "public or passed on."
        ),
        "made": "The rows are synthetic: made, not given by people.",
        "rows": "{n} rows, {count} variables.",
        "files": "Files",
        "file_sav": (
            "data for SPSS, PSPP, R and Stata, with labels, measurement levels and codes of missing values"
        ),
        "file_csv": "the same data as text (UTF-8, commas), a row a respondent",
        "file_csvw": "description of the CSV file by CSV on the Web (W3C)",
        "file_ddi": "codebook by DDI-Codebook 2.5",
        "file_sss": "description by Triple-S",
        "file_asc": "data of the description by Triple-S",
        "codes": "Codes",
        "codes_text": (
            "Codes are the same in all files. Why there is no answer stands in codes of four digits "
            "or more; each "
            "variable names its own."
        ),
        "about_study": "About the study",
        "fingerprint": "Version of the questionnaire (SHA-256)",
        "licence": "Licence",
        "no_licence": "Not stated: ask who did the study what you may do with the data.",
        "contact": "Contact",
        "more": (
            "There is a fuller, restricted version too. Who needs it for research can ask for it at: "
            "{contact}."
        ),
        "left_out": "What isn't in here",
        "no_text": "Answers in own words, contact details, numbers, dates, rankings, durations and weights.",
        "kept": "Of each question only what the published tables show for every group.",
        "absent": "Not in the public file: {names}.",
        "merged": "Classes are taken together in: {names}.",
        "k": "Each combination of {names} occurs at least {k} times; {cells} cells are withheld for that.",
        "order": "Rows stand in the order of what they hold, and have new numbers.",
        "sensitive": (
            "Where all of a group answered a sensitive question alike, this rule doesn't protect them."
        ),
        "client": "Client",
        "agency": "Agency",
        "controller": "Controller",
        "fieldwork": "Fieldwork",
        "weighting": "Weighting",
    },
}
