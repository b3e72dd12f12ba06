"""The words for shares and ratios keep to their ranges, and what is written in a style reads back."""

from decimal import Decimal
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.core.percent import percent
from peil.report.compose.amount import round_fraction
from peil.report.template.words.directions import (
    KINDS,
    TRENDS,
    TURNS,
    UNMOVED,
    read_direction,
    read_trend,
    spell_trend,
    turn_around,
)
from peil.report.template.words.numbers import (
    COMPOUNDS,
    read_number,
    read_ordinal,
    respell_number,
    respell_ordinal,
    spell_word,
)
from peil.report.template.words.parts import count_parts, interval_parts, put_parts, read_points, share_parts
from peil.report.template.words.ratios import read_ratio, respell_ratio
from peil.report.template.words.shares import (
    ABOVE,
    AROUND,
    BELOW,
    NEAR,
    ODDS_OF,
    PARTS,
    WHOLE,
    read_share,
    respell_share,
)

LANGUAGES = ("nl", "en")
LINKS = {"nl": "op de", "en": "in"}
STYLES = {
    "nl": ["46%", "46 procent", "46", "46,2%", "46.25 %", "Een kwart", "bijna de helft",
           "iets meer dan een derde",
           "een op de vijf", "Ruim 1 op de 4", "drie op de tien", "een meerderheid", "niemand", "iedereen",
           "een kleine meerderheid", "minder dan de helft", "driekwart", "circa een kwart"],
    "en": ["46%", "46 percent", "46.2%", "A quarter", "nearly half", "just over one in four", "3 out of 10",
           "a majority", "most", "nobody", "two-thirds", "roughly a third", "one in every five"],
}  # fmt: skip
RATIOS = {
    "nl": ["twee keer zo vaak", "Half zo vaak", "anderhalf keer zoveel", "ruim drie keer zo hoog als",
           "2,3 keer", "dubbel zo vaak", "1,25 keer zo vaak"],
    "en": ["twice as often", "Half as many", "one and a half times as likely",
           "nearly three times as often as", "2.3 times"],
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_words_for_shares_stand_for_the_same_percentage(language) -> None:
    said = {words: read_share(words, language) for words in NEAR[language]}
    for (one, left), (other, right) in combinations(said.items(), 2):
        assert left is not None, one
        assert right is not None, other
        assert left.high < right.low or right.high < left.low, (one, other)


@pytest.mark.parametrize("language", LANGUAGES)
def test_odds_that_differ_stand_for_other_percentages(language) -> None:
    shares = {Fraction(some, of) for of in ODDS_OF for some in range(1, of)}
    said = {}
    for one in sorted(shares):
        found = read_share(f"{one.numerator} {LINKS[language]} {one.denominator}", language)
        assert found is not None, one
        assert found.low <= percent(one.numerator, one.denominator) <= found.high
        said[one] = found
    for (one, left), (other, right) in combinations(said.items(), 2):
        assert left.high < right.low, (one, other)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("odds", ["1 {} 7", "1 {} 8", "2 {} 9", "5 {} 5", "0 {} 5", "6 {} 5", "1 {} 100"])
def test_other_odds_cant_be_read(language, odds) -> None:
    assert read_share(odds.format(LINKS[language]), language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_below_the_number_and_above_it_meet_nowhere(language) -> None:
    for name, value in NEAR[language].items():
        for word in (*BELOW[language], *ABOVE[language], *AROUND[language]):
            found = read_share(f"{word} {name}", language)
            low, high = (
                (-3, -1) if word in BELOW[language] else (1, 3) if word in ABOVE[language] else (-3, 3)
            )
            assert found is not None
            assert (found.low, found.high) == (value + low, value + high)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_majority_is_more_than_half_and_a_minority_less(language) -> None:
    found = {words: read_share(words, language) for words in PARTS[language]}
    assert {(one.low > 50, one.high < 50) for one in found.values() if one} == {(True, False), (False, True)}
    assert all(one is None or one.low <= one.high for one in found.values())
    assert {
        words: one.exact for words in WHOLE[language] if (one := read_share(words, language))
    } == dict.fromkeys(WHOLE[language], True)


@given(base=st.integers(1, 400), part=st.floats(0, 1), language=st.sampled_from(LANGUAGES), data=st.data())
def test_a_share_in_any_style_is_read_back_as_true(base, part, language, data) -> None:
    count = round(part * base)
    printed = data.draw(st.sampled_from(STYLES[language]))
    said = read_share(printed, language)
    assert said is not None
    new = respell_share(printed, percent(count, base, said.decimals), language)
    again = read_share(new, language)
    assert again is not None, new
    assert again.holds(percent(count, base, again.decimals)), new
    assert not again.exact or count in {0, base}, new
    assert new[:1].isupper() == printed[:1].isupper() or new[:1].isdigit()
    assert respell_share(new, percent(count, base, again.decimals), language) == new


@pytest.mark.parametrize(
    ("printed", "value", "language", "new"),
    [
        ("46%", "48", "nl", "48%"),
        ("46 procent", "48", "nl", "48 procent"),
        ("46,2%", "48.5", "nl", "48,5%"),
        ("Een kwart", "33", "nl", "Een derde"),
        ("een kwart", "31", "nl", "bijna een derde"),
        ("ruim een kwart", "68", "nl", "ruim twee derde"),
        ("een kwart", "14", "nl", "14%"),
        ("een op de vijf", "33", "nl", "een op de drie"),
        ("1 op 5", "50", "nl", "1 op 2"),
        ("one in five", "90", "en", "nine in ten"),
        ("a majority", "30", "en", "a minority"),
        ("a majority", "50", "en", "50%"),
        ("nobody", "25", "en", "a quarter"),
    ],
)
def test_a_share_keeps_its_style(printed, value, language, new) -> None:
    assert respell_share(printed, Decimal(value), language) == new


@given(ratio=st.fractions(Fraction(1, 50), 30), language=st.sampled_from(LANGUAGES), data=st.data())
def test_a_ratio_in_any_style_is_read_back_as_true(ratio, language, data) -> None:
    printed = data.draw(st.sampled_from(RATIOS[language]))
    assert read_ratio(printed, language) is not None
    new = respell_ratio(printed, round_fraction(ratio, 6), language)
    said = read_ratio(new, language)
    assert said is not None, new
    assert said.holds(round_fraction(round_fraction_of(ratio), said.decimals)), new


def round_fraction_of(ratio: Fraction) -> Fraction:
    """Give a ratio with the decimals that it is written from."""
    return Fraction(round_fraction(ratio, 6))


@pytest.mark.parametrize("language", LANGUAGES)
def test_ratios_in_words_are_far_enough_apart(language) -> None:
    names = {"nl": "{} keer", "en": "{} times"}
    words = [names[language].format(spell_word(one, language)) for one in range(2, 11)]
    words += {"nl": ["half", "anderhalf keer"], "en": ["half", "one and a half times"]}[language]
    said = [read_ratio(one, language) for one in words]
    for left, right in combinations(said, 2):
        assert left is not None
        assert right is not None
        assert left.high < right.low or right.high < left.low
    assert read_ratio(names[language].format(spell_word(11, language)), language) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_opposite_points_the_other_way_and_back(language) -> None:
    pairs = [*TURNS[language], *((kind[0], kind[1]) for kind in KINDS[language])]
    for one, other in pairs:
        read = read_trend if (one, other) in TURNS[language] else read_direction
        assert {read(one, language), read(other, language)} == {"more", "less"}, one
        assert read(turn_around(one, language), language) == read(other, language), one
        assert read(turn_around(other, language), language) == read(one, language), other


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_trend_reads_as_itself(language) -> None:
    for direction, phrases in TRENDS[language].items():
        for phrase in phrases:
            assert read_trend(phrase, language) is direction, phrase
        assert read_trend(spell_trend(direction, language, phrases[0]), language) is direction
    assert read_trend(UNMOVED[language], language) == "same"


@pytest.mark.parametrize(
    ("printed", "language", "turned"),
    [
        ("vaker dan gemiddeld", "nl", "minder vaak dan gemiddeld"),
        ("Ook vaker", "nl", "Ook minder vaak"),
        ("minder vaak", "nl", "vaker"),
        ("even vaak", "nl", ""),
        ("meer of minder", "nl", ""),
        ("less often than average", "en", "more often than average"),
        ("Risen", "en", "Fallen"),
    ],
)
def test_a_comparison_turned_around(printed, language, turned) -> None:
    assert turn_around(printed, language) == turned


@given(number=st.integers(0, 120), printed=st.sampled_from(["12", "twaalf", "Twaalf"]))
def test_a_number_keeps_its_style(number, printed) -> None:
    new = respell_number(printed, number, str(number), "nl")
    assert read_number(new, "nl") == number
    assert new.isdecimal() == (printed.isdecimal() or number > 100)


@given(rank=st.integers(1, 30), data=st.data())
def test_a_rank_keeps_its_style_or_is_left_to_a_person(rank, data) -> None:
    language = data.draw(st.sampled_from(LANGUAGES))
    styles = {
        "nl": ["tweede", "Tweede", "2e", "2", "de op een na meest genoemde"],
        "en": ["second", "2nd", "2", "the second most mentioned"],
    }
    new = respell_ordinal(data.draw(st.sampled_from(styles[language])), rank, language)
    assert read_ordinal(new, language) == rank or (not new and rank in {1, *range(21, 31)})


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_to_a_hundred_have_one_word_each(language) -> None:
    words = [spell_word(number, language) for number in range(101)]
    assert len(set(words)) == len(words)
    assert [read_number(word, language) for word in words] == list(range(101))
    assert COMPOUNDS["nl"]["tweeëntwintig"] == 22
    assert COMPOUNDS["en"]["forty-two"] == 42


@pytest.mark.parametrize(
    ("printed", "kinds"),
    [
        ("46%", "share"),
        ("46% (n = 1.204)", "share n"),
        ("bijna de helft (± 6,5 procentpunt, n = 28)", "share margin n"),
        ("46 procent (95%-betrouwbaarheidsinterval: 40,1 tot 52,3%)", "share low high"),
        ("46% ± 6", "share margin"),
        ("46% (ruim)", "share"),
        ("46% (n = 28; ruim)", "share"),
    ],
)
def test_what_stands_beside_a_share(printed, kinds) -> None:
    parts = share_parts(printed)
    assert " ".join(part.kind.value for part in parts) == kinds
    assert put_parts(printed, parts, tuple(part.text for part in parts)) == printed
    assert all(printed[part.start : part.start + len(part.text)] == part.text for part in parts)


def test_other_numbers_with_their_words() -> None:
    assert [part.text for part in count_parts("twaalf van de eenentwintig werkgevers", "nl")] == [
        "twaalf",
        "eenentwintig",
    ]
    assert [part.text for part in count_parts("een van de beste", "nl")] == ["een van de beste"]
    assert [part.text for part in interval_parts("40–52%")] == ["40", "52"]
    assert interval_parts("veel") == ()
    assert read_points("veel") is None
