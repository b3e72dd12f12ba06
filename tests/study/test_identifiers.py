"""Direct identifiers are found by rule, and what only looks like one is left alone."""

import datetime as dt
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from peil.study.identifiers.bank_account import LENGTHS
from peil.study.identifiers.find_identifiers import find_identifiers
from peil.study.identifiers.identifier import IdentifierKind

K = IdentifierKind
FOUND = {
    K.EMAIL: ["jan.de-vries+werk@bond.example.nl", "jan(at)example.org", "jan [at] example.org"],
    K.PHONE: [
        "06-12345678",
        "06 12 34 56 78",
        "0612345678",
        "020 123 4567",
        "(020) 123 45 67",
        "0316-123456",
        "+31 6 12345678",
        "+31 (0)6 12 34 56 78",
        "0031612345678",
        "+49 30 123456",
    ],
    K.CITIZEN: ["111222333", "1112.22.333", "111 222 333", "123456782"],
    K.ACCOUNT: ["NL91 ABNA 0417 1643 00", "NL91ABNA0417164300", "nl91abna0417164300", "BE68 5390 0754 7034"],
    K.POSTCODE: ["1234 AB", "1234AB", "1234ab", "2011 AB"],
    K.STREET: [
        "Kerkstraat 12",
        "kerkstraat 12a",
        "Hendrikkade 33",
        "Laan van Meerdervoort 100",
        "Lange Voorhout 3",
        "Dorpsweg 5-7",
        "Hauptstraße 12",
        "12 High Street",
    ],
    K.WEB: ["https://example.org/jan", "www.jan.example", "jansen-ontwerp.nl"],
    K.HANDLE: ["@jan_maakt"],
}
LEFT_ALONE = [
    "In 2026 AI-tools",
    "sinds 2019 IT",
    "2500 MW, 1200 KB en 1000 KM",
    "1500 euro",
    "1234 of meer",
    "1234 SS",
    "€ 1.250.000",
    "€ 111222333",
    "111.222.333 euro",
    "1.234.567.890",
    "100 000 000 euro",
    "vraag 12, Q12 en R055",
    "10–29 mensen",
    "n = 130",
    "46% en 3,5%",
    "0,12345678901",
    "01-02-2026 13:00",
    "06-02-2026 13:00",
    "om 10.30 uur",
    "2019-2024 en 2021/2022",
    "123456789",
    "111222334",
    "000000000",
    "123456783",
    "0900-1234 of 0800 0432",
    "tel. 112",
    "+5 procent, +12 500 euro",
    "mijn iPad 3",
    "onderweg 3 uur",
    "Onderweg 3 keer gestopt",
    "ze waren weg 3 dagen",
    "de arbeidsmarkt 2026",
    "Kerkstraat 2026 was een film",
    "de Kerkstraat",
    "Dorpsweg 5%",
    "5 @ 10 euro",
    "o.a. bijv. e.d.",
    "ISO 27001, AVG artikel 6, SBI 90.03",
    "DE12 is geen rekening",
]


@pytest.mark.parametrize(
    ("kind", "written"), [(kind, written) for kind, some in FOUND.items() for written in some]
)
def test_an_identifier_is_found_in_a_sentence(kind: IdentifierKind, written: str) -> None:
    text = f"Ik zei nog: {written}, en verder niets."
    (found,) = find_identifiers(text)
    assert found.kind is kind
    assert text[found.start : found.end] == written


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    for place in (text, f"Toen ({text}) dus.", f"{text}."):
        assert find_identifiers(place) == (), place


def passes(digits: str) -> bool:
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 == 0 and int(digits) > 0


@given(st.integers(100_000_000, 999_999_999).map(str))
def test_nine_digits_are_found_when_and_only_when_they_pass_the_test_of_eleven(digits: str) -> None:
    found = [one for one in find_identifiers(f"nummer {digits} dus") if one.kind is K.CITIZEN]
    assert bool(found) == passes(digits)


@given(
    st.sampled_from(sorted(LENGTHS)),
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", min_size=40, max_size=40),
    st.integers(0, 96),
    st.sampled_from(["", " "]),
)
def test_an_account_is_found_when_and_only_when_its_remainder_is_one(
    country: str, letters: str, wrong: int, gap: str
) -> None:
    """The check digits that make a remainder of one are computed; all others are no account."""
    own = letters[: LENGTHS[country] - 4]
    digits = "".join(str(int(letter, 36)) for letter in own + country + "00")
    check = 98 - int(digits) % 97
    for written, there in ((check, True), ((check + wrong) % 97 + 2, wrong == 95)):
        whole = f"{country}{written:02}{own}"
        spaced = gap.join(re.findall(".{1,4}", whole))
        found = [one for one in find_identifiers(f"Naar {spaced}.") if one.kind is K.ACCOUNT]
        assert bool(found) == (there or (written - check) % 97 == 0), spaced


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    found = find_identifiers(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.integers(1, 9999), st.sampled_from(["mensen", "euro", "procent", "uur", "keer", "%", "jaar"]))
def test_counts_are_no_identifiers(count: int, unit: str) -> None:
    assert find_identifiers(f"Daar waren {count} {unit} voor nodig, zei hij.") == ()


@given(
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)),
    st.sampled_from(["%d-%m-%Y", "%d/%m/%Y", "%Y-%m-%d", "%d.%m.%Y"]),
)
def test_dates_are_no_identifiers(day: dt.date, form: str) -> None:
    assert find_identifiers(f"Op {day.strftime(form)} 10:45 begon het.") == ()
