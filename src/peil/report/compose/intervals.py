"""How sure the numbers are, in words: from the drawing of the sample, from a model, or not known."""

from collections.abc import Iterator

from peil.study.plan import DeviationRule, Plan, Sampling
from peil.study.sample_design import SampleDesign

WORDS = {
    "nl": {
        "none": (
            "De deelnemers hebben zichzelf aangemeld. Niemand trok hen uit een groep mensen, dus marges, "
            "betrouwbaarheidsintervallen en toetsen zeggen hier niets en worden niet gegeven."
        ),
        "model": (
            "De deelnemers hebben zichzelf aangemeld: de trekking van een steekproef zegt hier niets over "
            "onzekerheid. Intervallen berusten op een model: {model}"
        ),
        "assumptions": "Zij betekenen alleen iets als dit waar is: {assumptions}",
        "drawn": "De deelnemers komen uit een aselecte steekproef.",
        "strata": "Er is per stratum getrokken.",
        "clusters": "Er zijn groepen getrokken, en daarin wie deelneemt.",
        "population": "De grootte van de populatie waaruit werd getrokken, is meegerekend.",
        "replicates": "Standaardfouten komen uit {count} herhaalde trekkingen uit de steekproef.",
        "taylor": "Standaardfouten zijn gelineariseerd (Taylor) naar het ontwerp van de steekproef.",
        "interval": "Waar een interval is gegeven, is dat van 95 procent, berekend op de logit-schaal.",
        "tested": (
            "Een groep wijkt af als haar percentage verschilt van dat van alle andere groepen samen, bij een "
            "p van hooguit {level} na correctie ({correction}) over {family}."
        ),
        "table": "alle cellen van een tabel",
        "item": "alle groepen waarnaar een vraag is uitgesplitst",
        "all": "alle tabellen",
    },
    "en": {
        "none": (
            "Participants came forward by themselves. Nobody drew them from a population, so margins, "
            "confidence intervals and tests mean nothing here and are not given."
        ),
        "model": (
            "Participants came forward by themselves: no drawing of a sample says how uncertain numbers are. "
            "Intervals rest on a model: {model}"
        ),
        "assumptions": "They mean something only where this holds: {assumptions}",
        "drawn": "Participants are a probability sample.",
        "strata": "It was drawn by stratum.",
        "clusters": "Clusters were drawn, and participants in them.",
        "population": "The size of the population drawn from is taken into account.",
        "replicates": "Standard errors come from {count} samples drawn again out of the sample.",
        "taylor": "Standard errors are linearised (Taylor) by the design of the sample.",
        "interval": "Where an interval is given, it is of 95 per cent, computed on the logit scale.",
        "tested": (
            "A group deviates where its share differs from that of all other groups together, at a p of at "
            "most {level} after correction ({correction}) over {family}."
        ),
        "table": "all cells of a table",
        "item": "all groups that a question is split by",
        "all": "all tables",
    },
}
CORRECTIONS = {
    "holm": "Holm",
    "bh": "Benjamini-Hochberg",
    "by": "Benjamini-Yekutieli",
    "bonferroni": "Bonferroni",
}


def tell_intervals(plan: Plan, language: str) -> str:
    """Say where standard errors and intervals come from, or why there are none; Dutch, or else English."""
    words = WORDS.get(language, WORDS["en"])
    if not plan.tells_errors:
        return words["none"]
    said = [*_source(plan, words, language), words["interval"]]
    if plan.deviation.tested:
        said.append(_tested(plan.deviation, words, language))
    return " ".join(said)


def _source(plan: Plan, words: dict[str, str], language: str) -> Iterator[str]:
    if plan.sampling is Sampling.PROBABILITY:
        yield words["drawn"]
    elif plan.intervals is not None:
        yield _closed(words["model"].format(model=plan.intervals.model.plain(language)))
        yield _closed(words["assumptions"].format(assumptions=plan.intervals.assumptions.plain(language)))
    design = plan.design or SampleDesign()
    if design.strata:
        yield words["strata"]
    if design.psu:
        yield words["clusters"]
    if design.population:
        yield words["population"]
    replicates = design.replicates
    yield words["replicates"].format(count=len(replicates.columns)) if replicates else words["taylor"]


def _tested(rule: DeviationRule, words: dict[str, str], language: str) -> str:
    level = f"{rule.level:g}"
    return words["tested"].format(
        level=level.replace(".", ",") if language == "nl" else level,
        correction=CORRECTIONS[rule.correction],
        family=words[rule.family],
    )


def _closed(sentence: str) -> str:
    """Give a sentence with a stop at its end."""
    return sentence if sentence.endswith((".", "!", "?")) else sentence + "."
