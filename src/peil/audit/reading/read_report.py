"""Read a report's text: Markdown, Word, or PDF by its text."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from peil.audit.claim_problems import UNREADABLE_TEXT
from peil.audit.reading.passage import Part
from peil.audit.reading.read_markdown import read_markdown
from peil.audit.reading.read_pdf import read_pdf
from peil.audit.reading.read_word import read_word
from peil.core.problem import Unusable
from peil.core.span import Span


def read_markdown_file(path: Path) -> Iterable[Part]:
    """Read a Markdown file."""
    return read_markdown(path.read_text(encoding="utf-8-sig"))


NO_KIND = "a folder, or a file whose name tells no kind, can't be read."
READERS: Mapping[str, Callable[[Path], Iterable[Part]]] = {
    ".md": read_markdown_file,
    ".docx": read_word,
    ".pdf": read_pdf,
}
"""By the end of a file's name."""


def read_report(path: Path) -> tuple[Part, ...]:
    """Give the parts of a report in order.

    Raises:
        Unusable: The file is absent, of another kind, or not what its name says; or it holds no text.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        message = f'a file that ends in "{path.suffix}" can\'t be read.' if path.suffix else NO_KIND
        raise unreadable(path, message, f"Give a file that ends in {', '.join(READERS)}.")
    try:
        found = tuple(reader(path))
    except OSError as error:
        message = f"the file can't be read: {error.strerror or 'it is absent, or no file'}."
        raise unreadable(path, message, "Give the report's file.") from error
    except Exception as error:
        # Each library raises its own kinds for a file that is not what its name says, KeyError among them.
        raise unreadable(path, f"the file is no {path.suffix[1:]} that can be read: {error}.") from error
    if not found:
        hint = "A scan holds pictures of text: have its words recognised first."
        raise unreadable(path, "the file holds no text.", hint)
    return found


def unreadable(path: Path, message: str, hint: str = "") -> Unusable:
    """Give the problem of a report that can't be read."""
    return Unusable([UNREADABLE_TEXT.problem(Span(str(path)), message, hint=hint)])
