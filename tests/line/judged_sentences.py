"""Sentences about the edited study, each judged by a recount of its rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from edited_study import REASONS, SECTORS, Row, Rows
from recount import MINIMUM, count, deviates, listed, most, share, tenth, whole, within

LABELS = {
    "film": "Film",
    "music": "Muziek",
    "games": "Games",
    "dance": "Dans",
    "often": "Vaak",
    "sometimes": "Soms",
    "never": "Nooit",
    "speed": "Sneller",
    "cost": "Goedkoper",
    "quality": "Beter",
    "fun": "Leuker",
}
HIDDEN = "hidden"


@dataclass(frozen=True)
class Sentence:
    """A sentence with one bound value, and how a recount gives its words.

    Args:
        name: What it is about.
        value: What stands in the binding.
        truth: Gives the words that are true, or HIDDEN.
        code: What is wrong where the printed words are others.
        judge: Says whether printed words are true all the same (words that stand for a range).
        number: The words hold a number that a findings chapter must bind; else a comparison or neither.
        compares: The words hold a comparison.
        fixed: What is printed whatever the truth is, of claims and conditions.
    """

    name: str
    value: str
    truth: Callable[[Rows], str]
    code: str
    judge: Callable[[Rows, str], bool] | None = None
    number: bool = False
    compares: bool = False
    fixed: str = ""

    def judged(self, rows: Rows, printed: str) -> str:
        """Give the code of what is wrong with printed words; empty where they are true."""
        true = self.truth(rows)
        if true == HIDDEN:
            return "R007"
        if self.judge:
            return "" if self.judge(rows, printed) else self.code
        return "" if (true == printed if not self.fixed else true == "holds") else self.code

    def line(self, printed: str) -> str:
        """Give the sentence with printed words."""
        return f"Over {self.name}: [{printed}]{{= {self.value}}} hier."


def told(number: Fraction | None, form: Callable[[Fraction], str]) -> str:
    """Give a number's words, or HIDDEN."""
    return HIDDEN if number is None else form(number)


def percentage(*options: str, sector: str = "", item: str = "usage") -> Callable[[Rows], str]:
    """Give the words of a share."""
    return lambda rows: told(share(rows, item, *options, sector=sector), lambda found: f"{whole(found)}%")


def more(one: Fraction | None, other: Fraction | None, words: tuple[str, str, str]) -> str:
    """Give the word for more, less or as much, by whole percentages."""
    if one is None or other is None:
        return HIDDEN
    left, right = whole(one), whole(other)
    return words[0] if left > right else words[1] if left < right else words[2]


def rest(rows: Rows, sector: str) -> list[Row]:
    """Give the rows of all other sectors."""
    return [row for row in rows if row["sector"] != sector]


def of_base(sector: str) -> Callable[[Rows], str]:
    """Give the words "6 van de 16"."""

    def words(rows: Rows) -> str:
        found = count(rows, "usage", "often", sector=sector)
        return HIDDEN if found is None else f"{found} van de {len(within(rows, sector))}"

    return words


def with_n(sector: str) -> Callable[[Rows], str]:
    """Give the words "50% (n = 14)"."""

    def words(rows: Rows) -> str:
        found = share(rows, "usage", "never", sector=sector)
        return HIDDEN if found is None else f"{whole(found)}% (n = {len(within(rows, sector))})"

    return words


def difference(rows: Rows) -> str:
    """Give how many points film and dance lie apart."""
    film, dance = (share(rows, "usage", "often", sector=one) for one in ("film", "dance"))
    return HIDDEN if film is None or dance is None else f"{whole(abs(film - dance))} procentpunt"


def ratio(rows: Rows) -> str:
    """Give how many times games music is."""
    games, music = (share(rows, "usage", "often", sector=one) for one in ("games", "music"))
    return HIDDEN if not games or not music else f"{tenth(games / music)} keer"


def mode_of(item: str, sector: str = "") -> Callable[[Rows], str]:
    """Give the labels of the most chosen options."""

    def words(rows: Rows) -> str:
        found = most(rows, item, sector)
        return HIDDEN if found is None else listed(LABELS[one] for one in found)

    return words


