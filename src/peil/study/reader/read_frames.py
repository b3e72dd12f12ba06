"""coding/*.toml: coding frames of open questions."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from peil.core.ids import did_you_mean, is_id
from peil.core.problem import Problem
from peil.core.span import Span
from peil.study.checks import bad_frame, unknown_coded
from peil.study.codebook import Codebook, ValueKind
from peil.study.coding import FINAL
from peil.study.coding_frame import Code, CodeNet, CodingFrame
from peil.study.expr.condition import Condition
from peil.study.expr.resolve import resolve_condition
from peil.study.made_of_codes import made_of_codes
from peil.study.plan import Plan
from peil.study.reader.explain_codes import refuse_condition
from peil.study.reader.raw import pending
from peil.study.reader.settings import Settings, read_settings
from peil.study.reader.typed import Table
from peil.study.text import Text, Wording

FOLDER = "coding"
KNOWN = ("title", "kind", "coders", "each", "consent", "status", "nets", "codes")
KINDS = ("multi", "single")
CODING, DONE = "coding", "final"
AGREED = "who agreed is what respondents said", "Name the question that asks for consent."


def read_frames(
    folder: Path, languages: tuple[str, ...], codebook: Codebook, problems: list[Problem]
) -> dict[str, CodingFrame]:
    """Give them by variable, in the order of the files' names.

    Conditions for consent are still to be resolved, by ``resolve_consents``: they may read what the plan
    derives, and the plan may read codes.
    """
    found: dict[str, CodingFrame] = {}
    for path in sorted((folder / FOLDER).glob("*.toml")):
        name = path.name.removesuffix(".toml")
        settings = read_settings(path, path.relative_to(folder).as_posix(), problems)
        if settings.readable and _is_open(name, settings, codebook, problems):
            found[name] = _frame(name, settings, languages, problems)
    return found


def resolve_consents(
    frames: Mapping[str, CodingFrame], codebook: Codebook, plan: Plan, problems: list[Problem]
) -> dict[str, CodingFrame]:
    """Give the frames with their conditions for consent resolved; one that reads codes is told."""
    made = made_of_codes(codebook, plan.derived)
    found: dict[str, CodingFrame] = {}
    for name, frame in frames.items():
        consent = frame.consent
        if consent is not None:
            consent, wrong = resolve_condition(consent.source, consent.span, codebook, ())
            refused = refuse_condition(consent, codebook, made, *AGREED)
            told = (*wrong, refused) if refused else wrong
            problems.extend(told)
            consent = None if told else consent
        found[name] = replace(frame, consent=consent)
    return found


def open_variables(codebook: Codebook) -> tuple[str, ...]:
    """Give the variables with respondents' own words, contact details aside."""
    return tuple(
        name for name, one in codebook.variables.items() if one.value is ValueKind.TEXT and not one.private
    )


def _is_open(name: str, settings: Settings, codebook: Codebook, problems: list[Problem]) -> bool:
    """Report a frame of something that isn't told in own words."""
    known = open_variables(codebook)
    if name in known:
        return True
    hint = did_you_mean(name, known) or f"In own words are {', '.join(known) or 'no answers'}."
    message = f'There are no answers in own words called "{name}".'
    problems.append(unknown_coded.RULE.problem(Span(settings.file), message, hint=hint, got=name))
    return False


def _frame(name: str, settings: Settings, languages: tuple[str, ...], problems: list[Problem]) -> CodingFrame:
    table = Table(settings, (), settings.values, bad_frame.RULE, problems)
    table.known(KNOWN)
    nets = tuple(_net(one, name, languages) for one in table.table("nets").tables())
    codes = tuple(_code(one, name, nets, languages) for one in table.table("codes").tables())
    if not codes:
        table.wrong("The frame has no codes.", hint='Write [codes.income] with title = "…" under it.')
    _check_names(table, codes, nets)
    coders = _coders(table)
    return CodingFrame(
        variable=name,
        title=_wording(table, f"coding.{name}", languages),
        codes=codes,
        span=Span(settings.file, 1, 1),
        nets=nets,
        single=_one_of(table, "kind", KINDS) == "single",
        coders=coders,
        each=_each(table, coders),
        consent=_consent(table),
        final=_one_of(table, "status", (CODING, DONE)) == DONE,
    )


def _consent(table: Table) -> Condition | None:
    source = table.text("consent")
    return pending(source, table.settings.start("consent")) if source.strip() else None


