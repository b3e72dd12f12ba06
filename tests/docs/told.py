"""A page of the documentation as steps: commands with the output shown, and edits of files."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = r"((?:(?:    [^\n]*)?\n)*?    [^\n]+\n)(?=\n*(?! {4}|\n)|\Z)"
STEP = re.compile(
    r"[Ii]n `(?P<file>[^`]+)`, replace\n\n" + BLOCK + r"\nby\n\n" + BLOCK + r"|"
    r"[Aa]t the end of `(?P<end>[^`]+)`, add [^\n]*:\n\n" + BLOCK + r"|"
    r"^(?P<line>    (?:peil|make|source) [^\n]+)\n(?:\n```text\n(?P<shown>.*?)```)?",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Command:
    """A command line, and the output that the page shows under it (empty when it shows none)."""

    words: tuple[str, ...]
    shown: str


@dataclass(frozen=True)
class Edit:
    """A change of a file; without ``old`` the new text is added at its end."""

    file: str
    old: str
    new: str

    def make(self, folder: Path) -> None:
        """Change the file; what is replaced must be in it."""
        path = folder / self.file
        text = path.read_text(encoding="utf-8")
        assert self.old in text, (self.file, self.old)
        changed = text.replace(self.old, self.new) if self.old else f"{text.rstrip()}\n\n{self.new}"
        path.write_text(changed, encoding="utf-8")


def page_steps(page: str) -> list[Command | Edit]:
    """Give a page's commands and edits in order."""
    found: list[Command | Edit] = []
    for step in STEP.finditer(page):
        if step["line"]:
            found.append(Command(tuple(shlex.split(step["line"])), step["shown"] or ""))
        elif step["file"]:
            found.append(Edit(step["file"], plain(step[2]).strip("\n"), plain(step[3]).strip("\n")))
        else:
            found.append(Edit(step["end"], "", plain(step[5])))
    return found


def plain(block: str) -> str:
    """Take the indentation off an indented block."""
    return re.sub(r"^ {4}", "", block, flags=re.MULTILINE)


def indented_blocks(page: str) -> list[str]:
    """Give the indented blocks of a page, as they are meant."""
    found = re.findall(r"(?:^ {4}.*\n(?:[ \t]*\n(?= {4}))*)+", page, re.MULTILINE)
    return [plain(block).strip("\n") for block in found]


def agrees(output: str, shown: str) -> bool:
    """Say whether output is what the page shows: … stands for any lines, or for the rest of a line."""
    parts = [
        r"(?:[^\n]*\n)*?"
        if line == "…"
        else re.escape(line.removesuffix("…")) + r"[^\n]*\n"
        if line.endswith("…")
        else re.escape(line) + r"\n"
        for line in shown.splitlines()
    ]
    return re.fullmatch("".join(parts), output) is not None
