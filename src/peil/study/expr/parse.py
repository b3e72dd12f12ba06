"""Parse an expression: words to a tree by recursive descent. Names are resolved elsewhere.

    condition := term ("and" term)* | term ("or" term)*
    term      := "not" term | "(" condition ")" | comparison
    comparison:= number-of order NUMBER | number-of "between" NUMBER "and" NUMBER
               | name "is" ["not"] (option | "one" "of" "(" option ("," option)* ")")
               | name "has" option | name "was" ("asked" | "answered")
    number-of := name | "count" "(" name ")"

A term that can't be read is reported and skipped up to the next ``and``, ``or`` or parenthesis, so that
one slip gives one problem and doesn't hide the next.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_expression, mixed_and_or, smart_quote
from peil.study.expr.spoken import (
    Spoken,
    SpokenBetween,
    SpokenCompare,
    SpokenHas,
    SpokenIs,
    SpokenJoin,
    SpokenNot,
    SpokenWas,
    Unread,
)
from peil.study.expr.tree import Order
from peil.study.expr.words import Sort, Typographic, Word, cut

JOINING = {"and", "or"}
RESERVED = JOINING | {"not"}
VERBS = {"is", "has", "was", "between"}
DEEPEST = 30
"""How deep a condition may be nested."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What parsing gave: the tree and what was wrong."""

    tree: Spoken
    problems: tuple[Problem, ...]


def parse(source: str, span: Span) -> Parsed:
    """Parse an expression whose first character stands at ``span``."""
    words, typographic = cut(source)
    parser = _Parser(source, span, words)
    parser.problems.extend(_typographic(found, span) for found in typographic)
    tree = parser.whole()
    return Parsed(tree, tuple(sorted(parser.problems, key=lambda problem: problem.span)))


def _typographic(found: Typographic, span: Span) -> Problem:
    if found.plain in {"'", '"'}:
        hint = f"The plain character is {found.plain}, but names stand without quotation marks: leave it out."
    elif found.plain.strip():
        hint = f'Write "{found.plain}".'
    else:
        hint = "Write a plain space." if found.plain else "Remove it."
    shown = f'"{found.character}" ({found.name})' if found.plain.strip() else f"{found.name}"
    return smart_quote.RULE.problem(
        span.right(found.start),
        f"{shown} is a typographic character, put there by a word processor.",
        hint=hint,
        expected=found.plain,
        got=found.character,
    )