def rank_of(option: str) -> Callable[[Rows], str]:
    """Give a reason's place."""

    def words(rows: Rows) -> str:
        counts = [count(rows, "reasons", one) or 0 for one in REASONS]
        own = counts[REASONS.index(option)]
        return ("eerste", "tweede", "derde", "vierde")[sum(one > own for one in counts)]

    return words


def top_two(rows: Rows) -> str:
    """Give the two reasons that most chose, with those that tie."""
    counts = {one: count(rows, "reasons", one) or 0 for one in REASONS}
    least = sorted(counts.values(), reverse=True)[1]
    ordered = sorted((one for one in REASONS if counts[one] >= least), key=lambda one: -counts[one])
    return listed(LABELS[one] for one in ordered)


def deviating(rows: Rows) -> str:
    """Give the sectors that deviate."""
    return listed(LABELS[one] for one in SECTORS if deviates(rows, one))


def written(rows: Rows) -> str:
    """Give the sectors that deviate with their shares, the largest first, and what sets them apart."""
    found = {
        one: share(rows, "usage", "often", sector=one) or Fraction(0)
        for one in SECTORS
        if deviates(rows, one)
    }
    ordered = sorted(found, key=lambda one: -found[one])
    return listed(f"{LABELS[one]} ({whole(found[one])}%{beside(rows, one)})" for one in ordered)


def beside(rows: Rows, sector: str) -> str:
    """Give what a sector chose most, if nothing of that is most chosen by all."""
    own, total = most(rows, "usage", sector) or (), most(rows, "usage") or ()
    if set(own) & set(total) or "often" not in {*own, *total}:
        return ""
    return "; meest gekozen: " + listed(f"“{LABELS[one]}”" for one in own)


def mean_mark(rows: Rows) -> str:
    """Give the mean mark."""
    return tenth(Fraction(sum(int(row["mark"]) for row in rows), len(rows)))


def about_a_third(_: Rows) -> str:
    """Give the words that are printed, which stand for a range."""
    return "ongeveer een derde"


def near_third(rows: Rows, printed: str) -> bool:
    """Judge the words for about a third, or for a quarter."""
    found = whole(share(rows, "usage", "sometimes") or Fraction(0))
    ranges = {"ongeveer een derde": (30, 36), "een kwart": (24, 26), "een op de drie": (32, 34)}
    low, high = ranges[printed]
    return low <= found <= high


def holds(truth: Callable[[Rows], bool | None]) -> Callable[[Rows], str]:
    """Give whether a claim holds."""

    def words(rows: Rows) -> str:
        found = truth(rows)
        return HIDDEN if found is None else "holds" if found else "fails"

    return words


def apart(rows: Rows) -> bool | None:
    """Say whether film lies more than twenty points above dance."""
    film, dance = (share(rows, "usage", "often", sector=one) for one in ("film", "dance"))
    return None if film is None or dance is None else film - dance > 20


def order_holds(rows: Rows, printed: str) -> bool:
    """Judge a top list: ties may change places."""
    counts = {LABELS[one]: count(rows, "reasons", one) or 0 for one in REASONS}
    said = printed.replace(" en ", ", ").split(", ")
    true = top_two(rows).replace(" en ", ", ").split(", ")
    return sorted(said) == sorted(true) and [counts[one] for one in said] == [counts[one] for one in true]


