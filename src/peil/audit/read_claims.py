"""Read a claims file: published figures in the study's own names."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from peil.audit.claim import (
    BaseIs,
    Check,
    Claim,
    Compares,
    CountIs,
    ListBelow,
    MeanShareIs,
    MostChosen,
    MostlyWithin,
    OnlyClasses,
    RankIs,
    Relation,
    Selection,
    ShareIs,
    TicksAtMost,
    TopClass,
)
from peil.audit.claim_fields import ClaimFields, Json
from peil.audit.claim_problems import (
    BAD_CLAIM_ID,
    BAD_KEY,
    UNKNOWN_ITEM,
    UNKNOWN_STATISTIC,
    UNREADABLE_CLAIMS,
)
from peil.audit.claim_words import claim_words
from peil.audit.numbered_claims import from_numbered
from peil.audit.numbering import Numbering, UnknownNumberError
from peil.audit.read_free import (
    OTHER_STUDY,
    add_choices,
    free_words,
    is_draft,
    is_free,
    read_choices,
    read_draft,
    read_free,
)
from peil.core.ids import did_you_mean
from peil.core.problem import Problem, Unusable
from peil.core.span import Span
from peil.study.study import Study

__all__ = ["OTHER_STUDY", "READERS", "read_claims"]

BASES = ("printed", "derived", "inferred", "upper_bound")
"""How a publication's base can be known."""
ID_LINE = re.compile(r'"id"\s*:')


def read_claims(path: Path, study: Study) -> tuple[Claim, ...]:
    """Read all claims and resolve every name against the study.

    Raises:
        Unusable: The file can't be read, or claims name what the study doesn't have; carries all problems.
    """
    problems: list[Problem] = []
    claims: list[Claim] = []
    seen: set[str] = set()
    whole, entries = read_entries(path)
    choices = read_choices(whole, Span(str(path)), problems)
    for entry, line in entries:
        span = Span(str(path), line, 1)
        named = name_numbers(entry, study, span, problems) if "check" in entry else entry
        if named is None:
            continue
        fields = ClaimFields(study, span, named, problems)
        claim = read_claim(fields)
        if not claim.id or claim.id in seen:
            said = f'"{claim.id}" is the id of an earlier claim.' if claim.id else "a claim has no id."
            problems.append(BAD_CLAIM_ID.problem(fields.span, said, got=claim.id))
        seen.add(claim.id)
        claims.append(add_choices(claim, choices))
    if problems:
        raise Unusable(problems)
    return tuple(claims)


def name_numbers(
    entry: Mapping[str, Json], study: Study, span: Span, problems: list[Problem]
) -> Mapping[str, Json] | None:
    """Give a claim in printed numbers under the study's names; None, and a problem, when it has none."""
    try:
        return from_numbered(entry, Numbering(study))
    except UnknownNumberError as error:
        problems.append(UNKNOWN_ITEM.problem(span, f"{error.args[0]}."))
    except (AttributeError, LookupError, TypeError, ValueError):
        problems.append(BAD_KEY.problem(span, '"check" is not as the printed numbering has it.'))
    return None


def read_entries(path: Path) -> tuple[Mapping[str, Json], list[tuple[Mapping[str, Json], int]]]:
    """Give the file and its claims as JSON has them, each claim with the line that its id stands on."""
    span = Span(str(path))
    try:
        text = path.read_text(encoding="utf-8")
        whole = json.loads(text)
    except OSError as error:
        message = f"the file can't be read: {error.strerror}."
        hint = "Write the claims there, or name another file with --claims."
        raise Unusable([UNREADABLE_CLAIMS.problem(span, message, hint=hint)]) from error
    except ValueError as error:
        raise Unusable([not_json(span, error)]) from error
    entries = whole.get("claims") if isinstance(whole, dict) else None
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        message = 'the file should hold an object with a list "claims".'
        raise Unusable([UNREADABLE_CLAIMS.problem(span, message)])
    lines = id_lines(text, len(entries))
    return whole, list(zip(entries, lines, strict=True))


