"""``[derived.NAME]``: variables computed from answers."""

from peil.core.ids import is_id
from peil.core.span import Span
from peil.study.build_codebook import add_derived
from peil.study.checks import bad_id, duplicate_id, reserved_id
from peil.study.expr.condition import Condition
from peil.study.expr.tree import ALWAYS
from peil.study.plan import Derived, GroupClass
from peil.study.reader.deny import deny
from peil.study.reader.raw import pending
from peil.study.reader.read_heading import RESERVED
from peil.study.reader.read_title import read_title
from peil.study.reader.read_wording import WordingReader
from peil.study.reader.resolve import Resolver
from peil.study.reader.typed import Table
from peil.study.text import Text, Wording

YES_NO = {"nl": ("ja", "nee"), "de": ("ja", "nein"), "fr": ("oui", "non"), "en": ("yes", "no")}
OTHERWISE = "otherwise"


def read_derived(table: Table, resolver: Resolver, words: WordingReader) -> tuple[Derived, ...]:
    """Give the derived variables; each joins the codebook before the next one's conditions are resolved."""
    found: list[Derived] = []
    for inner in table.tables():
        derived = _derived(inner, resolver, words)
        if _check_name(inner, derived.id, resolver):
            found.append(derived)
            resolver.codebook = add_derived(resolver.codebook, (derived,))
        else:
            resolver.broken.add(derived.id)
            resolver.damaged.add(derived.id)
    return tuple(found)


def _check_name(table: Table, name: str, resolver: Resolver) -> bool:
    span = table.settings.key(*table.path)
    if not is_id(name):
        rule, message, hint = bad_id.RULE, f'"{name}" is no id.', "Use lower case, digits and underscores."
    elif name in RESERVED:
        rule, message = reserved_id.RULE, f'"{name}" is a word of the language itself.'
        hint = "Give it another id."
    elif name in resolver.codebook.rows_of:
        rule, message, hint = duplicate_id.RULE, f'"{name}" is a question already.', "Give it another id."
    else:
        return True
    table.problems.append(rule.problem(span, message, hint=hint, got=name))
    return False


def _derived(table: Table, resolver: Resolver, words: WordingReader) -> Derived:
    name = table.path[-1]
    span = table.settings.key(*table.path)
    table.known(("title", "if", "classes"))
    wording = read_title(table, f"plan.{name}", words)
    if "if" in table.values:
        classes = _yes_no(table, resolver, words)
    else:
        inner = table.table("classes")
        classes = tuple(_class(one, resolver, words) for one in inner.tables())
        if not classes:
            table.wrong(f'"{name}" has no classes.', hint='Write classes.ID = { title = "…", if = "…" }.')
        for one in classes[:-1]:
            if one.condition.source == OTHERWISE:
                message = f'"{one.id}" is for everyone: the classes below it are never reached.'
                inner.wrong(message, one.id, hint="Put it last.")
    return Derived(name, wording, classes, span)


def _class(table: Table, resolver: Resolver, words: WordingReader) -> GroupClass:
    name = table.path[-1]
    if not is_id(name):
        span = table.settings.key(*table.path)
        table.problems.append(bad_id.RULE.problem(span, f'"{name}" is no id.', hint="Use lower case."))
    table.known(("title", "if"))
    wording = read_title(table, f"plan.{table.path[1]}.{name}", words)
    return GroupClass(name, wording, _condition(table, resolver))


def _condition(table: Table, resolver: Resolver) -> Condition:
    span = table.settings.start(*table.path, "if")
    source = table.values.get("if")
    if not isinstance(source, str):
        table.wrong(f'"{table.path[-1]}" has no condition.', "if", hint='Write if = "…", or "otherwise".')
        return Condition(ALWAYS, "", span)
    if source.strip() == OTHERWISE:
        return Condition(ALWAYS, OTHERWISE, span)
    return resolver.condition(pending(source, span))


def _yes_no(table: Table, resolver: Resolver, words: WordingReader) -> tuple[GroupClass, ...]:
    """Give the two classes of the short form; who gave no answer to tell by is in neither."""
    if "classes" in table.values:
        table.wrong("A variable has classes or one condition, not both.", "if", hint="Take one away.")
    yes = _condition(table, resolver)
    no = Condition(deny(yes.tree), f"not ({yes.source})", yes.span)
    name = table.path[-1]
    return tuple(
        GroupClass(one, _answer(name, one, at, yes.span, words), condition)
        for at, (one, condition) in enumerate((("yes", yes), ("no", no)))
    )


def _answer(name: str, one: str, at: int, span: Span, words: WordingReader) -> Wording:
    """Give yes or no in every language that the study may have, so that nothing is left to translate."""
    base = {words.language: Text((YES_NO.get(words.language, YES_NO["en"])[at],), span)}
    others = {language: Text((pair[at],), span) for language, pair in YES_NO.items()}
    return Wording(f"plan.{name}.{one}", {**base, **others})
