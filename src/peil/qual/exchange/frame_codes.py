"""Coding frames and themes as trees of codes."""

from peil.qual.exchange.project_code import ProjectCode
from peil.qual.exchange.study_guids import StudyGuids
from peil.study.coding_frame import Code, CodeNet, CodingFrame
from peil.study.study import Study
from peil.study.theme import Theme

NONE_FITS = "No code of the frame fits"
"""Given to an answer that a coder read and found no code for: without it, it would look unread."""

EXAMPLE = "Example: "


def frame_code(frame: CodingFrame, guids: StudyGuids, language: str) -> ProjectCode:
    """Give a frame as a code that holds its nets and codes and can't be given itself."""
    under: dict[str, ProjectCode] = {}
    for code in frame.codes:
        net = next((one for one in frame.nets if one.id == code.net), None)
        if net is None:
            under[f"code {code.id}"] = leaf(frame, code, guids, language)
        elif f"net {net.id}" not in under:
            under[f"net {net.id}"] = branch(frame, net, guids, language)
    none = ProjectCode(guids.of("none fits", frame.variable), f"{NONE_FITS}: {frame.variable}")
    title = frame.title.plain(language) or frame.variable
    return ProjectCode(
        guid=guids.of("frame", frame.variable),
        name=title,
        description=f"Coding frame of {frame.variable}.",
        codable=False,
        codes=(*under.values(), none),
    )


def branch(frame: CodingFrame, net: CodeNet, guids: StudyGuids, language: str) -> ProjectCode:
    """Give a net with its codes."""
    codes = tuple(leaf(frame, code, guids, language) for code in frame.codes if code.net == net.id)
    name = net.wording.plain(language) or net.id
    return ProjectCode(guids.of("net", frame.variable, net.id), name, codable=False, codes=codes)


def leaf(frame: CodingFrame, code: Code, guids: StudyGuids, language: str) -> ProjectCode:
    """Give a code, described by its definition and examples."""
    lines = [code.definition] if code.definition else []
    lines += [f"{EXAMPLE}{example}" for example in code.examples]
    name = code.wording.plain(language) or code.id
    return ProjectCode(guids.of("code", frame.variable, code.id), name, "\n".join(lines))


def theme_code(theme: Theme, guids: StudyGuids, language: str) -> ProjectCode:
    """Give a theme of the talks."""
    name = theme.titles.get(language) or theme.id
    return ProjectCode(guids.of("theme", theme.id), name, theme.descriptions.get(language, ""))


def themes_code(study: Study, guids: StudyGuids) -> ProjectCode:
    """Give the themes of the talks as a code that holds them."""
    language = study.about.language
    codes = tuple(theme_code(theme, guids, language) for theme in study.themes.values())
    return ProjectCode(guids.of("themes"), "Themes of talks", codable=False, codes=codes)