def not_json(span: Span, error: ValueError) -> Problem:
    """Give the problem of a text that is no JSON, at the place where reading stopped."""
    if not isinstance(error, json.JSONDecodeError):
        return UNREADABLE_CLAIMS.problem(
            span, "the file is no text in UTF-8.", hint="Save the file as UTF-8."
        )
    if not error.doc.strip():
        return UNREADABLE_CLAIMS.problem(span, "the file is empty.", hint='Write {"claims": [ … ]}.')
    place = Span(span.file, error.lineno, error.colno)
    hint = (
        "Look for a comma, a quote or a bracket here or just above; decimals are written with a point: 29.3."
    )
    return UNREADABLE_CLAIMS.problem(place, f"the file is no JSON: {error.msg}.", hint=hint)


def id_lines(text: str, how_many: int) -> list[int]:
    """Give the line on which each claim's id stands, as far as the text shows it; else the first line."""
    found = [number for number, line in enumerate(text.splitlines(), 1) if ID_LINE.search(line)]
    return found if len(found) == how_many else [1] * how_many


def read_claim(fields: ClaimFields) -> Claim:
    """Read one claim."""
    claim_id = fields.text("id")
    section, place, note = fields.text("section"), fields.text("place"), fields.text("note")
    statistic = fields.text("statistic")
    study = printed = ""
    check: Check | None = None
    draft = is_draft(fields)
    elsewhere = not draft and is_free(fields, statistic)
    free = read_draft(fields, statistic) if draft else read_free(fields, statistic) if elsewhere else None
    if draft or elsewhere:
        study = "" if draft else fields.text("study")
        printed = free_words(free) or fields.text("printed")
    elif statistic in READERS:
        check = READERS[statistic](fields)
        printed = claim_words(check)
    else:
        hint = did_you_mean(statistic, READERS) or f"Known: {', '.join((*READERS, OTHER_STUDY))}."
        message = f'"{statistic}" is no statistic.'
        fields.problems.append(UNKNOWN_STATISTIC.problem(fields.span, message, hint=hint, got=statistic))
    base_n, base_known = read_base(fields)
    if check is not None or (free is not None and not draft):
        fields.tell_left_over()
    return Claim(
        claim_id, fields.span, check, printed, section, place, note, study, base_n, base_known, free, draft
    )


def read_base(fields: ClaimFields) -> tuple[int | None, str]:
    """Read the base that the publication gives, and how it is known."""
    value = fields.take("base")
    if value is None:
        return None, ""
    if not isinstance(value, dict):
        fields.bad("base", 'an object with "n" and "known"')
        return None, ""
    inner = fields.within(value)
    found = inner.whole("n"), inner.text("known")
    if found[1] not in BASES:
        hint = did_you_mean(found[1], BASES) or f"Write one of {', '.join(BASES)}."
        said = f'"{found[1]}" is no way to know a base.' if found[1] else '"base" lacks "known".'
        fields.problems.append(BAD_KEY.problem(fields.span, said, hint=hint, got=found[1]))
    inner.tell_left_over()
    return found


def read_share(fields: ClaimFields) -> ShareIs:
    """``share``: options of an item as a printed percentage."""
    item = fields.item()
    selection = fields.selection(item, fields.options(item))
    return ShareIs(selection, fields.number("printed"), fields.decimals())


def read_count(fields: ClaimFields) -> CountIs:
    """``count``: rows that pass the filters."""
    return CountIs(fields.filters(), fields.whole("printed"))


def read_base_size(fields: ClaimFields) -> BaseIs:
    """``base``: rows in an item's base."""
    return BaseIs(fields.selection(fields.item()), fields.whole("printed"))


def read_mode(fields: ClaimFields) -> MostChosen:
    """``mode``: the most chosen options, all of them when equal."""
    item = fields.item()
    return MostChosen(fields.selection(item, fields.options(item, "printed")))


