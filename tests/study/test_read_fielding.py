"""What study.toml says about fieldwork: read, and every slip told at its place."""

from pathlib import Path

import pyrage
import pytest
from check_example import check_files, write_files
from hypothesis import given
from hypothesis import strategies as st

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.fielding import Access, Fielding, Mail, Privacy, Retention
from peil.study.reader.read import read_study
from peil.study.reader.read_fielding import ADDRESS, MAILBOX, NAMED

ABOUT = '[about]\ntitle = "Use of AI at work"\nlanguages = ["en"]\n'
KEYS = [str(pyrage.x25519.Identity.generate().to_public()) for _ in range(2)]
PRIVATE = str(pyrage.x25519.Identity.generate())


def read(folder: Path, text: str) -> Fielding:
    study = read_study(write_files(folder, {"study.toml": ABOUT + text}))
    assert study.problems == ()
    return study.fielding


def problems(folder: Path, text: str) -> list[Problem]:
    return [one for one in check_files(folder, study=ABOUT + text) if one.span.file == "study.toml"]


def test_everything_that_is_said_is_read(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        f"""\
consent_version = "2026-01"
retention_months = 12

[fieldwork]
access = "both"
privacy = "anonymous"
special_category = true
contact_keys = {KEYS}

[fieldwork.links]
newsletter = "The union's newsletter"
social = "Social media"

[fieldwork.retention]
contacts = 3
addresses = 0

[mail]
from = "Research <research@example.org>"
reply_to = "questions@example.org"
address = "https://survey.example.org:8443/"
postal = "1 High Street"
""",
    )
    assert (found.access, found.privacy, found.special_category) == (Access.BOTH, Privacy.ANONYMOUS, True)
    assert found.contact_keys == tuple(KEYS)
    names = {link: (wording.path, wording.plain("en")) for link, wording in found.links.items()}
    assert names == {
        "newsletter": ("link.newsletter", "The union's newsletter"),
        "social": ("link.social", "Social media"),
    }
    assert found.consent_version == "2026-01"
    assert found.retention == Retention(12, 3, 0)
    assert found.mail == Mail(
        "Research <research@example.org>",
        "questions@example.org",
        "https://survey.example.org:8443/",
        "1 High Street",
    )
    assert found.spans[""] == Span("study.toml", 7, 2)
    assert found.spans["privacy"] == Span("study.toml", 9, 1)
    assert found.spans["retention.contacts"] == Span("study.toml", 18, 1)
    assert found.spans["mail.address"] == Span("study.toml", 24, 1)


def test_a_study_that_says_nothing_is_open_and_has_no_mode(tmp_path: Path) -> None:
    found = read(tmp_path, "retention_months = 6\n")
    assert (found.access, found.privacy, found.contact_keys) == (Access.OPEN, None, ())
    assert found.retention == Retention(6, None, None)
    assert found.mail == Mail()


def test_names_of_links_are_translated(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "study.toml": ABOUT.replace('["en"]', '["en", "nl"]')
            + '[fieldwork.links]\nnewsletter = "Newsletter"\n',
            "translations/nl.po": 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
            'msgctxt "link.newsletter"\nmsgid "Newsletter"\nmsgstr "Nieuwsbrief"\n',
        },
    )
    assert read_study(tmp_path).fielding.links["newsletter"].plain("nl") == "Nieuwsbrief"


