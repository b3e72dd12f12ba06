"""Coding line by line: for a screen reader, a script, or where there is no terminal."""

from collections.abc import Iterator
from functools import partial
from typing import TextIO

from peil.cli.coding.keeper import Keeper
from peil.qual.desk import find_next, go_to, to_uncoded, toggle, write_note
from peil.qual.desk_text import code_of, head, key_of, on_one_line

PLAIN_HELP = """\
codes, by key or id      choose these, keep them and go on: 1 3, or income fees
0                        no code fits: keep that and go on
+ before codes           give them to nearly the same answers too: + 1 3
empty line               go on without keeping anything
p                        previous answer
j                        next answer that isn't coded
/words                   next answer with these words
n words                  a note, kept with the next codes
u                        undo the last thing that was kept
?                        this help
q                        quit"""


def code_by_line(keeper: Keeper, lines: Iterator[str], out: TextIO) -> None:
    """Show an answer, read a line, until ``q`` or no more lines."""
    show(keeper, out)
    for raw in lines:
        line = raw.strip()
        if line == "q":
            return
        told = act(keeper, line)
        if told:
            out.write(f"{told}\n")
        if line != "?":
            show(keeper, out)
        out.flush()


def show(keeper: Keeper, out: TextIO) -> None:
    """Write the answer with what there is to choose."""
    desk = keeper.desk
    out.write(f"\n{head(desk)}\nQuestion: {keeper.question}\nAnswer: {on_one_line(desk.answer.words)}\n")
    out.writelines(f"  {line}\n" for line in _code_lines(keeper))
    for coder, codes in desk.others().items():
        out.writelines([f"{coder} found: {', '.join(codes) or 'no code fits'}\n"])
    if len(desk.group) > 1:
        out.write(f"{len(desk.group) - 1} more nearly the same; + before codes gives them to all:\n")
        out.writelines(f"  {on_one_line(one.words)}\n" for one in desk.group[1:])
    if desk.note:
        out.write(f"Note: {desk.note}\n")
    for one in keeper.suggest():
        out.writelines([f"Perhaps: {key_of(desk, one.code)} {one.code} ({one.likeness:.2f})\n"])
    out.flush()


def _code_lines(keeper: Keeper) -> Iterator[str]:
    desk = keeper.desk
    for code in desk.frame.code_ids:
        chosen = "chosen: " if code in desk.chosen else ""
        yield f"{key_of(desk, code)} {code}: {chosen}{keeper.codes.get(code, code)}"


def act(keeper: Keeper, line: str) -> str:
    """Do what a line says; give what is told of it."""
    moves = {
        "": lambda desk: go_to(desk, desk.at + 1),
        "p": lambda desk: go_to(desk, desk.at - 1),
        "j": to_uncoded,
    }
    if line in moves:
        keeper.move(moves[line])
        return ""
    if line in {"?", "u"}:
        return PLAIN_HELP if line == "?" else keeper.undo()
    if line.startswith("/"):
        return _find(keeper, line[1:].strip())
    return _note(keeper, line[2:]) if line.startswith("n ") else _code(keeper, line)


def _find(keeper: Keeper, sought: str) -> str:
    found = find_next(keeper.desk, sought)
    keeper.desk = found or keeper.desk
    return "" if found else f'No answer has "{sought}".'


def _note(keeper: Keeper, note: str) -> str:
    keeper.move(partial(write_note, note=note))
    return "The note is kept with the codes."


def _code(keeper: Keeper, line: str) -> str:
    group = line.startswith("+")
    words = line.removeprefix("+").replace(",", " ").split()
    known = keeper.desk.frame.code_ids
    codes = [word if word in known else code_of(keeper.desk, word) for word in words if words != ["0"]]
    if not words or None in codes:
        unknown = next((word for word, code in zip(words, codes, strict=True) if code is None), "")
        return f'There is no code or act "{unknown}"; ? says what there is.'
    if keeper.desk.frame.single and len(codes) > 1:
        return "An answer has one code here."
    for old in keeper.desk.chosen:
        keeper.move(partial(toggle, code=old))
    for new in dict.fromkeys(codes):
        keeper.move(partial(toggle, code=str(new)))
    return keeper.accept(group=group)
