"""The words that a shown questionnaire says by itself, in Dutch and English; other languages get English."""

from peil.report.compose.phrases import say, spell_count

SHOWN = {
    "nl": {
        "title": "Vragenlijst: {title}",
        "what": "Wat dit is",
        "what_all": "De vragenlijst, alle rollen naast elkaar",
        "what_one": "De vragenlijst",
        "what_role": "De vragenlijst zoals wie antwoordt als {role} die krijgt",
        "language": "Taal",
        "size": "Omvang",
        "sized": "{questions} vragen in {sections} onderdelen",
        "sized_one": "{questions} vragen in één onderdeel",
        "overview": "In het kort",
        "roles": "Rollen",
        "roles_told": (
            "Wat iemand eerder antwoordde, bepaalt de rol en daarmee de woorden van de vragen. "
            "Wie bij meer rollen past, krijgt de eerste daarvan:"
        ),
        "role_told": "{role}: {who}",
        "role_rest": "{role}: alle anderen",
        "lengths": "Routes",
        "lengths_caption": "De kortste en de langste route",
        "lengths_caption_roles": "De kortste en de langste route, per rol",
        "lengths_told": (
            "De route hangt af van de antwoorden. De tabel geeft de route met de minste en die met de meeste "
            "vragen waarop iemand het einde van de vragenlijst bereikt. Mededelingen tellen niet mee."
        ),
        "unreached": "Niemand komt in deze rol tot het einde: {roles}.",
        "nobody_here": "Niemand kan in deze rol komen: er is niets te tonen.",
        "shortest": "Kortste route",
        "longest": "Langste route",
        "questions": "vragen",
        "pages": "pagina's",
        "minutes": "minuten",
        "role": "Rol",
        "everyone": "Iedereen",
        "map": "Routekaart",
        "map_told": (
            "De kaart loopt van boven naar beneden, in de volgorde van de vragen. Een lijn is een rol, een "
            "rondje een vraag: gevuld als iedereen in de rol die zo ver komt haar krijgt, open als een deel "
            "haar krijgt. Daaronder staat dan aan wie zij wordt gesteld; wat daar is afgebroken, staat "
            "voluit bij de vraag zelf."
        ),
        "map_told_one": (
            "De kaart loopt van boven naar beneden, in de volgorde van de vragen. Een rondje is een vraag: "
            "gevuld als iedereen die zo ver komt haar krijgt, open als een deel haar krijgt. Daaronder staat "
            "dan aan wie zij wordt gesteld; wat daar is afgebroken, staat voluit bij de vraag zelf."
        ),
        "map_caption": "Routekaart",
        "map_part": "Routekaart, deel {part} van {parts}",
        "map_description": (
            "Routekaart met {stations} vragen en mededelingen. Banen: {lanes}. Onderdelen: {sections}."
        ),
        "as_table": "De kaart als tabel",
        "always": "altijd gesteld",
        "sometimes": "gesteld aan een deel",
        "never": "niet gesteld in deze rol",
        "page": "wat op één pagina staat",
        "exit": "eerder einde, voor een deel",
        "continued": "(vervolg)",
        "end": "Einde van de vragenlijst",
        "exit_title": "Eerder einde: {outcome}",
        "at_end": "Aan het einde van de vragenlijst",
        "who": "Gesteld aan",
        "repeated": "voor elk gekozen antwoord op vraag {name}",
        "chapter": "Vragen",
        "legend": (
            "Bij elke vraag staat eerst aan wie zij wordt gesteld, van wie tot daar komt. ____ is ruimte "
            "voor een eigen antwoord; tussen ‹ › staat een eerder antwoord dat in de tekst wordt ingevuld. "
            "De code is het getal dat in gegevens voor een antwoord kan staan."
        ),
        "asked_role": "Gesteld aan iedereen in deze rol.",
        "shown_role": "Getoond aan iedereen in deze rol.",
        "section_for": "Dit onderdeel is voor {who}.",
        "asked_within": "Binnen dit onderdeel gesteld aan {who}.",
        "shown_within": "Binnen dit onderdeel getoond aan {who}.",
        "ends": "Na deze pagina eindigt de vragenlijst voor {who}. Uitkomst: {outcome}.",
        "one": "Eén antwoord.",
        "one_each": "Eén antwoord per onderdeel.",
        "required": "Een antwoord is verplicht.",
        "required_each": "Elk onderdeel dat iemand ziet, is verplicht.",
        "from_question": "alleen als dit bij vraag {name} is gekozen of ingevuld",
        "all_placed": "Elk antwoord krijgt een plaats.",
        "code": "Code",
        "answer": "Antwoord",
        "part": "Onderdeel",
        "field": "Veld",
        "remark": "Bijzonderheden",
        "missing": "geen inhoudelijk antwoord",
        "stays_last": "blijft achteraan",
        "own_words": "toont wat de respondent zelf schreef",
        "step": "Stap",
        "no_words": "(geen tekst voor deze rol)",
        "fill": "‹antwoord op {about}›",
        "fill_else": "‹antwoord op {about}, of anders: {fallback}›",
        "fill_repeat": "‹het antwoord op {about} waar het om gaat›",
        "fill_derived": "‹{about}›",
        "about": "vraag {number}",
        "about_part": "vraag {number} over “{part}”",
        "blank_between": "{low} t/m {high}",
        "blank_from": "vanaf {low}",
        "blank_to": "t/m {high}",
        "blank_any": "een getal",
        "decimals": "{count} decimalen",
        "decimal": "1 decimaal",
        "assumed": (
            "Minuten zijn een schatting vooraf, naar boven afgerond: lezen met {words} woorden per minuut, "
            "{choice} seconden voor een keuze (per onderdeel), {number} voor een getal of veld, {date} voor "
            "een datum, {open} voor een open antwoord. Van wat mag worden overgeslagen, telt de helft."
        ),
    },
    "en": {
        "title": "Questionnaire: {title}",
        "what": "What this is",
        "what_all": "The questionnaire, all roles side by side",
        "what_one": "The questionnaire",
        "what_role": "The questionnaire as those who answer as {role} get it",
        "language": "Language",
        "size": "Size",
        "sized": "{questions} questions in {sections} sections",
        "sized_one": "{questions} questions in one section",
        "overview": "In short",
        "roles": "Roles",
        "roles_told": (
            "What someone answered before decides the role, and with it the words of the questions. "
            "Whoever fits several roles gets the first of them:"
        ),
        "role_told": "{role}: {who}",
        "role_rest": "{role}: all others",
        "lengths": "Routes",
        "lengths_caption": "The shortest and the longest route",
        "lengths_caption_roles": "The shortest and the longest route, by role",
        "lengths_told": (
            "The route depends on the answers. The table gives the route with the fewest and that with the "
            "most questions on which someone reaches the end of the questionnaire. Notices don't count as "
            "questions."
        ),
        "unreached": "Nobody comes to the end in this role: {roles}.",
        "nobody_here": "Nobody can come into this role: there is nothing to show.",
        "shortest": "Shortest route",
        "longest": "Longest route",
        "questions": "questions",
        "pages": "pages",
        "minutes": "minutes",
        "role": "Role",
        "everyone": "Everyone",
        "map": "Route map",
        "map_told": (
            "The map runs from top to bottom, in the order of the questions. A line is a role, a circle a "
            "question: filled where everyone in the role who gets so far is asked it, open where some are. "
            "Below it then stands who is asked; what is cut off there stands in full beside the question "
            "itself."
        ),
        "map_told_one": (
            "The map runs from top to bottom, in the order of the questions. A circle is a question: filled "
            "where everyone who gets so far is asked it, open where some are. Below it then stands who is "
            "asked; what is cut off there stands in full beside the question itself."
        ),
        "map_caption": "Route map",
        "map_part": "Route map, part {part} of {parts}",
        "map_description": (
            "Route map with {stations} questions and notices. Lanes: {lanes}. Sections: {sections}."
        ),
        "as_table": "The map as a table",
        "always": "always asked",
        "sometimes": "asked of some",
        "never": "not asked in this role",
        "page": "what stands on one page",
        "exit": "early end, for some",
        "continued": "(continued)",
        "end": "End of the questionnaire",
        "exit_title": "Early end: {outcome}",
        "at_end": "At the end of the questionnaire",
        "who": "Asked of",
        "repeated": "for each answer chosen in question {name}",
        "chapter": "Questions",
        "legend": (
            "Each question begins with who is asked it, of those who get so far. ____ is room for an answer "
            "in one's own words; between ‹ › stands an earlier answer that is filled into the text. The code "
            "is the number that can stand for an answer in data."
        ),
        "asked_role": "Asked of everyone in this role.",
        "shown_role": "Shown to everyone in this role.",
        "section_for": "This section is for {who}.",
        "asked_within": "Within this section asked of {who}.",
        "shown_within": "Within this section shown to {who}.",
        "ends": "After this page the questionnaire ends for {who}. Outcome: {outcome}.",
        "one": "One answer.",
        "one_each": "One answer for each part.",
        "required": "An answer is required.",
        "required_each": "Each part that someone sees is required.",
        "from_question": "only where this was chosen or filled in at question {name}",
        "all_placed": "Each answer gets a place.",
        "code": "Code",
        "answer": "Answer",
        "part": "Part",
        "field": "Field",
        "remark": "Remarks",
        "missing": "no substantive answer",
        "stays_last": "stays last",
        "own_words": "shows what the respondent wrote",
        "step": "Step",
        "no_words": "(no text for this role)",
        "fill": "‹answer to {about}›",
        "fill_else": "‹answer to {about}, or else: {fallback}›",
        "fill_repeat": "‹the answer to {about} that this is about›",
        "fill_derived": "‹{about}›",
        "about": "question {number}",
        "about_part": "question {number} about “{part}”",
        "blank_between": "{low} to {high}",
        "blank_from": "from {low}",
        "blank_to": "up to {high}",
        "blank_any": "a number",
        "decimals": "{count} decimals",
        "decimal": "1 decimal",
        "assumed": (
            "Minutes are an estimate beforehand, rounded up: reading at {words} words a minute, {choice} "
            "seconds for a choice (for each part), {number} for a number or field, {date} for a date, {open} "
            "for an open answer. Of what may be skipped, half is counted."
        ),
    },
}


def say_shown(language: str, key: str, **values: object) -> str:
    """Give a phrase of a shown questionnaire with its values filled in; counts get a thousands mark."""
    spelt = {
        name: spell_count(one, language) if isinstance(one, int) else one for name, one in values.items()
    }
    words = SHOWN.get(language, SHOWN["en"])
    return words[key].format(**spelt) if key in words else say(language, key, **values)