SLIPS = {
    "an access that there isn't": ('access = "all"', "Q031", '"all" is no value of "access"'),
    "no privacy mode": ('access = "invited"', "Q031", "nothing says in which privacy mode"),
    "a privacy mode of nobody": ('privacy = "anonymous"', "Q031", "Nobody is invited"),
    "a mode that there isn't": (
        'access = "both"\nprivacy = "secret"',
        "Q031",
        '"secret" is no value of "privacy"',
    ),
    "a list that can't be encrypted": ("special_category = true", "Q031", "there is no key"),
    "a flag in quotes": ('special_category = "yes"', "Q031", "is true or false"),
    "no key": ('contact_keys = ["age1abc"]', "Q031", "no public key of age"),
    "a key twice": (f"contact_keys = {[KEYS[0], KEYS[0]]}", "Q031", "stands here twice"),
    "a private key": (f'contact_keys = ["{PRIVATE}"]', "Q082", "a private key"),
    "a private key in small letters": (f'contact_keys = ["{PRIVATE.lower()}"]', "Q082", "a private key"),
    "a private key elsewhere": (f'[mail]\npostal = "key: {PRIVATE}"', "Q082", "a private key"),
    "a reserved link": ('[fieldwork.links]\ntest = "Try"', "Q008", '"?from=test" has a meaning'),
    "another reserved link": ('[fieldwork.links]\ninvited = "I"', "Q008", '"?from=invited" has a meaning'),
    "a link that is no id": ('[fieldwork.links]\nNews = "N"', "Q002", '"News" is no id'),
    "a link without a name": ('[fieldwork.links]\nnews = ""', "Q031", "has no name"),
    "links that nobody may use": (
        'access = "invited"\nprivacy = "anonymous"\nlinks.news = "N"',
        "Q031",
        "only who is invited",
    ),
    "a term below nothing": ("[fieldwork.retention]\ncontacts = -1", "Q031", "a whole number from 0"),
    "a term of something else": ("[fieldwork.retention]\nmail = 1", "Q031", 'has no setting "mail"'),
    "a setting that there isn't": ('acces = "open"', "Q031", 'has no setting "acces"'),
    "a sender that is none": ('[mail]\nfrom = "Research"', "Q031", '"from" is no address'),
    "a sender with a header of its own": (
        '[mail]\nfrom = "R\\r\\nBcc: x <a@example.org>"',
        "Q031",
        '"from" is no address',
    ),
    "a sender that rings": ('[mail]\nfrom = "R\\u0007 <a@example.org>"', "Q031", '"from" is no address'),
    "two senders": ('[mail]\nfrom = "a@example.org, b@example.org"', "Q031", '"from" is no address'),
    "an address that anyone can read along with": (
        '[mail]\naddress = "http://example.org/"',
        "Q031",
        "no address that respondents can safely open",
    ),
    "an address without its slash": ('[mail]\naddress = "https://example.org"', "Q031", "no address that"),
    "an address below another site": (
        '[mail]\naddress = "https://example.org/survey/"',
        "Q031",
        'has a path: links and forms of the survey lead to "https://example.org/" itself',
    ),
    "an address below this machine": ('[mail]\naddress = "http://localhost:8000/a/b/"', "Q031", "has a path"),
    "a table that there isn't": ('[fieldwrok]\naccess = "open"', "Q031", 'has no setting "fieldwrok"'),
}


@pytest.mark.parametrize("name", sorted(SLIPS))
def test_a_slip_is_one_problem_at_its_place(name: str, tmp_path: Path) -> None:
    text, code, words = SLIPS[name]
    whole = text if text.startswith("[") else f"[fieldwork]\n{text}\n"
    found = problems(tmp_path, whole)
    assert [one.code for one in found] == [code]
    assert words in found[0].message
    assert found[0].span.line > 3
    assert found[0].hint


@pytest.mark.parametrize("name", sorted(name for name in SLIPS if "private key" in name))
def test_a_private_key_is_never_repeated(name: str, tmp_path: Path) -> None:
    text = SLIPS[name][0]
    found = problems(tmp_path, text if text.startswith("[") else f"[fieldwork]\n{text}\n")
    assert all(PRIVATE.casefold() not in repr(one).casefold() for one in found)


def test_a_private_key_in_place_of_a_list_is_told_as_both(tmp_path: Path) -> None:
    found = problems(tmp_path, f'[fieldwork]\ncontact_keys = "{PRIVATE}"\n')
    assert [one.code for one in found] == ["Q031", "Q082"]
    assert PRIVATE not in repr(found)


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8000/", "http://localhost/", "https://a.example.org:8443/"]
)
def test_an_address_to_try_things_out_with_is_fine(address: str, tmp_path: Path) -> None:
    assert read(tmp_path, f'[mail]\naddress = "{address}"\n').mail.address == address


@given(st.text(max_size=40), st.text(max_size=20))
def test_nothing_that_passes_can_hold_a_second_line_or_a_second_address(name: str, mailbox: str) -> None:
    text = f"{name}<{mailbox}>".strip()
    named = NAMED.fullmatch(text)
    if named and MAILBOX.fullmatch(named["mailbox"]) and text.isprintable():
        assert text.count("@") == 1
        assert not set(text) & set("\r\n,;")


@given(st.from_regex(ADDRESS, fullmatch=True))
def test_an_address_that_passes_ends_in_a_slash_and_has_no_query(address: str) -> None:
    assert address.endswith("/")
    assert not set(address) & set("?#@ \n")
