"""Number bands in labels: which overlap, which leave a gap, and which numbers are no bands at all."""

from decimal import Decimal

import pytest

from peil.core.span import Span
from peil.study.checks.evidence.band import read_band
from peil.study.checks.evidence.ladder import Fault, question_faults
from peil.study.expr.condition import Condition
from peil.study.expr.tree import ALWAYS
from peil.study.question import Kind, Option, Question
from peil.study.text import OpenBlank, Text, Wording

HERE = Span("questionnaire.md", 1, 1)


def ask(*labels: str, **changes: dict[str, object]) -> Question:
    """Make a question of these options; ``changes`` sets fields of the option at a position (``o0``)."""
    options = tuple(
        Option(
            f"o{position}",
            Wording(f"q.o{position}", {"nl": Text((label,), HERE)}),
            Span("questionnaire.md", position + 2, 1),
            **changes.get(f"o{position}", {}),
        )
        for position, label in enumerate(labels)
    )
    return Question("q", Kind.SINGLE, "s", Wording("q", {"nl": Text(("Hoeveel?",), HERE)}), HERE, options)


def faults(*labels: str, language: str = "nl", **changes: dict[str, object]) -> list[str]:
    """Give the faults of these labels as short words: ``overlap 20``, ``gap 10 to 24``."""
    found = question_faults(ask(*labels, **changes), labels, language)
    return [f"{'overlap' if fault.overlap else 'gap'} {fault.values}" for fault in found]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("0–20 %", "20–40 %", "40–60 %"), ["overlap 20", "overlap 40"]),
        (("1–20%", "21–40%", "41–60%", "61–80%", "81–100%"), []),
        (("0-10", "10-24", "25-49", "500+"), ["overlap 10", "gap 50 to 499"]),
        (("geen", "0-20%", "20-40%"), ["overlap 0", "overlap 20"]),
        (("Geen", "1–20 procent", "21–40 procent"), []),
        (("Geen", "Minder dan 1 uur", "1 tot 5 uur", "5 uur of meer"), []),
        (("Minder dan 10", "10–24", "25 of meer"), []),
        (("Minder dan 10", "Meer dan 10"), ["gap 10"]),
        (("t/m 10", "10 of meer"), ["overlap 10"]),
        (("61–80", "meer dan 80"), []),
        (("61–80", "80 of meer"), ["overlap 80"]),
        (("€ 1.000 tot € 2.000", "€ 2.000 tot € 3.000"), []),
        (("€ 1.000 tot € 2.000", "€ 2.001 tot € 3.000"), []),
        (("€ 1.000 t/m € 2.000", "€ 2.000 t/m € 3.000"), ["overlap 2000"]),
        (("€ 1.000 tot en met € 2.000", "€ 3.000,- en meer"), ["gap 2001 to 2999"]),
        (("1 tot 5", "5 tot 10", "11 tot 20"), ["overlap 5"]),
        (("18-34 jaar", "35-54 jaar", "55 jaar of ouder"), []),
        (("18-34 jaar", "34-54 jaar", "55 jaar of ouder"), ["overlap 34"]),
        (("Jong (18–34)", "Middelbaar (34–54)"), ["overlap 34"]),
        (("0–0,5", "0,5–1"), ["overlap 0.5"]),
        (("0–0,4", "0,5–1"), []),
        (("1 – 5", "6 — 10", "11 ‑ 20"), []),
        (("0", "1–5", "6+"), []),
        (("0", "0–5", "6+"), ["overlap 0"]),
        (("1 of 2 keer", "3 of 4 keer", "5 keer of vaker"), []),
        (("1 of 2 keer", "4 of 5 keer", "6 keer of meer"), ["gap 3"]),
        (("tussen 1 en 5", "tussen 5 en 10"), ["overlap 5"]),
        (("0–1 miljoen", "1–5 miljoen"), ["overlap 1000000"]),
        (("10% – 20%", "30% – 40%"), ["gap 21 to 29"]),
        (("> 20 – 40", "> 40 – 60"), []),
        (("0–10", "5"), []),
        (("0–10", "11–20", "5"), ["overlap 5"]),
        (("250 - 499 werkzame personen", "500 of meer werkzame personen"), []),
        (("Gestegen met 1–20 %", "Gestegen met 20–40 %", "Gedaald met 1–20 %"), ["overlap 20"]),
    ],
)
def test_bands_beside_one_another(labels: tuple[str, ...], expected: list[str]) -> None:
    assert faults(*labels) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("under 18", "18 to 34", "35 and over"), []),
        (("up to 18", "18 to 34", "over 35"), ["overlap 18", "gap 35"]),
        (("$1,000 - $1,999", "$2,000 or more"), []),
        (("less than 1.5", "1.5 or more"), []),
        (("none", "0-5", "6-10"), ["overlap 0"]),
        (("between 1 and 5", "between 6 and 10"), []),
        (("18-64", "65 plus"), []),
    ],
)
def test_bands_in_english(labels: tuple[str, ...], expected: list[str]) -> None:
    assert faults(*labels, language="en") == expected