VAKER = ("vaker", "minder vaak", "even vaak")
TREND = ("gestegen", "gedaald", "gelijk gebleven")
SENTENCES = (
    Sentence("film", "usage: often | sector: film", percentage("often", sector="film"), "R001", number=True),
    Sentence("allen", "usage: often", percentage("often"), "R001", number=True),
    Sentence("dans", "usage: never | sector: dance", with_n("dance"), "R001", number=True),
    Sentence("wel", "usage: net:any", percentage("often", "sometimes"), "R001", number=True),
    Sentence(
        "som",
        "usage: sometimes + never | sector: music",
        percentage("sometimes", "never", sector="music"),
        "R001",
        number=True,
    ),
    Sentence(
        "nooit", "count usage: never", lambda rows: str(count(rows, "usage", "never")), "R001", number=True
    ),
    Sentence(
        "muziek",
        "base usage | sector: music",
        lambda rows: str(len(within(rows, "music"))) if len(within(rows, "music")) >= MINIMUM else HIDDEN,
        "R001",
        number=True,
    ),
    Sentence("games", "count usage: often | sector: games", of_base("games"), "R001", number=True),
    Sentence("soms", "usage: sometimes", about_a_third, "R001", near_third, number=True),
    Sentence("keus", "mode usage | sector: film", mode_of("usage", "film"), "R004"),
    Sentence("gelijkspel", "mode usage | sector: games", mode_of("usage", "games"), "R004"),
    Sentence("goedkoop", "rank reasons: cost", rank_of("cost"), "R005"),
    Sentence(
        "totaal",
        "compare usage: often | sector: film",
        lambda rows: more(share(rows, "usage", "often", sector="film"), share(rows, "usage", "often"), VAKER),
        "R002",
        compares=True,
    ),
    Sentence(
        "rest",
        "compare usage: often | sector: dance vs rest",
        lambda rows: more(
            share(rows, "usage", "often", sector="dance"), share(rest(rows, "dance"), "usage", "often"), VAKER
        ),
        "R002",
        compares=True,
    ),
    Sentence(
        "paar",
        "compare usage: never | sector: film vs sector: dance",
        lambda rows: more(
            share(rows, "usage", "never", sector="film"), share(rows, "usage", "never", sector="dance"), VAKER
        ),
        "R002",
        compares=True,
    ),
    Sentence(
        "verschil", "difference usage: often | sector: film vs sector: dance", difference, "R001", number=True
    ),
    Sentence("keer", "ratio usage: often | sector: games vs sector: music", ratio, "R001", number=True),
    Sentence(
        "werk",
        "trend now: much to later: much",
        lambda rows: more(share(rows, "later", "much"), share(rows, "now", "much"), TREND),
        "R002",
        compares=True,
    ),
    Sentence("cijfer", "mean mark", mean_mark, "R001", number=True),
    Sentence(
        "bewering",
        "claim usage: often > 30%",
        holds(lambda rows: (share(rows, "usage", "often") or 0) > 30),
        "R003",
        fixed="veel mensen",
    ),
    Sentence(
        "aantal",
        "claim count usage: never <= 20",
        holds(lambda rows: (count(rows, "usage", "never") or 0) <= 20),
        "R003",
        fixed="weinig mensen",
    ),
    Sentence(
        "afstand",
        "claim usage: often | sector: film vs sector: dance > 20",
        holds(apart),
        "R003",
        fixed="een heel eind",
    ),
    Sentence("afwijkend", "deviating usage: often by sector", deviating, "R006"),
    Sentence("geschreven", "list deviating usage: often by sector", written, "R029"),
    Sentence("redenen", "top 2 reasons", top_two, "R006", order_holds),
    Sentence("rijen", "fact rows", lambda rows: str(len(rows)), "R001", number=True),
)
CONDITION = "claim usage: often > 40%"
HEAD = "# Uitkomsten  {findings}\n\n"


def printed_of(rows: Rows) -> list[str]:
    """Give the true words of each sentence."""
    return [sentence.fixed or sentence.truth(rows) for sentence in SENTENCES]


def place_of(number: int) -> int:
    """Give the line of a sentence in the report."""
    return 3 + 2 * number


def text_of(lines: Sequence[str], *, state: str = "fails") -> str:
    """Give the report's only chapter: the sentences, and a conditional text at its end."""
    conditional = f"Slot: [veel]{{if {CONDITION}; {state}}}[niet veel]{{else}} hier."
    return HEAD + "\n\n".join([*lines, conditional]) + "\n"


def judged(rows: Rows, printed: Sequence[str], state: str = "fails") -> set[tuple[str, int]]:
    """Give the code and line of everything that a recount finds wrong."""
    found = {
        (code, place_of(number))
        for number, (sentence, words) in enumerate(zip(SENTENCES, printed, strict=True))
        if (code := sentence.judged(rows, words))
    }
    true = (share(rows, "usage", "often") or 0) > 40
    return found | ({("R028", place_of(len(SENTENCES)))} if true is not (state == "holds") else set())
