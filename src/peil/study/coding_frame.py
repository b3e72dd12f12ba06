"""A coding frame: the codes that answers in own words are given."""

from dataclasses import dataclass
from functools import cached_property

from peil.core.span import Span
from peil.study.expr.condition import Condition
from peil.study.text import Wording


@dataclass(frozen=True, slots=True)
class Code:
    """What answers can be said to say.

    Args:
        id: Its name, as codings and reports have it.
        number: Its numeric code in data files, or None where the frame pins none yet.
        wording: Its label by language.
        definition: When it is given and when not, for who codes; empty where nothing is written.
        examples: Answers, or parts of them, that have it; made up or printable, for they stand in the folder.
        net: Id of the net that it is taken together under, or empty.
        span: Where it stands.
    """

    id: str
    wording: Wording
    span: Span
    number: int | None = None
    definition: str = ""
    examples: tuple[str, ...] = ()
    net: str = ""


@dataclass(frozen=True, slots=True)
class CodeNet:
    """Codes taken together, such as all worries; answers are given the codes under it, never the net."""

    id: str
    wording: Wording
    span: Span


@dataclass(frozen=True)
class CodingFrame:
    """A file of ``coding/``.

    Args:
        variable: The variable with the respondents' own words: an open question, or the text beside an
            option such as ``reasons.other.text``. It is the file's name too.
        title: What tables call it, by language.
        codes: In the order that they are listed in.
        span: Where it stands.
        nets: Codes taken together.
        single: An answer has one code at most; otherwise it can have several.
        coders: Names of who codes, without ``final``.
        each: How many of them code each answer before it has a final code.
        consent: Who agreed to being quoted, as a condition on their answers; None where nothing asks it.
        final: The frame and its codings are done: a table is made of it, and every answer needs a code.
    """

    variable: str
    title: Wording
    codes: tuple[Code, ...]
    span: Span
    nets: tuple[CodeNet, ...] = ()
    single: bool = False
    coders: tuple[str, ...] = ()
    each: int = 1
    consent: Condition | None = None
    final: bool = False

    @property
    def key(self) -> str:
        """Name of the item that the codes become: ``remarks.coded``, ``reasons.other.coded``."""
        return f"{self.variable.removesuffix('.text')}.coded"

    @cached_property
    def code_ids(self) -> tuple[str, ...]:
        """Ids of the codes in order."""
        return tuple(code.id for code in self.codes)

    def code(self, code_id: str) -> Code | None:
        """Give the code of that id, or None."""
        return next((code for code in self.codes if code.id == code_id), None)
