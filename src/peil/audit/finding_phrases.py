"""What findings say, in English and Dutch: kind of message, language, phrase with its places."""

from collections.abc import Mapping

PHRASES: Mapping[str, Mapping[str, str]] = {
    "impossible": {
        "en": "{printed}: of a base of {base} no number of people gives it; possible: {nearest}.",
        "nl": "{printed}: bij een basis van {base} hoort geen enkel aantal mensen; mogelijk: {nearest}.",
    },
    "impossible_cut_off": {
        "en": "{printed}: of a base of {base} no number of people gives it; possible: {nearest}. "
        "{count} of {base} is {exact}: cut off instead of rounded, that would be {value}.",
        "nl": "{printed}: bij een basis van {base} hoort geen enkel aantal mensen; mogelijk: {nearest}."
        " {count} van {base} is {exact}: afgekapt in plaats van afgerond zou dat {value} zijn.",
    },
    "impossible_half_even": {
        "en": "{printed}: of a base of {base} it needs {count} people, an exact half ({exact}) that was"
        " rounded to the even number.",
        "nl": "{printed}: bij een basis van {base} horen daar {count} mensen bij, precies een half "
        "({exact}), afgerond naar het even getal.",
    },
    "impossible_half_down": {
        "en": "{printed}: of a base of {base} it needs {count} people, an exact half ({exact}) that was"
        " rounded down.",
        "nl": "{printed}: bij een basis van {base} horen daar {count} mensen bij, precies een half "
        "({exact}), naar beneden afgerond.",
    },
    "impossible_twice": {
        "en": "{printed}: of a base of {base} only rounding twice gives it, {count} people being {exact}.",
        "nl": "{printed}: bij een basis van {base} kan dat alleen door twee keer af te ronden: {count} "
        "mensen zijn {exact}.",
    },
    "impossible_twice_down": {
        "en": "{printed}: of a base of {base} only rounding twice, and a half down, gives it, {count} "
        "people being {exact}.",
        "nl": "{printed}: bij een basis van {base} kan dat alleen door twee keer af te ronden, en een "
        "half naar beneden: {count} mensen zijn {exact}.",
    },
    "impossible_any_base": {
        "en": "{printed}: no number of people gives it of any base up to {base}, the largest there can be.",
        "nl": "{printed}: geen enkel aantal mensen geeft dat, bij geen enkele basis tot en met {base}, "
        "de grootste die er kan zijn.",
    },
    "two_values": {
        "en": "the same figure is printed with different values: {printed}.",
        "nl": "hetzelfde cijfer staat er met verschillende waarden: {printed}.",
    },
    "two_bases": {
        "en": "the same group has bases of {bases}: {printed}.",
        "nl": "dezelfde groep heeft een basis van {bases}: {printed}.",
    },
    "parts_over": {
        "en": "the answers to {question} make at least {low}, more than {whole}: {least}.",
        "nl": "de antwoorden op {question} zijn samen minstens {low}, meer dan {whole}: {least}.",
    },
    "parts_over_counts": {
        "en": "the answers to {question} need at least {low} people of {whole}: {least}.",
        "nl": "de antwoorden op {question} vragen minstens {low} mensen van {whole}: {least}.",
    },
    "parts_under": {
        "en": "all answers to {question} make at most {high}, less than {whole}: {most}.",
        "nl": "alle antwoorden op {question} zijn samen hoogstens {high}, minder dan {whole}: {most}.",
    },
    "parts_under_counts": {
        "en": "all answers to {question} are at most {high} people of {whole}: {most}.",
        "nl": "alle antwoorden op {question} zijn hoogstens {high} mensen van {whole}: {most}.",
    },
    "parts_apart": {
        "en": "for {question}, {most} leave room for at most {high}, the whole being {whole}, and "
        "{least} need at least {low}.",
        "nl": "bij {question} laten {most} hoogstens {high} ruimte, met {whole} als geheel, en {least} "
        "vragen minstens {low}.",
    },
    "parts_apart_counts": {
        "en": "for {question}, {most} leave room for at most {high} people, all being {whole}, and "
        "{least} need at least {low}.",
        "nl": "bij {question} laten {most} ruimte voor hoogstens {high} mensen, met {whole} als geheel,"
        " en {least} vragen er minstens {low}.",
    },
    "counts_apart": {
        "en": "the classes of {question} make {total} ({parts}), of {base}: {whole}.",
        "nl": "de klassen van {question} zijn samen {total} ({parts}), van {base}: {whole}.",
    },
    "too_many_ticks": {
        "en": "the answers to {question} make at least {low}, and nobody may give more than {most}: {parts}.",
        "nl": "de antwoorden op {question} zijn samen minstens {low}, en niemand mag er meer dan {most}"
        " geven: {parts}.",
    },
    "adjusted_parts": {
        "en": "the percentages of {question} were adjusted by less than a point so that they add up to "
        "100; rounded half up they don't.",
        "nl": "de percentages van {question} zijn met minder dan een punt aangepast zodat ze samen 100 "
        "zijn; gewoon afgerond zijn ze dat niet.",
    },
    "count_and_share": {
        "en": "{count} of {base} is {computed}, and beside it stands {share}.",
        "nl": "{count} van {base} is {computed}, en daarnaast staat {share}.",
    },
    "net_rounded": {
        "en": "{net}, and its parts as printed make {total}: each is rounded by itself. Parts: {parts}.",
        "nl": "{net}, en de afgedrukte delen zijn samen {total}: elk is los afgerond. Delen: {parts}.",
    },
    "net_apart": {
        "en": "{net}, and its parts allow {low} to {high}: {parts}.",
        "nl": "{net}, en de delen laten {low} tot {high} toe: {parts}.",
    },
    "no_common_base": {
        "en": "no base up to {base} gives all of these for {question}: {printed}. More there can't be: "
        "{limits}.",
        "nl": "geen basis tot en met {base} geeft dit alles voor {question}: {printed}. Meer kunnen het"
        " er niet zijn: {limits}.",
    },
    "groups_and_total": {
        "en": "{total} is {least} to {most} of {base} people, and the classes of {group} make {low} to "
        "{high}: {classes}.",
        "nl": "{total} is {least} tot {most} van {base} mensen, en de klassen van {group} zijn er samen"
        " {low} tot {high}: {classes}.",
    },
    "most_chosen": {
        "en": "{said} is said to be chosen most, but {option} has {larger} and {other} has {smaller}.",
        "nl": "{said} zou het meest gekozen zijn, maar {option} heeft {larger} en {other} heeft {smaller}.",
    },
    "most_chosen_tied": {
        "en": "{said} is said to be chosen most, and {option} was chosen exactly as often: {equal}.",
        "nl": "{said} zou het meest gekozen zijn, en {option} is precies even vaak gekozen: {equal}.",
    },
    "rank_too_high": {
        "en": "{option} ({own}) is said to come {rank}, but at best comes {bound}: {others} are larger "
        "({proof}).",
        "nl": "{option} ({own}) zou op plaats {rank} staan, maar komt hoogstens op {bound}: {others} "
        "zijn groter ({proof}).",
    },
    "rank_too_low": {
        "en": "{option} ({own}) is said to come {rank}, but at worst comes {bound}: {others} are "
        "smaller ({proof}).",
        "nl": "{option} ({own}) zou op plaats {rank} staan, maar komt minstens op {bound}: {others} "
        "zijn kleiner ({proof}).",
    },
    "base_over": {
        "en": "{printed}: {base} people, and there can be at most {most}: {limits}.",
        "nl": "{printed}: {base} mensen, en het kunnen er hoogstens {most} zijn: {limits}.",
    },
    "base_beside_over": {
        "en": "{printed} is given with a base of {base}, and there can be at most {most}, which don't "
        "give it: {limits}.",
        "nl": "{printed} staat er met een basis van {base}, en het kunnen er hoogstens {most} zijn, die"
        " dat niet geven: {limits}.",
    },
    "bases_of_classes": {
        "en": "the bases of the classes of {group} ({bases}) make {total}, and the base of all is "
        "{base}: {printed}.",
        "nl": "de bases van de klassen van {group} ({bases}) zijn samen {total}, en de basis van allen "
        "is {base}: {printed}.",
    },
    "under_minimum": {
        "en": "a group of at most {base} people ({limits}), under the study's own minimum of {minimum}:"
        " {printed}.",
        "nl": "een groep van hoogstens {base} mensen ({limits}), onder het eigen minimum van {minimum}:"
        " {printed}.",
    },
    "under_minimum_inferred": {
        "en": "a group of {base} people, to judge by its percentages, under the study's own minimum of "
        "{minimum}: {printed}.",
        "nl": "een groep van {base} mensen, naar haar percentages te oordelen, onder het eigen minimum "
        "van {minimum}: {printed}.",
    },
    "remainder": {
        "en": "all {rows} rows make exactly 100, and what no number of people of {base} gives stands in"
        " the column {column}: {impossible}. So that column is what the other columns leave over,"
        " and was not counted.",
        "nl": "alle {rows} rijen zijn precies 100, en wat geen enkel aantal mensen van {base} geeft, "
        "staat in de kolom {column}: {impossible}. Dus is die kolom wat de andere kolommen "
        "overlaten, en is ze niet geteld.",
    },
    "remainder_somewhere": {
        "en": "all {rows} rows make exactly 100, though no numbers of {base} people give all "
        "percentages of {apart}. So a column is what the others leave over, or percentages were "
        "adjusted.",
        "nl": "alle {rows} rijen zijn precies 100, terwijl geen aantallen van {base} mensen alle "
        "percentages van {apart} geven. Dus is een kolom wat de andere overlaten, of zijn "
        "percentages aangepast.",
    },
    "always_100": {
        "en": "all {rows} rows, from {first} to {last}, make exactly 100; rounding does that by itself "
        "in {chance} of such tables. Probably one column is what the others leave over, or "
        "percentages were adjusted.",
        "nl": "alle {rows} rijen, van {first} tot {last}, zijn precies 100; afronden doet dat vanzelf "
        "in {chance} van zulke tabellen. Waarschijnlijk is een kolom wat de andere overlaten, of "
        "zijn percentages aangepast.",
    },
    "comparison": {
        "en": "{said}: the one is {low} to {high} ({left}), the other {least} to {most} ({right}).",
        "nl": "{said}: het ene is {low} tot {high} ({left}), het andere {least} tot {most} ({right}).",
    },
    "top_class": {
        "en": "{said} is said to be largest, but {larger} has at least {low} and {smaller} at most "
        "{most}: {proof}.",
        "nl": "{said} zou het grootst zijn, maar {larger} heeft minstens {low} en {smaller} hoogstens "
        "{most}: {proof}.",
    },
    "class_not_above": {
        "en": "{said}: {name} is named as above {line}, and has at most {high}: {proof}.",
        "nl": "{said}: {name} zou boven {line} liggen, en heeft hoogstens {high}: {proof}.",
    },
    "class_above": {
        "en": "{said}: {name} isn't named as above {line}, and has at least {low}: {proof}.",
        "nl": "{said}: {name} wordt niet genoemd als boven {line}, en heeft minstens {low}: {proof}.",
    },
    "listed_not_below": {
        "en": "{said}: {item} for {name} is listed as below {line}, and has at least {low}: {proof}.",
        "nl": "{said}: {item} bij {name} staat in de lijst onder {line}, en heeft minstens {low}: {proof}.",
    },
    "below_not_listed": {
        "en": "{said}: {item} for {name} isn't listed as below {line}, and has at most {high}: {proof}.",
        "nl": "{said}: {item} bij {name} staat niet in de lijst onder {line}, en heeft hoogstens "
        "{high}: {proof}.",
    },
    "not_within": {
        "en": "at least {part} of {items} items should lie from {low} to {high} ({said}); {outside} of "
        "them surely don't: {proof}.",
        "nl": "minstens {part} van {items} onderdelen zou tussen {low} en {high} liggen ({said}); "
        "{outside} ervan zeker niet: {proof}.",
    },
    "mean": {
        "en": "{said} is said to be the mean over {items} items, and their percentages make {low} to "
        "{high}: {proof}.",
        "nl": "{said} zou het gemiddelde over {items} onderdelen zijn, en hun percentages maken {low} "
        "tot {high}: {proof}.",
    },
    "adjusted_shares": {
        "en": "the percentages of {question} make exactly 100, of a base of {base}, because {moved} "
        "moved by less than a point from what was counted.",
        "nl": "de percentages van {question} zijn precies 100, bij een basis van {base}, doordat "
        "{moved} minder dan een punt afwijkt van wat geteld is.",
    },
    "base_of_figure": {
        "en": "{printed} is given with a base of {base}, and is of {most} at most: {limits}. So {base} "
        "is the base of the whole figure.",
        "nl": "{printed} staat er met een basis van {base}, en gaat over hoogstens {most}: {limits}. "
        "Dus is {base} de basis van de hele figuur.",
    },
}
