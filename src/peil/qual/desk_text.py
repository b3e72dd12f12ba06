"""A desk as lines of text, for a terminal of any size: nothing is told by colour or by place alone."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from peil.qual.desk import Desk
from peil.qual.suggest import Suggestion

KEYS = "123456789abcdefhiklmoprtvwxyz"
"""Keys of codes in their order; letters that do something else are left out."""
LEAST_WIDTH, LEAST_ANSWER, QUESTION_LINES = 20, 3, 3
HELP = (
    "1-9, a, b …  choose a code, or take it back",
    "Enter        keep the chosen codes and go on; with none chosen: no code fits",
    "g            give the chosen codes to nearly the same answers too, after a look",
    "right, left  next and previous answer, without keeping anything",
    "j            jump to the next answer that isn't coded",
    "/            search: go to the next answer that has the words",
    "n            write a note beside the coding",
    "u            undo the last thing that was kept",
    "up, down     a long answer further on, and back",
    "s            suggestions, if they were asked for with --suggest",
    "q            quit; what was kept is kept",
)


@dataclass(frozen=True)
class Shown:
    """What a screen shows beside the desk.

    Args:
        question: What was asked.
        codes: Code to its label.
        message: What the last act came to, or what is asked now.
        suggestions: Codes that the answer might have.
        scroll: By how many lines the answer is scrolled.
    """

    question: str
    codes: dict[str, str]
    message: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    scroll: int = 0


def key_of(desk: Desk, code: str) -> str:
    """Give the key of a code; beyond the keys that there are, nothing."""
    place = desk.frame.code_ids.index(code)
    return KEYS[place] if place < len(KEYS) else ""


def code_of(desk: Desk, key: str) -> str | None:
    """Give the code of a key, or None."""
    place = KEYS.find(key) if len(key) == 1 else -1
    return desk.frame.code_ids[place] if 0 <= place < len(desk.frame.code_ids) else None


def desk_lines(desk: Desk, shown: Shown, width: int = 80, height: int = 24) -> list[str]:
    """Give the lines of a screen: at most so many, each of at most so many characters."""
    width = max(LEAST_WIDTH, width)
    question = _first(_wrap(shown.question, width), QUESTION_LINES)
    below = [
        *_code_lines(desk, shown, width, height),
        *_beside(desk, shown, width),
        _cut(shown.message or "? for help, q to quit", width),
    ]
    room = max(LEAST_ANSWER, height - len(question) - len(below) - 3)
    answer = _wrap(printable(desk.answer.words), width)
    scroll = min(shown.scroll, max(0, len(answer) - room))
    part = answer[scroll : scroll + room]
    if scroll + room < len(answer):
        part[-1] = _cut("… (down: the rest of this answer)", width)
    lines = [_cut(head(desk), width), *question, "-" * width, *part, "-" * width, *below]
    return lines[:height]


def head(desk: Desk) -> str:
    """Say which answer this is, and how many are left."""
    kept = desk.kept(desk.answer)
    state = "not coded" if kept is None else "kept" if kept.codes == desk.chosen else "changed, not kept"
    place = f"answer {desk.at + 1} of {len(desk.answers)}"
    return f"{desk.frame.variable} | {desk.coder} | {place} | {desk.left} left | {state}"


def _code_lines(desk: Desk, shown: Shown, width: int, height: int) -> list[str]:
    told = [
        f"[{'x' if code in desk.chosen else ' '}] {key_of(desk, code):1} {shown.codes.get(code, code)}"
        for code in desk.frame.code_ids
    ]
    columns = 1 if len(told) <= height // 2 else 2
    rows = -(-len(told) // columns)
    wide = width // columns - (columns > 1)
    return [
        " ".join(
            _cut(told[row + rows * column], wide).ljust(wide)
            for column in range(columns)
            if row + rows * column < len(told)
        ).rstrip()
        for row in range(rows)
    ]


def _beside(desk: Desk, shown: Shown, width: int) -> list[str]:
    lines = [f"{coder} found: {', '.join(codes) or 'no code fits'}" for coder, codes in desk.others().items()]
    if len(desk.group) > 1:
        lines.append(f"{len(desk.group) - 1} more nearly the same (g)")
    if desk.note:
        lines.append(f"note: {desk.note}")
    if shown.suggestions:
        told = ", ".join(
            f"{key_of(desk, one.code)} {shown.codes.get(one.code, one.code)} ({one.likeness:.2f})"
            for one in shown.suggestions
        )
        lines.append(f"perhaps: {told}")
    return [_cut(line, width) for line in lines]


def group_lines(desk: Desk, width: int, height: int) -> list[str]:
    """Show the answers that would be coded together."""
    codes = ", ".join(desk.chosen) or "no code fits"
    first = [_cut(f"{len(desk.group)} answers would be coded: {codes}", width), "-" * width]
    room = max(1, height - 4)
    told = [_cut(f"- {on_one_line(one.words)}", width) for one in desk.group]
    more = [f"… and {len(told) - room + 1} more"] if len(told) > room else []
    last = _cut("y: keep them all. Any other key: go back.", width)
    return [*first, *told[: room - len(more)], *more, "-" * width, last]


def help_lines(width: int) -> list[str]:
    """Give what each key does."""
    return [_cut(line, width) for line in (*HELP, "", "Any key: go back.")]


def printable(text: str) -> str:
    """Give a text that a terminal only shows: what would steer the terminal is a mark in its place."""
    return "".join(
        letter
        if letter.isprintable() or letter == "\n"
        else " "
        if letter.isspace()
        else "\N{REPLACEMENT CHARACTER}"
        for letter in text
    )


def on_one_line(text: str) -> str:
    """Give a text with its spaces and lines taken together."""
    return printable(" ".join(text.split()))


def _wrap(text: str, width: int) -> list[str]:
    return [line for part in text.splitlines() for line in textwrap.wrap(part, width) or [""]] or [""]


def _first(lines: Sequence[str], number: int) -> list[str]:
    return list(lines) if len(lines) <= number else [*lines[: number - 1], f"{lines[number - 1][:-1]}…"]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else f"{text[: width - 1]}…"
