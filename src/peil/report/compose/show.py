"""Compose a questionnaire as a document of its own: in short, the route map, every question."""

from collections.abc import Iterator
from math import ceil

from babel import Locale

from peil.report.compose.phrases import LOCALES
from peil.report.compose.proved import Proved
from peil.report.compose.show_map import map_figures
from peil.report.compose.show_question import section_blocks
from peil.report.compose.show_view import View
from peil.report.compose.show_wording import plain_cell
from peil.report.document import (
    Block,
    Bullets,
    Document,
    Grid,
    Heading,
    NumberedTable,
    Paragraph,
    Run,
    TableCell,
)
from peil.study.proof import effort
from peil.study.proof.length import Length
from peil.study.question import Kind
from peil.study.role import Role

MINUTE = 60


def compose_questionnaire(proved: Proved, language: str, role: str = "") -> Document:
    """Give the questionnaire as a document.

    Args:
        proved: The study, and what is proved of its route.
        language: Language code.
        role: The one role to show, in its words and with its questions; empty: all roles side by side.
    """
    study, view = proved.study, View(proved, language, role)
    subtitle = study.about.subtitle
    return Document(
        language=language,
        title=view.say("title", title=study.about.title.plain(language)),
        subtitle=subtitle.plain(language) if subtitle else "",
        front=tuple(front_lines(view)),
        warning="",
        blocks=tuple(blocks(view)),
        words={"data": view.say("as_table")},
        authors=study.about.authors,
    )


def blocks(view: View) -> Iterator[Block]:
    """Give the whole body."""
    yield heading(view, "overview")
    if not view.questions:
        yield Paragraph((Run(view.say("nobody_here")),))
        return
    yield from role_blocks(view)
    yield from length_blocks(view)
    yield heading(view, "map")
    yield Paragraph((Run(view.say("map_told" if len(view.roles) > 1 else "map_told_one")),))
    yield from map_figures(view)
    yield heading(view, "chapter")
    yield Paragraph((Run(view.say("legend")),))
    yield from section_blocks(view)


def heading(view: View, name: str) -> Heading:
    """Give the heading of a chapter."""
    return Heading(1, "", (Run(view.say(name)),), f"show-{name}")


def front_lines(view: View) -> Iterator[tuple[str, str]]:
    """Give the lines of the title page: what this is, for whom it was made, how large it is."""
    about, language = view.study.about, view.language
    if view.role:
        yield view.say("what"), view.say("what_role", role=view.role_name(view.role))
    else:
        yield view.say("what"), view.say("what_all" if len(view.roles) > 1 else "what_one")
    for name, wording in (("client", about.client), ("agency", about.agency)):
        if wording:
            yield view.say(name), wording.plain(language)
    if about.authors:
        yield view.say("authors"), ", ".join(about.authors)
    yield view.say("language"), language_name(language)
    questions = [question for question in view.questions if question.kind is not Kind.NOTICE]
    sections = len({question.section for question in view.questions})
    sized = "sized" if sections > 1 else "sized_one"
    yield view.say("size"), view.say(sized, questions=len(questions), sections=sections)


def language_name(language: str) -> str:
    """Give a language's name in itself, or in English where the document's words are English."""
    shown = Locale.parse(LOCALES.get(language, LOCALES["en"]))
    return str(shown.languages.get(language, language))


def role_blocks(view: View) -> Iterator[Block]:
    """Say who has which role."""
    if len(view.study.roles) < 2 or view.role:
        return
    yield Heading(2, "", (Run(view.say("roles")),), "show-roles")
    yield Paragraph((Run(view.say("roles_told")),))
    told = (role_told(view, role) for role in view.study.roles)
    yield Bullets(tuple((Paragraph((Run(words),)),) for words in told), ordered=True)


def role_told(view: View, role: Role) -> str:
    """Say who has a role."""
    name = view.role_name(role.id)
    if role.condition is None:
        return view.say("role_rest", role=name)
    return view.say("role_told", role=name, who=view.labels.told(role.condition.tree))


def length_blocks(view: View) -> Iterator[Block]:
    """Give how long the routes are, by role."""
    shown = [one for one in view.proved.lengths if not view.role or one.role == view.role]
    yield Heading(2, "", (Run(view.say("lengths")),), "show-lengths")
    yield Paragraph((Run(view.say("lengths_told")),))
    several = len(shown) > 1
    units = [view.say(name) for name in ("questions", "pages", "minutes")]
    top = [plain_cell("", header=True)]
    top += [
        plain_cell(view.say(name), header=True, numeric=True, columns=3) for name in ("shortest", "longest")
    ]
    under = [plain_cell(view.say("role"), header=True)]
    under += [plain_cell(unit, header=True, numeric=True) for unit in units * 2]
    body = [
        (
            plain_cell(view.role_name(one.role), header=True),
            *length_cells(one.shortest),
            *length_cells(one.longest),
        )
        for one in shown
    ]
    caption = view.say("lengths_caption_roles" if several else "lengths_caption")
    unreached = [role for role in view.roles if role not in {one.role for one in shown}]
    said = view.say("unreached", roles=", ".join(map(view.role_name, unreached))) if unreached else ""
    grid = Grid((tuple(top), tuple(under)), tuple(body))
    yield NumberedTable(1, "route-lengths", caption, "", assumption(view), (), grid, said)


def length_cells(length: Length) -> tuple[TableCell, ...]:
    """Give a route's length in questions, pages and minutes."""
    numbers = (length.questions, length.pages, ceil(length.seconds / MINUTE))
    return tuple(plain_cell(str(number), numeric=True) for number in numbers)


def assumption(view: View) -> str:
    """Say what minutes are reckoned from."""
    return view.say(
        "assumed",
        words=round(effort.WORDS_A_SECOND * MINUTE),
        choice=round(effort.SECONDS_A_CHOICE),
        number=round(effort.SECONDS_A_NUMBER),
        open=round(effort.SECONDS_OF_WORDS),
        date=round(effort.SECONDS_A_DATE),
    )