def _one_of(table: Table, name: str, known: tuple[str, ...]) -> str:
    """Give one of the words, the first where none is written."""
    found = table.text(name, known[0])
    if found not in known:
        table.wrong(f'"{name}" is {" or ".join(known)}.', name, hint=f'Write {name} = "{known[0]}".')
        return known[0]
    return found


def _coders(table: Table) -> tuple[str, ...]:
    coders = tuple(dict.fromkeys(table.texts("coders")))
    for number, coder in enumerate(coders):
        if not is_id(coder) or coder == FINAL:
            hint = f'Write one in lower case, without spaces; "{FINAL}" is kept for what is decided.'
            table.wrong(f'"{coder}" is no name for a coder.', "coders", number, hint=hint)
    if not coders:
        table.wrong("The frame names nobody who codes.", "coders", hint='Write coders = ["an", "bo"].')
    return coders


def _each(table: Table, coders: tuple[str, ...]) -> int:
    """Give how many code each answer: all, where nothing is written."""
    most = max(1, len(coders))
    found = table.whole("each", most, least=1)
    if found > most:
        hint = f"Write each = {most}, or name more coders."
        table.wrong(f"Each answer is coded by {found}, and there are {most} coders.", "each", hint=hint)
        return most
    return found


def _net(table: Table, frame: str, languages: tuple[str, ...]) -> CodeNet:
    table.known(("title",))
    name = table.path[-1]
    return CodeNet(name, _wording(table, f"coding.{frame}.{name}", languages), table.at)


def _code(table: Table, frame: str, nets: Iterable[CodeNet], languages: tuple[str, ...]) -> Code:
    table.known(("number", "title", "definition", "examples", "net"))
    name, net = table.path[-1], table.text("net")
    known = [one.id for one in nets]
    if net and net not in known:
        hint = did_you_mean(net, known) or f"Write [nets.{net}] with a title."
        table.wrong(f'The frame has no net "{net}".', "net", hint=hint)
        net = ""
    return Code(
        id=name,
        wording=_wording(table, f"coding.{frame}.{name}", languages),
        span=table.at,
        number=table.whole("number", 0, least=1) if "number" in table.values else None,
        definition=table.text("definition").strip(),
        examples=tuple(text.strip() for text in table.texts("examples") if text.strip()),
        net=net,
    )


def _wording(table: Table, path: str, languages: tuple[str, ...]) -> Wording:
    """Give a title by language; a text alone is in the base language, and does where there is no other."""
    found = table.values.get("title")
    if isinstance(found, str):
        found = {languages[0]: found}
    if not isinstance(found, Mapping):
        hint = f"Write title = {{ {', '.join(f'{language} = …' for language in languages)} }}."
        table.wrong(f"{table.name} has no title.", "title", hint=hint)
        return Wording(path)
    for language, text in found.items():
        if language not in languages:
            hint = f"There are {', '.join(languages)}."
            table.wrong(f'"{language}" is no language of the study.', "title", language, hint=hint)
        elif not isinstance(text, str) or not text.strip():
            table.wrong("A title is a text.", "title", language, hint=f'Write {language} = "…".')
    said = {
        language: Text((text.strip(),), table.settings.start(*table.path, "title", language))
        for language in languages
        if isinstance(text := found.get(language), str) and text.strip()
    }
    for language in languages:
        if language not in found:
            hint = f'Write title = {{ {language} = "…" }} beside the others.'
            table.wrong(f'{table.name} has no title in "{language}".', "title", hint=hint)
    return Wording(path, said)


def _check_names(table: Table, codes: tuple[Code, ...], nets: tuple[CodeNet, ...]) -> None:
    """Report names that are no ids or that two share, and numbers that two codes share."""
    holders: dict[int, str] = {}
    for part, ids in (("nets", [one.id for one in nets]), ("codes", [one.id for one in codes])):
        for name in ids:
            if not is_id(name):
                hint = "Use lower case, digits and underscores."
                table.wrong(f'"{name}" is no id.', part, name, hint=hint)
    for code in codes:
        if code.id in {net.id for net in nets}:
            hint = "Give the net another id."
            table.wrong(f'"{code.id}" is a net and a code.', "nets", code.id, hint=hint)
        if code.number is None:
            continue
        first = holders.setdefault(code.number, code.id)
        if first != code.id:
            free = max(holders) + 1
            message = f'"{code.id}" has number {code.number}, which "{first}" has already.'
            table.wrong(message, "codes", code.id, "number", hint=f"Number {free} is free.")
