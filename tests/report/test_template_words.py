"""The words that state numbers, shares, ranks and directions, and those that a findings chapter binds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.disclose.verdicts import Direction
from peil.report.template.words.directions import PHRASES, read_direction, spell_direction
from peil.report.template.words.numbers import read_number, read_ordinal, spell_ordinal
from peil.report.template.words.shares import read_share
from peil.report.template.words.unbound import find_unbound


@pytest.mark.parametrize(
    ("printed", "language", "number"),
    [
        ("12", "nl", 12),
        ("twaalf", "nl", 12),
        ("Twintig", "nl", 20),
        ("tachtig", "nl", 80),
        ("geen", "nl", 0),
        ("één", "nl", 1),
        ("1.204", "nl", 1204),
        ("1,204", "en", 1204),
        ("twelve", "en", 12),
        ("ninety", "en", 90),
        ("none", "en", 0),
        ("1,5", "nl", None),
        ("twaalf", "en", None),
        ("enkele", "nl", None),
    ],
)
def test_numbers(printed, language, number) -> None:
    assert read_number(printed, language) == number


@given(st.integers(1, 40), st.sampled_from(["nl", "en"]))
def test_a_rank_reads_back_as_it_is_written(rank, language) -> None:
    assert read_ordinal(spell_ordinal(rank, language), language) == rank


@pytest.mark.parametrize(
    ("printed", "language", "low", "high"),
    [
        ("een tiende", "nl", 9, 11),
        ("een derde", "nl", 32, 34),
        ("twee derde", "nl", 66, 68),
        ("de helft", "nl", 49, 51),
        ("bijna de helft", "nl", 47, 49),
        ("ruim de helft", "nl", 51, 53),
        ("ongeveer driekwart", "nl", 72, 78),
        ("niemand", "nl", 0, 0),
        ("a tenth", "en", 9, 11),
        ("just over two thirds", "en", 68, 70),
        ("about half", "en", 47, 53),
        ("everyone", "en", 100, 100),
        ("46 procent", "nl", 46, 46),
        ("46 %", "nl", 46, 46),
    ],
)
def test_shares_in_words(printed, language, low, high) -> None:
    found = read_share(printed, language)
    assert found is not None
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize("printed", ["veel", "vaak", "46%%", "een kwart of zo", "ruim 30%", ""])
def test_words_that_state_no_definite_share(printed) -> None:
    assert read_share(printed, "nl") is None


@pytest.mark.parametrize(
    ("printed", "language", "direction"),
    [
        ("vaker dan gemiddeld", "nl", "more"),
        ("minder vaak", "nl", "less"),
        ("Even vaak", "nl", "same"),
        ("hoger", "nl", "more"),
        ("less often", "en", "less"),
        ("more often", "en", "more"),
        ("as often", "en", "same"),
        ("niet minder", "nl", None),
        ("meer of minder", "nl", None),
        ("anders", "nl", None),
    ],
)
def test_directions(printed, language, direction) -> None:
    assert read_direction(printed, language) == direction


@pytest.mark.parametrize(
    ("printed", "language", "direction", "spelled"),
    [
        ("minder vaak dan gemiddeld", "nl", "more", "vaker"),
        ("hoger", "nl", "same", "even hoog"),
        ("evenveel", "nl", "less", "minder"),
        ("anders", "nl", "less", "minder vaak"),
        ("less often", "en", "more", "more often"),
        ("less", "en", "same", "as many"),
        ("more", "en", "less", "fewer"),
        ("greater", "en", "less", "smaller"),
    ],
)
def test_a_direction_is_written_in_the_words_of_the_text(printed, language, direction, spelled) -> None:
    assert spell_direction(Direction(direction), language, printed) == spelled


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("direction", list(Direction))
def test_a_direction_reads_back_as_it_is_written(language, direction) -> None:
    printed = [phrase for phrases in PHRASES[language].values() for phrase in phrases]
    spelled = {spell_direction(direction, language, phrase) for phrase in printed}
    assert {read_direction(one, language) for one in spelled} == {direction}


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("Van de 28 werkgevers", "nl", ["28"]),
        ("46,5% of 12 procent", "nl", ["46,5%", "12", "procent"]),
        ("twee derde, een kwart en de helft", "nl", ["twee derde", "kwart", "helft"]),
        ("Drie respondenten, twintig bedrijven", "nl", ["Drie", "twintig"]),
        ("een van hen is de eerste", "nl", []),
        ("een meerderheid vaker, het meest", "nl", ["meerderheid", "vaker", "meest"]),
        ("onder meer, niet meer en ten minste", "nl", []),
        ("meerdere keren, minderjarig, tweede, de stijging", "nl", []),
        ("het merendeel, het overgrote deel, anderhalf", "nl", ["merendeel", "overgrote deel", "anderhalf"]),
        ("½ of 2½ uur, ⅓, verdubbelde", "nl", ["½", "2½", "⅓", "verdubbelde"]),
        ("gehalveerd, tientallen, honderden", "nl", ["gehalveerd", "tientallen", "honderden"]),
        ("duizenden en een handvol, meestal", "nl", ["duizenden", "handvol", "meestal"]),
        ("positiever, sneller, liever", "nl", ["positiever", "sneller", "liever"]),
        (
            "stijgt, steeg, daalde, oververtegenwoordigd",
            "nl",
            ["stijgt", "steeg", "daalde", "oververtegenwoordigd"],
        ),
        ("Werknemers zijn somberder dan werkgevers", "nl", ["somberder"]),
        ("somberder over hun kansen dan", "nl", ["somberder"]),
        ("een somberdere kijk\ndan", "nl", ["somberdere"]),
        ("de grimmiger stemming is dan", "nl", []),
        ("als werkgever dan wel ontwerper dan, eerder dan, een ander dan dit", "nl", []),
        ("vaker dan, wat somber is. Dan", "nl", ["vaker"]),
        ("ijverig      dan", "nl", []),
        ("per week dan, niet zeker zijn dan, het verkeer dan", "nl", []),
        ("zegt het liever niet; dat zeg ik liever niet", "nl", []),
        ("one of them came first", "en", []),
        ("two thirds, half and most", "en", ["two", "thirds", "half", "most"]),
        ("at least, more or less, lessons", "en", []),
        ("use grew, rose and fell", "en", ["grew", "rose", "fell"]),
        ("doubled, halved, dozens, hundreds", "en", ["doubled", "halved", "dozens", "hundreds"]),
        ("a majority mostly", "en", ["majority", "mostly"]),
        ("keener than employees, gloomier about it all than", "en", ["keener", "gloomier"]),
        ("the manager is more hopeful than the employer", "en", ["more"]),
        ("her work than, per month than", "en", []),
        ("rather than, other than, earlier than, whether other than", "en", []),
        ("higher than average", "en", ["higher", "average"]),
    ],
)
def test_words_that_a_findings_chapter_must_bind(text, language, found) -> None:
    assert {one.text for one in find_unbound(text, language)} == set(found)
