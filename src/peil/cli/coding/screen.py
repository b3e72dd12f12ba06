"""The desk on a whole screen, worked with keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import partial

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import Layout, Window
from prompt_toolkit.layout.controls import FormattedTextControl
from prompt_toolkit.output import Output

from peil.cli.coding.keeper import Keeper
from peil.qual.desk import find_next, go_to, to_uncoded, toggle, write_note
from peil.qual.desk_text import Shown, code_of, desk_lines, group_lines, help_lines


class Mode(Enum):
    """What the next key is for."""

    CODE = "code"
    SEARCH = "search"
    NOTE = "note"
    GROUP = "group"
    HELP = "help"


@dataclass
class Screen:
    """What is on the screen, and what a key does; knows nothing of a terminal."""

    keeper: Keeper
    mode: Mode = Mode.CODE
    typed: str = ""
    message: str = ""
    scroll: int = 0

    def lines(self, width: int, height: int) -> list[str]:
        """Give what is shown."""
        desk = self.keeper.desk
        if self.mode is Mode.HELP:
            return help_lines(width)
        if self.mode is Mode.GROUP:
            return group_lines(desk, width, height)
        asking = {Mode.SEARCH: "Search: ", Mode.NOTE: "Note (Enter keeps it with the codes): "}
        message = f"{asking[self.mode]}{self.typed}_" if self.mode in asking else self.message
        shown = Shown(self.keeper.question, self.keeper.codes, message, self.keeper.suggest(), self.scroll)
        return desk_lines(desk, shown, width, height)

    def press(self, key: str) -> bool:
        """Do what a key is for; False when that is to leave."""
        if self.mode in {Mode.SEARCH, Mode.NOTE}:
            self._type(key)
        elif self.mode is Mode.GROUP:
            self.mode, self.message = Mode.CODE, "Nothing was kept."
            if key == "y":
                self._keep(group=True)
        elif self.mode is Mode.HELP:
            self.mode = Mode.CODE
        elif key == "q":
            return False
        else:
            self.message = ""
            self._act(key)
        return True

    def _act(self, key: str) -> None:
        desk = self.keeper.desk
        moves = {
            "right": lambda desk: go_to(desk, desk.at + 1),
            "left": lambda desk: go_to(desk, desk.at - 1),
            "j": to_uncoded,
        }
        modes = {"/": Mode.SEARCH, "n": Mode.NOTE, "?": Mode.HELP}
        if code := code_of(desk, key):
            self.keeper.move(partial(toggle, code=code))
        elif key in moves:
            self.scroll = 0
            self.keeper.move(moves[key])
        elif key in modes:
            self.mode, self.typed = modes[key], desk.note if key == "n" else ""
        elif key in {"up", "down"}:
            self.scroll = max(0, self.scroll + (1 if key == "down" else -1))
        elif key == "enter":
            self._keep()
        elif key == "u":
            self.scroll = 0
            self.message = self.keeper.undo()
        elif key == "g":
            self.mode = Mode.GROUP if len(desk.group) > 1 else Mode.CODE
            self.message = "" if len(desk.group) > 1 else "No other answer is nearly the same."
        elif key == "s" and not self.keeper.suggesting:
            self.message = "Suggestions are shown with --suggest."
        else:
            self.message = "That key does nothing here; ? says what there is."

    def _keep(self, *, group: bool = False) -> None:
        self.scroll = 0
        self.message = self.keeper.accept(group=group)

    def _type(self, key: str) -> None:
        if key == "escape":
            self.mode = Mode.CODE
        elif key == "backspace":
            self.typed = self.typed[:-1]
        elif key == "enter":
            searching, self.mode = self.mode is Mode.SEARCH, Mode.CODE
            if not searching:
                self.keeper.move(partial(write_note, note=self.typed))
            elif found := find_next(self.keeper.desk, self.typed):
                self.scroll, self.keeper.desk = 0, found
            else:
                self.message = f'No answer has "{self.typed}".'
        elif len(key) == 1:
            self.typed += key


NAMED: Mapping[str, str] = {
    Keys.Enter: "enter",
    Keys.ControlJ: "enter",
    Keys.Right: "right",
    Keys.Left: "left",
    Keys.Up: "up",
    Keys.Down: "down",
    Keys.Escape: "escape",
    Keys.Backspace: "backspace",
    Keys.ControlH: "backspace",
}


def code_on_screen(keeper: Keeper, given: Input | None = None, shown: Output | None = None) -> None:
    """Show the desk until ``q``, Ctrl+C or the end of what is typed.

    Args:
        keeper: The desk, and where it is kept.
        given: Where keys come from; default: the terminal.
        shown: Where the screen is drawn; default: the terminal.
    """
    screen = Screen(keeper)
    bindings = KeyBindings()

    @bindings.add(Keys.Any)
    def _(event: KeyPressEvent) -> None:
        for letter in event.data:
            if not screen.press(letter):
                event.app.exit()
                return

    for key, name in NAMED.items():
        bindings.add(key)(partial(_press, screen, name))
    bindings.add(Keys.ControlC)(lambda event: event.app.exit())
    bindings.add(Keys.ControlD)(lambda event: event.app.exit())
    control = FormattedTextControl(partial(_drawn, screen), focusable=True, show_cursor=True)
    app: Application[None] = Application(
        layout=Layout(Window(control, wrap_lines=False)),
        key_bindings=bindings,
        full_screen=True,
        input=given,
        output=shown,
    )
    app.run()


def _press(screen: Screen, name: str, event: KeyPressEvent) -> None:
    del event
    screen.press(name)


def _drawn(screen: Screen) -> StyleAndTextTuples:
    """Draw the lines; the cursor stands at the last one, where what was done is told."""
    from prompt_toolkit.application import get_app  # noqa: PLC0415 - the size is that of the running program

    size = get_app().output.get_size()
    lines = screen.lines(size.columns, size.rows)
    return [("", "\n".join(lines[:-1]) + "\n"), ("[SetCursorPosition]", ""), ("", lines[-1])]
