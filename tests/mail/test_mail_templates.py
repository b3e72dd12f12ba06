"""The texts of mails: read, and checked before anyone is mailed."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from mailed_study import MAILS, write_study

from peil.core.problem import Problem
from peil.core.span import Span
from peil.mail.check_templates import check_mail, check_with_people
from peil.mail.mail_round import MailRound
from peil.mail.read_template import read_template
from peil.mail.template import Bold, Kind, Link, Listing, Paragraph, Template
from peil.mail.templates import read_templates
from peil.store.sample.person import Person
from peil.study.text import Fill


def read(text: str | bytes) -> tuple[Template | None, list[Problem]]:
    problems: list[Problem] = []
    data = text.encode() if isinstance(text, str) else text
    return read_template(data, "mail/invitation.md", Kind.INVITATION, "nl", problems), problems


def fill(name: str, line: int, column: int, fallback: str | None = None) -> Fill:
    return Fill(name, fallback, Span("mail/invitation.md", line, column))


def test_a_text_is_read() -> None:
    text = (
        '# Hello {name | "you"}\n\nDear {name},\nthis is **{region} bold** and\n[a {title}]({link}).\n\n'
        "- one\n- two\n  goes on\n\nLast \\{brace\\} *star [x] **\n"
    )
    template, problems = read(text)
    assert problems == []
    assert template
    assert template.subject == ("Hello ", fill("name", 1, 9, "you"))
    assert template.blocks == (
        Paragraph(
            (
                "Dear ",
                fill("name", 3, 6),
                ", this is ",
                Bold((fill("region", 4, 11), " bold")),
                " and ",
                Link(("a ", fill("title", 5, 4)), (fill("link", 5, 13),)),
                ".",
            )
        ),
        Listing((("one",), ("two goes on",))),
        Paragraph(("Last {brace} *star [x] **",)),
    )
    assert [one.name for one in template.fills()] == ["name", "name", "region", "title", "link"]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "M002", "mail/invitation.md:1:1"),
        ("Dear you\n\n{link}\n", "M002", "mail/invitation.md:1:1"),
        ("# Hello\n", "M002", "mail/invitation.md"),
        ("# Hello\n\nDear you.\n", "M003", "mail/invitation.md"),
        ("# Hello\n\nDear {name | you},\n\n{link}\n", "M004", "mail/invitation.md:3:6"),
        ("# Hello\n\nDear you,\nsay {name\n\n{link}\n", "M004", "mail/invitation.md:4:5"),
        ("# Hello\n\n## More\n\n{link}\n", "M004", "mail/invitation.md:3:1"),
        ("# Hello {link}\n\n{link}\n", "M004", "mail/invitation.md:1:9"),
        ("# Hello\n\n{link} [x](javascript:alert)\n", "M004", "mail/invitation.md:3:12"),
        (b"# Hell\xff\n\n{link}\n", "M004", "mail/invitation.md:1:7"),
    ],
)
def test_what_is_wrong_with_a_text_is_told_at_its_place(text: str | bytes, code: str, place: str) -> None:
    assert [(one.code, str(one.span)) for one in read(text)[1]] == [(code, place)]


def codes(folder: Path, mails: Mapping[str, str]) -> list[str]:
    return [f"{one.code} {one.span}" for one in check_mail(write_study(folder, mails=mails))]


def test_a_study_without_mails_has_no_problems_with_them(tmp_path: Path) -> None:
    assert codes(tmp_path / "a", MAILS) == []
    assert codes(tmp_path / "b", {}) == []


def test_check_tells_what_it_can_without_a_sample(tmp_path: Path) -> None:
    mails = {
        **MAILS,
        "invitaton.md": "x",
        "de/invitation.md": "x",
        "reminder-2.md": "# S\n\n{link} until {closes}, {nmae}, {region}\n",
        "en/invitation.md": "# S\n\nDear {name}\n",
    }
    assert codes(tmp_path, mails) == [
        "M011 mail/de/invitation.md",
        "M003 mail/en/invitation.md",
        "M013 mail/en/reminder-2.md",
        "M011 mail/invitaton.md",
        "M006 mail/reminder-2.md:3:14",
        "M012 mail/reminder-2.md:3:24",
    ]


def person(language: str, name: str, **strata: str) -> Person:
    return Person("", f"{name or 'x'}@example.org", name, sealed=False, language=language, strata=strata)


def test_values_that_lack_are_told_by_row_and_not_by_address(tmp_path: Path) -> None:
    mails = {**MAILS, "invitation.md": "# S\n\nDear {name} of {region}, {city}, {link}\n"}
    study = write_study(tmp_path, mails=mails)
    people = [person("nl", "Ada", region=""), person("nl", "", region="N"), person("en", "Bo", region="")]
    rows = {"ada@example.org": 2, "x@example.org": 3, "bo@example.org": 4}
    planned = MailRound(Kind.INVITATION, people, rows=rows)
    found = check_with_people(study, read_templates(study), planned)
    assert [(one.code, one.span.column) for one in found] == [("M006", 6), ("M006", 16), ("M005", 26)]
    assert "(row 3)" in found[0].message
    assert "(row 2)" in found[1].message
    assert "@" not in "".join(map(str, found))


def test_a_language_without_a_text_is_told(tmp_path: Path) -> None:
    study = write_study(tmp_path, mails={"invitation.md": MAILS["invitation.md"]})
    planned = MailRound(Kind.INVITATION, [person("nl", "Ada"), person("en", "Bo"), person("en", "Cy")])
    found = check_with_people(study, read_templates(study), planned)
    assert [(one.code, str(one.span)) for one in found] == [("M001", "mail/en/invitation.md")]
    assert "2 persons" in found[0].message


def test_a_broken_text_is_told_once(tmp_path: Path) -> None:
    study = write_study(tmp_path, mails={**MAILS, "invitation.md": "# S\n\nNo way in.\n"})
    planned = MailRound(Kind.INVITATION, [person("nl", "Ada"), person("en", "Bo")])
    found = check_with_people(study, read_templates(study), planned)
    assert [one.code for one in found] == ["M003"]
