"""What arrives: two readable parts, honest headers, and nothing that a value could smuggle in."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from mailed_study import write_study

from peil.mail.message import NoAddress
from peil.mail.read_template import read_template
from peil.mail.template import Kind
from peil.mail.templates import Templates
from peil.mail.writer import Writer
from peil.store.sample.person import Person
from peil.store.sample.posting import Posting
from peil.study.fielding import Privacy
from peil.study.study import Study

TOKEN = "K7QF-2M9X-0PRD-W8ST-6ZHA"  # noqa: S105 - opens nothing
LEAVE = "Zm9vYmFyYmF6cXV4MTIz-long-enough-to-need-folding-by-a-careless-writer"
TEXT = """\
# Meedoen, {name | "u"}?

Beste {name | "lezer"}, ga **nu** naar {link} of {region}.

- code {code}
"""


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return write_study(tmp_path_factory.mktemp("mailed"))


def person(**about: object) -> Person:
    plain = Person("a1", "ada@example.org", "Ada", False, "nl", {"region": "Noord"}, leave_key=LEAVE)  # noqa: FBT003
    return replace(plain, **about)  # type: ignore[arg-type]


def written(
    study: Study, about: Person, text: str = TEXT, token: str = TOKEN, kind: Kind = Kind.INVITATION
) -> EmailMessage:
    """Write a message and read its bytes as a mail program does."""
    template = read_template(text.encode(), "mail/invitation.md", kind, about.language, problems := [])
    assert template
    assert problems == []
    writer = Writer(study, Templates({(kind, about.language): template}), kind, lambda one: one)
    sent = writer.write(Posting(about, kind.value, token)).as_bytes()
    assert all(len(line) <= 998 for line in sent.split(b"\r\n"))
    found = message_from_bytes(sent, policy=policy.default)
    assert isinstance(found, EmailMessage)
    assert found.defects == []
    return found


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body
    content = body.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")


def in_headers(message: EmailMessage) -> str:
    return "\n".join(f"{name}: {value}" for name, value in message.items())


class Page(HTMLParser):
    """What a mail's HTML shows, where it leads, and what it would load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str | None] = []
        self.tags: set[str] = set()
        self.loads: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = dict(attrs)
        if tag == "a":
            self.links.append(found.get("href"))
        self.loads += [name for name in found if name in {"src", "srcset", "background"} or name[:2] == "on"]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_both_parts_say_the_same_and_lead_to_the_persons_own_page(study: Study) -> None:
    message = written(study, person())
    link = f"https://survey.example.org/nl/i/{TOKEN}"
    assert message.get_content_type() == "multipart/alternative"
    assert [one.get_content_type() for one in message.iter_parts()] == ["text/plain", "text/html"]
    text, page = part(message, "plain"), Page(part(message, "html"))
    assert "Beste Ada, ga nu naar" in text
    assert "Beste Ada, ga nu naar" in page.text
    assert link in text
    assert link in page.links
    assert f"- code {TOKEN}\n" in text
    assert {"ul", "li", "strong"} <= page.tags


def test_headers_say_who_in_which_language_and_how_to_leave(study: Study) -> None:
    message = written(study, person(name="Åsa Ö."))
    leave = f"https://survey.example.org/nl/u/{LEAVE}"
    assert message["From"] == "Onderzoek <onderzoek@example.org>"
    assert message["To"].addresses[0].display_name == "Åsa Ö."
    assert message["To"].addresses[0].addr_spec == "ada@example.org"
    assert message["Subject"] == "Meedoen, Åsa Ö.?"
    assert message["List-Unsubscribe"] == f"<{leave}>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Content-Language"] == "nl"
    assert [one["Content-Language"] for one in message.iter_parts()] == ["nl", "nl"]
    assert message["Date"].datetime.tzinfo
    assert "Reply-To" not in message