class _UnreadableError(Exception):
    """A term can't be read; carries the problem. Caught within this module."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(problem.message)


class _Parser:
    def __init__(self, source: str, span: Span, words: list[Word]) -> None:
        self.source = source
        self.span = span
        self.words = words
        self.at = 0
        self.depth = 0
        self.problems: list[Problem] = []

    @property
    def word(self) -> Word:
        return self.words[self.at]

    def take(self) -> Word:
        word = self.word
        if word.sort is not Sort.END:
            self.at += 1
        return word

    def sees(self, sort: Sort) -> bool:
        return self.word.sort is sort

    def accepts(self, sort: Sort) -> bool:
        """Take a word of this sort if it comes next."""
        found = self.word.sort is sort
        self.at += found
        return found

    def says(self, *texts: str) -> bool:
        """Take these words if they come next."""
        coming = [word.text for word in self.words[self.at : self.at + len(texts)]]
        if coming != list(texts):
            return False
        self.at += len(texts)
        return True

    def fail(self, expected: str, hint: str = "", word: Word | None = None) -> _UnreadableError:
        word = word or self.word
        got = f'"{word.text}"' if word.text else "the end"
        message = f"Expected {expected}, found {got}."
        place = self.span.right(word.start)
        return _UnreadableError(
            bad_expression.RULE.problem(place, message, hint=hint, expected=expected, got=word.text)
        )

    def whole(self) -> Spoken:
        tree = self.condition()
        while not self.sees(Sort.END):
            self.report(self.fail('"and", "or" or the end', "This parenthesis was not opened."))
            self.take()
            if self.word.text in JOINING:
                self.take()
                self.condition()
            self.skip()
        return tree

    def report(self, failure: _UnreadableError) -> None:
        self.problems.append(failure.problem)

    def condition(self) -> Spoken:
        terms = [self.readable_term()]
        joined: Word | None = None
        mixed = False
        while self.word.text in JOINING:
            word = self.take()
            joined = joined or word
            if word.text != joined.text and not mixed:
                mixed = True
                self.problems.append(self._mixed(word, joined))
            terms.append(self.readable_term())
        if joined is None:
            return terms[0]
        return SpokenJoin(tuple(terms), either=joined.text == "or")

    def _mixed(self, word: Word, first: Word) -> Problem:
        return mixed_and_or.RULE.problem(
            self.span.right(word.start),
            f'"{word.text}" after "{first.text}" can be read in two ways.',
            hint='Put parentheses around what belongs together, as in "a and (b or c)".',
            got=self.source.strip(),
        )

    def readable_term(self) -> Spoken:
        try:
            term = self.term()
        except _UnreadableError as failure:
            self.report(failure)
            self.skip()
            return Unread()
        if self.word.text not in JOINING and self.word.sort not in {Sort.END, Sort.CLOSE}:
            self.report(self.fail('"and", "or" or the end', self._after_hint()))
            self.skip()
        return term

    def _after_hint(self) -> str:
        if self.word.text.lower() in JOINING:
            return f'Write "{self.word.text.lower()}".'
        if self.word.text in {"&", "&&", "|", "||", ","}:
            return 'Write "and" or "or".'
        return ""

    def skip(self) -> None:
        """Go to the next joining word, or the parenthesis that closes this one."""
        depth = 0
        while self.word.sort is not Sort.END:
            if depth == 0 and (self.word.text in JOINING or self.word.sort is Sort.CLOSE):
                return
            depth += {Sort.OPEN: 1, Sort.CLOSE: -1}.get(self.word.sort, 0)
            self.take()

    def term(self) -> Spoken:
        if self.says("not"):
            return SpokenNot(self.deeper(self.term))
        if self.accepts(Sort.OPEN):
            inner = self.deeper(self.condition)
            if not self.accepts(Sort.CLOSE):
                raise self.fail('")"')
            return inner
        return self.comparison()

    def deeper(self, part: Callable[[], Spoken]) -> Spoken:
        """Parse a part inside ``not`` or parentheses; what nobody can follow any more is refused."""
        if self.depth == DEEPEST:
            message = f'"not" and parentheses stand more than {DEEPEST} deep here.'
            hint = "Take double ones away, or split the condition with a [derived] variable."
            self.at -= 1
            place = self.span.right(self.word.start)
            raise _UnreadableError(bad_expression.RULE.problem(place, message, hint=hint))
        self.depth += 1
        try:
            return part()
        finally:
            self.depth -= 1

    def comparison(self) -> Spoken:
        start = self.word.start
        counted = self.word.text == "count" and self.words[self.at + 1].sort is Sort.OPEN
        name = self.counted_name() if counted else self.name()
        if self.sees(Sort.ORDER):
            return self.compare(name, start, counted=counted)
        if self.says("between"):
            low = self.number()
            if not self.says("and"):
                raise self.fail('"and"', 'Write "between 1 and 8".')
            high = self.number()
            return SpokenBetween(name, counted, low, high, start, self.last_end)
        if counted:
            raise self.fail("a comparison with a number", 'Write "count(reasons) >= 2", say.')
        return self.spoken_of(name, start)

    def spoken_of(self, name: Word, start: int) -> Spoken:
        if self.says("is"):
            negated = self.says("not")
            listed = self.says("one", "of")
            options = self.options() if listed else (self.option(),)
            return SpokenIs(name, options, negated, start, self.last_end)
        if self.says("has"):
            one_of = self.word.text == "one" and self.words[self.at + 1].text == "of"
            if self.word.text == "not" or one_of:
                raise self.fail("one option", f'Write "{name.text} has a or {name.text} has b", say.')
            return SpokenHas(name, self.option(), start, self.last_end)
        if self.says("was"):
            if self.word.text not in {"asked", "answered"}:
                hint = f'Write "not {name.text} was asked".' if self.word.text == "not" else ""
                raise self.fail('"asked" or "answered"', hint)
            return SpokenWas(name, self.take().text == "asked", start, self.last_end)
        plain = self.word.text.lower()
        hint = f'Write "{plain}".' if plain in VERBS else ""
        raise self.fail('"is", "has", "was" or a comparison', hint)

    @property
    def last_end(self) -> int:
        """Where the last taken word ends."""
        return self.words[self.at - 1].end

    def counted_name(self) -> Word:
        self.take()
        self.take()
        name = self.name()
        if not self.accepts(Sort.CLOSE):
            raise self.fail('")"')
        return name

    def name(self) -> Word:
        if not self.sees(Sort.NAME) or self.word.text in RESERVED:
            raise self.fail("a name" if self.word.text or self.at else "a condition", self._name_hint())
        return self.take()

    def _name_hint(self) -> str:
        return "Names stand without quotation marks." if self.word.text[:1] in {'"', "'"} else ""

    def options(self) -> tuple[Word, ...]:
        if not self.accepts(Sort.OPEN):
            raise self.fail('"("', 'Write "usage is one of (often, rarely)", say.')
        found = [self.option()]
        while self.accepts(Sort.COMMA):
            found.append(self.option())
        if not self.accepts(Sort.CLOSE):
            raise self.fail('"," or ")"')
        return tuple(found)

    def option(self) -> Word:
        if self.word.sort not in {Sort.NAME, Sort.NUMBER} or self.word.text in RESERVED:
            raise self.fail("an option", self._name_hint())
        return self.take()

    def compare(self, name: Word, start: int, *, counted: bool) -> Spoken:
        order = self.take()
        if order.text not in set(Order):
            numeric = self.word.sort is Sort.NUMBER
            other = f"not {name.text} = {self.word.text}" if numeric else "is not"
            plain = other if order.text != "==" else "=" if numeric else "is"
            raise self.fail("<, <=, =, >= or >", f'Write "{plain}".', order)
        right = (
            self.take() if self.word.sort is Sort.NAME and self.word.text not in JOINING else self.number()
        )
        return SpokenCompare(name, counted, Order(order.text), right, start, self.last_end)

    def number(self) -> Decimal:
        word = self.word
        if not self.accepts(Sort.NUMBER):
            raise self.fail("a number")
        if self.sees(Sort.COMMA) and self.words[self.at + 1].sort is Sort.NUMBER:
            decimals = self.words[self.at + 1].text
            raise self.fail("a number", f'Write a decimal point: "{word.text}.{decimals}".')
        return Decimal(word.text)