def read_rank(fields: ClaimFields) -> RankIs:
    """``rank``: an option's rank."""
    item = fields.item()
    options = fields.options(item)
    if len(options) != 1:
        fields.bad("options", "one option")
    return RankIs(fields.selection(item, options), fields.whole("printed"))


def read_comparison(fields: ClaimFields) -> Compares:
    """``compare``: a share against another one (``against``) or a percentage (``against_percent``)."""
    item = fields.item()
    left = fields.selection(item, fields.options(item))
    name = fields.text("printed")
    if name not in set(Relation):
        fields.bad("printed", f"one of {', '.join(Relation)}")
        name = Relation.MORE
    if "against_percent" in fields.values:
        return Compares(left, Relation(name), fields.number("against_percent"))
    value = fields.take("against")
    if not isinstance(value, dict):
        fields.bad("against", "an object")
        return Compares(left, Relation(name), left)
    own: dict[str, Json] = {"item": item, "options": list(left.options)}
    inner = fields.within(own | value)
    other = inner.item()
    right = inner.selection(other, inner.options(other))
    inner.tell_left_over()
    return Compares(left, Relation(name), right)


def read_ticks(fields: ClaimFields) -> TicksAtMost:
    """``at_most``: nobody ticked more options than printed."""
    return TicksAtMost(fields.item(), fields.whole("printed"))


def read_top_class(fields: ClaimFields) -> TopClass:
    """``top_class``: the class of a group with the largest share."""
    item, by = fields.item(), fields.item("by")
    selection = fields.selection(item, fields.options(item))
    return TopClass(selection, by, fields.options(by, "printed"))


def read_only_classes(fields: ClaimFields) -> OnlyClasses:
    """``only_classes``: the only classes of a group with a share above a percentage."""
    item, by = fields.item(), fields.item("by")
    selection = fields.selection(item, fields.options(item))
    return OnlyClasses(selection, by, fields.number("above"), fields.options(by, "printed"))


def read_mean_share(fields: ClaimFields) -> MeanShareIs:
    """``mean_share``: mean over several items of a share."""
    return MeanShareIs(read_selections(fields), fields.number("printed"), fields.decimals())


def read_list_below(fields: ClaimFields) -> ListBelow:
    """``list_below``: the complete list of items and classes with a share below a percentage."""
    selections = read_selections(fields)
    groups = fields.choice_map("groups")
    value = fields.take("printed")
    rows = value if isinstance(value, list) else []
    listed = frozenset(
        (str(row[0]), str(row[1]), str(row[2])) for row in rows if isinstance(row, list) and len(row) == 3
    )
    known = {one.item for one in selections}
    for item, by, name in listed:
        if item not in known or name not in groups.get(by, ()):
            fields.bad("printed", "a list of [item, group, class], each among those of the claim")
    if not isinstance(value, list) or len(listed) != len(value):
        fields.bad("printed", "a list of [item, group, class]")
    return ListBelow(selections, groups, fields.number("below"), fields.whole("minimum_base"), listed)


def read_mostly_within(fields: ClaimFields) -> MostlyWithin:
    """``mostly_within``: at least a part of several items has a share between two percentages."""
    selections = read_selections(fields)
    return MostlyWithin(selections, fields.number("low"), fields.number("high"), fields.number("part"))


def read_selections(fields: ClaimFields) -> tuple[Selection, ...]:
    """Take the same options of several items."""
    items = fields.items()
    return tuple(fields.selection(item, fields.options(item)) for item in items)


READERS: Mapping[str, Callable[[ClaimFields], Check]] = {
    "share": read_share,
    "count": read_count,
    "base": read_base_size,
    "mode": read_mode,
    "rank": read_rank,
    "compare": read_comparison,
    "at_most": read_ticks,
    "top_class": read_top_class,
    "only_classes": read_only_classes,
    "mean_share": read_mean_share,
    "list_below": read_list_below,
    "mostly_within": read_mostly_within,
}