def test_the_unsubscribe_address_stands_whole_on_its_line(study: Study) -> None:
    template = read_template(TEXT.encode(), "i.md", Kind.INVITATION, "nl", [])
    assert template
    templates = Templates({(Kind.INVITATION, "nl"): template})
    sent = Writer(study, templates, Kind.INVITATION, lambda one: one).write(
        Posting(person(), "invitation", TOKEN)
    )
    assert f"List-Unsubscribe: <https://survey.example.org/nl/u/{LEAVE}>\r\n".encode() in sent.as_bytes()


def test_answers_go_where_the_study_says(study: Study) -> None:
    mail = replace(study.fielding.mail, reply_to="Hulp <hulp@bücher.example>")
    message = written(replace(study, fielding=replace(study.fielding, mail=mail)), person())
    assert message["Reply-To"] == "Hulp <hulp@xn--bcher-kva.example>"


def test_no_header_holds_a_token_and_message_ids_differ(study: Study) -> None:
    first, second = written(study, person()), written(study, person())
    assert TOKEN not in in_headers(first)
    assert first["Message-ID"] != second["Message-ID"]
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.org>", first["Message-ID"])


def test_nothing_is_loaded_from_elsewhere(study: Study) -> None:
    page = Page(part(written(study, person()), "html"))
    assert page.loads == []
    assert page.tags.isdisjoint({"img", "script", "link", "iframe", "form", "style"})


def test_an_address_outside_ascii_is_refused(study: Study) -> None:
    with pytest.raises(NoAddress):
        written(study, person(address="adä@example.org"))