@pytest.mark.parametrize(
    "labels",
    [
        ("Vraag 1", "Vraag 2", "Vraag 3"),
        ("2022", "2023", "2024"),
        ("2019-2020", "2020-2021"),
        ("COVID-19", "24/7", "3D-printen"),
        ("bij 10% goedkoper", "bij 10% duurder", "bij gelijke prijs"),
        ("Windows 10-11", "macOS 10-15"),
        ("havo 4-5", "vwo 4-6"),
        ("1-1-2024", "1-2-2024"),
        ("9:00-17:00", "17:00-23:00"),
        ("1 op de 5", "2 op de 5"),
        ("1-6 dagen", "1-4 weken", "1-12 maanden"),
        ("6 maanden tot 1 jaar", "1 jaar tot 5 jaar"),
        ("over 1 jaar", "over 2 jaar", "over 5 jaar"),
        ("vanaf 16 jaar", "vanaf 18 jaar", "vanaf 21 jaar"),
        ("Zwaar (1 = niet, 5 = heel)", "Licht (1 = niet, 5 = heel)"),
        ("1 helemaal oneens", "2 oneens", "3 eens"),
        ("2 en 4 wielen", "3 en 5 wielen"),
        ("Ja", "Nee", "0-10"),
        ("mp3", "mp4 tot 10", "h264"),
        ("iPhone 12 of nieuwer", "iPhone 12 of ouder"),
        ("geen van deze", "geen antwoord", "geen"),
    ],
)
def test_numbers_that_are_no_bands(labels: tuple[str, ...]) -> None:
    assert faults(*labels) == []


def test_options_shown_to_some_only_and_missing_ones_are_left_out() -> None:
    only = {"condition": Condition(ALWAYS, "role is zzp", HERE)}
    assert faults("0-10", "10-20", "21-30", o0=only) == []
    assert faults("0-10", "11-20", "12-13", o2={"missing": True}) == []
    assert faults("0-10", "11-20", "12-13") == ["overlap 12 to 13"]


def test_no_gap_is_claimed_beside_an_option_that_takes_in_the_rest() -> None:
    assert faults("0-10", "20-30", "anders") == ["gap 11 to 19"]
    assert faults("0-10", "20-30", "anders", o2={"blank": OpenBlank(HERE)}) == []
    assert faults("0-10", "20-30", "zo'n 15, of 3 x 5") == []


def test_a_fault_names_both_options() -> None:
    labels = ("0-10", "10-24")
    (fault,) = question_faults(ask(*labels), labels, "nl")
    assert isinstance(fault, Fault)
    assert (fault.first.option.id, fault.second.option.id) == ("o0", "o1")


@pytest.mark.parametrize(
    ("label", "language", "low", "high"),
    [
        ("€ 1.250,50 tot € 2.000", "nl", "1250.50", "2000"),
        ("1,250.50 to 2,000", "en", "1250.50", "2000"),
        ("1 250 – 2 000", "nl", "1250", "2000"),
        ("1 tot 5 mln", "nl", "1000000", "5000000"),
        ("10k-20k", "en", "10000", "20000"),
    ],
)
def test_numbers_are_read_with_the_marks_of_the_language(
    label: str, language: str, low: str, high: str
) -> None:
    band = read_band(label, language)
    assert band is not None
    assert (band.low, band.high) == (Decimal(low), Decimal(high))
