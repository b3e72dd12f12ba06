"""A frame, answers and codings for tests of coding."""

from peil.core.span import Span
from peil.qual.open_answers import OpenAnswer
from peil.study.coding import Coding, Codings, answer_mark
from peil.study.coding_frame import Code, CodingFrame
from peil.study.text import Text, Wording

AT = Span("coding/remarks.toml", 1, 1)
WORDS = {
    "r1": "Fewer assignments than before",
    "r2": "No",
    "r3": "fewer assignments, than before!",
    "r4": "My work was used without asking",
    "r5": "Fewer assignments then before",
    "r6": "It saves me time",
}


def code(name: str, *examples: str) -> Code:
    return Code(name, Wording(name, {"en": Text((name.title(),), AT)}), AT, examples=examples)


def frame(*, single: bool = False, coders=("an", "bo"), each: int = 2) -> CodingFrame:
    codes = (
        code("income", "I have less work", "Lower fees"),
        code("rights", "They took my pictures without asking"),
        code("tool", "It saves time"),
    )
    return CodingFrame("remarks", Wording("remarks"), codes, AT, single=single, coders=coders, each=each)


def answer(name: str, words: str | None = None) -> OpenAnswer:
    said = WORDS[name] if words is None else words
    return OpenAnswer(name, said, answer_mark("remarks", name, said))


def answers(*names: str) -> tuple[OpenAnswer, ...]:
    return tuple(answer(name) for name in names or WORDS)


def coding(name: str, coder: str, codes: str, words: str | None = None) -> Coding:
    return Coding(name, coder, tuple(codes.split()), answer(name, words).mark)


def codings(*listed: Coding) -> Codings:
    return Codings("remarks", {(one.respondent, one.coder): one for one in listed})