VALUES = st.text(
    st.one_of(
        st.sampled_from("\r\n\x00\v\x85\u2028<>&\"'{}[]()*_#@: =?"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=40,
)
HEADERS = {
    "From",
    "To",
    "Subject",
    "Date",
    "Message-ID",
    "Content-Language",
    "Auto-Submitted",
    "MIME-Version",
}
EXPECTED = {*HEADERS, "List-Unsubscribe", "List-Unsubscribe-Post", "Content-Type"}


@pytest.mark.slow
@given(VALUES, VALUES)
@example("<img src=//evil.example/x onerror=a()>", "</p><a href='//evil.example'>here</a>")
@example("\u202eadA\x07", "[x](https://evil.example) **b** {link}")
def test_no_value_becomes_a_header_a_link_or_markup(study: Study, name: str, region: str) -> None:
    plain = Page(part(written(study, person(name="Ada")), "html"))
    message = written(study, person(name=name, strata={"region": region}))
    assert set(message.keys()) == EXPECTED
    assert len(message["To"].addresses) == 1
    assert message["To"].addresses[0].addr_spec == "ada@example.org"
    page = Page(part(message, "html"))
    for shown in (part(message, "plain"), page.text, message["Subject"]):
        assert not any(
            unicodedata.category(sign) == "Cc" or sign == "\u202e" for sign in shown if sign != "\n"
        )
    assert page.links == plain.links
    assert page.tags == plain.tags
    assert page.loads == []


def test_a_value_in_an_address_cannot_change_where_it_leads(study: Study) -> None:
    text = "# S\n\n[Start]({link}) [elders](https://example.org/{region})\n"
    message = written(study, person(strata={"region": "../x?a=b&c#d @evil.example/"}), text)
    page = Page(part(message, "html"))
    assert "https://example.org/..%2Fx%3Fa%3Db%26c%23d%20%40evil.example%2F" in page.links


FOOTERS: Mapping[tuple[Privacy, str], str] = {
    (Privacy.ANONYMOUS, "de"): "Erinnerung bekommen, obwohl Sie schon geantwortet haben",
    (Privacy.ANONYMOUS, "en"): "you may get a reminder although you have answered",
    (Privacy.ANONYMOUS, "fr"): "recevoir un rappel alors que vous avez répondu",
    (Privacy.ANONYMOUS, "nl"): "een herinnering krijgen terwijl u al hebt geantwoord",
    (Privacy.CONFIDENTIAL, "de"): "vernichtet, wenn die Befragung schließt",
    (Privacy.CONFIDENTIAL, "en"): "destroyed when the survey closes",
    (Privacy.CONFIDENTIAL, "fr"): "détruite à la clôture",
    (Privacy.CONFIDENTIAL, "nl"): "vernietigd als het onderzoek sluit",
}


@pytest.mark.parametrize(("privacy", "language"), sorted(FOOTERS))
def test_each_mail_tells_the_privacy_mode_and_how_to_leave(
    study: Study, privacy: Privacy, language: str
) -> None:
    study = replace(study, fielding=replace(study.fielding, privacy=privacy))
    message = written(study, person(language=language))
    for told in (" ".join(part(message, "plain").split()), Page(part(message, "html")).text):
        assert [words for (mode, one), words in FOOTERS.items() if one == language and words in told] == [
            FOOTERS[privacy, language]
        ]
        assert "Voorbeeld & Co" in told
        assert "vragen@example.org" in told
    links = Page(part(message, "html")).links
    assert f"https://survey.example.org/{language}/u/{LEAVE}" in links
    assert f"https://survey.example.org/{language}/privacy" in links
    assert "mailto:vragen@example.org" in links


def test_who_has_begun_unseen_is_led_to_the_link_of_an_earlier_mail(study: Study) -> None:
    message = written(study, person(), token="", kind=Kind.REMINDER_1)
    text = " ".join(part(message, "plain").split())
    assert "U bent al begonnen. Ga verder met de link waarmee u begon" in text
    assert "Begin dan niet opnieuw, maar neem de link in een andere mail." in text
    assert text.count("U bent al begonnen") == 1
    assert "https://survey.example.org/nl/resume" in text
    assert "/i/" not in message.as_string()
    assert "alleen voor u" not in text


LINK = f"https://survey.example.org/nl/i/{TOKEN}"


@pytest.mark.parametrize(
    ("written_as", "shown"),
    [
        ("[Naar de vragen]({link})", f"Naar de vragen\n{LINK}"),
        ("{link}", LINK),
        ("[{link}]({link})", LINK),
        ("- [Naar de vragen]({link})", f"- Naar de vragen\n  {LINK}"),
        ("[Naar de vragen]({link}).", f"Naar de vragen\n<{LINK}>."),
        ("Ga (nu) naar {link}.", f"Ga (nu) naar <{LINK}>."),
        ("Of [schrijf ons](mailto:a@example.org), {link}", f"Of schrijf ons <a@example.org>,\n<{LINK}>"),
        ("[Schrijf ons](mailto:a@example.org)\n\n{link}", f"Schrijf ons\na@example.org\n\n{LINK}"),
    ],
)
def test_in_plain_text_nothing_touches_the_address_of_a_link(
    study: Study, written_as: str, shown: str
) -> None:
    text = part(written(study, person(), f"# S\n\n{written_as}\n"), "plain")
    assert text.startswith(f"{shown}\n\n-- \n")


@pytest.mark.parametrize("language", ["de", "en", "fr", "nl"])
def test_plain_text_keeps_its_lines_short_and_its_addresses_whole(study: Study, language: str) -> None:
    long = f"https://example.org/{'a' * 90}"
    words = (
        "Steeds vaker maakt software op verzoek tekst, beeld, geluid of video; ook zonder dat u het vraagt."
    )
    text = f"# S\n\n{words} [Lees meer]({long}), {words}\n\n[Naar de vragen]({{link}})\n"
    lines = part(written(study, person(language=language), text), "plain").splitlines()
    whole = {LINK.replace("/nl/", f"/{language}/"), f"https://survey.example.org/{language}/u/{LEAVE}"}
    assert whole <= {*lines}
    assert f"<{long}>," in lines
    assert all(len(line) <= 78 for line in lines if "https://" not in line)
