"""The reference report's talks: three groups and one interview, and "invented" beside each of their words."""

import re
from html import unescape
from io import BytesIO

import docx
import pypdfium2
import pytest

from peil.report.document import Bullets, Document, NumberedTable, Quote
from peil.report.docx.write import to_docx
from peil.report.html.write import to_html
from peil.report.pdf.write import to_pdf
from peil.study.talk import TalkKind, quotations
from published_reference import REFERENCE, composed, published

pytestmark = pytest.mark.slow

INVENTED = {"nl": "(verzonnen)", "en": "(invented)"}
both = pytest.mark.parametrize("language", ["nl", "en"])


def words_of(line: object) -> str:
    return "".join(run.text for run in line)  # type: ignore[attr-defined]


def quotes(document: Document) -> list[list[str]]:
    """Give the lines of each quotation that is printed."""
    return [[words_of(line) for line in one.paragraphs] for one in document.blocks if isinstance(one, Quote)]


def texts(document: Document) -> dict[str, str]:
    """Give what each format says, with plain spaces."""
    pdf = pypdfium2.PdfDocument(to_pdf(document))
    file = docx.Document(BytesIO(to_docx(document)))
    html = re.sub(r"<style.*?</style>|<[^>]+>", " ", to_html(document), flags=re.DOTALL)
    found = {
        "html": unescape(html),
        "pdf": " ".join(page.get_textpage().get_text_bounded() for page in pdf),
        "docx": " ".join(paragraph.text for paragraph in file.paragraphs),
    }
    return {name: " ".join(text.split()) for name, text in found.items()}


def test_there_are_three_groups_and_one_interview() -> None:
    talks = published().study.talks.values()
    assert [(talk.kind, talk.participants) for talk in talks] == [
        (TalkKind.FOCUS_GROUP, 4),
        (TalkKind.FOCUS_GROUP, 3),
        (TalkKind.FOCUS_GROUP, 3),
        (TalkKind.INTERVIEW, 1),
    ]
    assert all(talk.invented and not talk.consent for talk in talks)
    for path in sorted((REFERENCE / "talks").glob("*.md")):
        assert "VERZONNEN" in path.read_text(encoding="utf-8").splitlines()[0]


@both
def test_nothing_is_wrong_with_what_is_told_of_talks(language: str) -> None:
    _, problems = composed(language)
    codes = {"R055", "R056", "R093", "R094", "R095"}
    assert [one for one in problems if one.code in codes or "talk" in one.span.file] == []


@both
def test_each_quotation_says_in_every_format_that_it_is_invented(language: str) -> None:
    document, _ = composed(language)
    printed = quotes(document)
    assert 4 <= len(printed) <= 8
    found = texts(document)
    for *words, who in printed:
        assert who.endswith(INVENTED[language])
        for name, text in found.items():
            said = " ".join((*words, who))
            assert said in text.replace("\u00a0", " ").replace("\u2060", ""), (name, said)


@both
def test_each_talk_is_listed_as_invented_with_its_month_and_never_its_day(language: str) -> None:
    document, _ = composed(language)
    listed = [
        words_of(part.text)  # type: ignore[union-attr]
        for block in document.blocks
        if isinstance(block, Bullets)
        for (part, *_) in block.items
    ]
    talks = [one for one in listed if INVENTED[language] in one]
    assert len(talks) == 4
    assert [one.split(" (")[0].rpartition(" ")[2] for one in talks] == ["1", "2", "3", "1"]
    study = published().study
    for talk in study.talks.values():
        assert talk.date
        assert not [one for one in talks if f"{talk.date.day} " in one.split("): ")[1].split(" 20")[0]]
    assert "contract" not in talks[-1], "who was interviewed isn't told"


@both
def test_the_matrix_has_a_column_for_each_group_and_none_for_the_interview(language: str) -> None:
    document, _ = composed(language)
    (table,) = [one for one in document.blocks if isinstance(one, NumberedTable) and one.anchor == "talks"]
    assert table.number > 0
    assert table.caption.endswith(INVENTED[language])
    (head,) = table.grid.head
    assert len(head) == 1 + 3 + 1
    assert all(words_of(one.text).endswith(INVENTED[language]) for one in head[1:-1])
    assert all(one.header for one in head)
    themes = published().study.themes
    titles = [words_of(row[0].text) for row in table.grid.body]
    assert titles == [theme.titles[language] for theme in themes.values()]
    yes = {"nl": "ja", "en": "yes"}[language]
    for row in table.grid.body:
        marks = [words_of(one.text) for one in row[1:-1]]
        assert words_of(row[-1].text) == str(marks.count(yes))


def test_no_text_holds_a_speaker_a_moderator_or_who_approved() -> None:
    study = published().study
    hidden = {talk.moderator for talk in study.talks.values()}
    hidden |= {
        talk.composition[one]
        for talk in study.talks.values()
        for one in talk.composition
        if talk.kind is TalkKind.INTERVIEW
    }
    for language in ("nl", "en"):
        page = unescape(to_html(composed(language)[0]))
        assert not [one for one in hidden if one in page]
        assert not re.search(r"\bP[1-4]\b", re.sub(r"<[^>]+>", " ", page))


def test_the_second_quotation_of_the_interview_could_not_be_printed() -> None:
    released = published().release.excerpts
    said = {one.id for talk, one in quotations(published().study.talks)}
    assert {name for name, one in released.items() if one.words} >= said
