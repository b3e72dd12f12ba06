"""Claims in the coding of a printed questionnaire: ``q23_4`` is the fourth row of Q23, options are numbers.

Figures are often collected before there is a study folder. ``source:`` in the questionnaire gives each
question's printed number, and options go by their codes; that is enough to put such claims into the study's
own names. An entry is one whose ``check`` has an ``op``.
"""

from collections.abc import Mapping
from typing import Any

from peil.audit.numbering import Entry, Numbering, UnknownNumberError

RELATIONS = {"gt": "more", "lt": "less", "ge": "at_least", "le": "at_most", "eq": "same"}
KNOWN_BASES = {
    "printed": "printed",
    "derived": "derived",
    "inferred": "inferred",
    "upper bound": "upper_bound",
}


def from_numbered(entry: Mapping[str, Any], numbering: Numbering) -> Entry:
    """Give a claim in the study's own names.

    Raises:
        UnknownNumberError: A question, row or option number stands for nothing in the study.
    """
    found: Entry = {
        "id": entry["id"],
        "section": entry.get("section") or "",
        "place": entry.get("item") or "",
    }
    if entry.get("note"):
        found["note"] = entry["note"]
    check = entry.get("check")
    if check is None:
        return found | elsewhere(entry)
    found |= check_of(entry, check, numbering)
    base = base_of(entry)
    return found | ({"base": base} if base else {})


def elsewhere(entry: Mapping[str, Any]) -> Entry:
    """Give a figure of another study in the ledger's own words; one that is no plain number stays a text."""
    value, unit, group = entry.get("value"), entry.get("unit"), entry.get("subgroup")
    number = isinstance(value, int | float) and not isinstance(value, bool)
    statistic = {"share": "share", "sum": "share", "count": "count"}.get(str(entry.get("statistic")))
    words: Entry = {"study": entry.get("study") or "", "question": entry.get("question") or ""}
    words["options"] = list(entry.get("options") or [])
    if isinstance(group, str) and group != "all":
        words["group"] = group
    if statistic is None or not number:
        said = f"{value}{'%' if number and unit == 'pct' else ''}"
        return {"statistic": "other_study"} | words | {"printed": said}
    base = base_of(entry)
    return {"statistic": statistic} | words | printed(entry) | ({"base": base} if base else {})


def base_of(entry: Mapping[str, Any]) -> Entry | None:
    """Give the base that was published for a claim."""
    known = KNOWN_BASES.get(entry.get("base_n_subgroup_basis") or "")
    if entry.get("base_n_subgroup") and known:
        return {"n": entry["base_n_subgroup"], "known": known}
    group = entry.get("subgroup")
    whole = group == "all" or (isinstance(group, dict) and group.get("by") == "all")
    if whole and entry.get("base_n_figure"):
        return {"n": entry["base_n_figure"], "known": "printed"}
    return None


def check_of(entry: Mapping[str, Any], check: Mapping[str, Any], to: Numbering) -> Entry:  # noqa: C901, PLR0911 - one case a statistic
    """Give the statistic with its fields."""
    filters = check.get("where", {})
    match check["op"]:
        case "share":
            return (
                {"statistic": "share"} | to.selection(check["var"], check["codes"], filters) | printed(entry)
            )
        case "count":
            return {"statistic": "count"} | to.where(filters)[0] | {"printed": check["n"]}
        case "base":
            return (
                {"statistic": "base"}
                | bare(to.selection(check["var"], [], filters))
                | {"printed": check["n"]}
            )
        case "mode":
            return mode_of(check, to)
        case "rank":
            selection = to.selection(check["var"], [check["code"]], filters)
            return {"statistic": "rank"} | selection | {"printed": check["rank"]}
        case "cmp":
            return comparison_of(check, to)
        case "max_ticks":
            item, _ = to.place(check["var"])
            return {"statistic": "at_most", "item": item.key, "printed": check["max"]}
        case "argmax_group" | "only_groups":
            return classes_of(check, to)
        case "mean_share":
            return {"statistic": "mean_share"} | several(check, to) | printed(entry)
        case "outlier_list":
            return list_of(check, to)
        case "bound_most":
            bounds = {"low": check["lo"], "high": check["hi"], "part": check["min_share"]}
            return {"statistic": "mostly_within"} | several(check, to) | bounds
    raise UnknownNumberError(f'"{check["op"]}" is no statistic')


def printed(entry: Mapping[str, Any]) -> Entry:
    """Give the printed percentage."""
    decimals = entry.get("decimals") or 0
    return {"printed": entry["value"]} | ({"decimals": decimals} if decimals else {})


def bare(selection: Entry) -> Entry:
    """Give a selection without options: all that was answered."""
    return {key: value for key, value in selection.items() if key != "options"}


def mode_of(check: Mapping[str, Any], to: Numbering) -> Entry:
    """Give ``mode``; in a multi question codes are places of ticks."""
    item, _ = to.place(check["var"])
    where, settings = to.where(check.get("where", {}))
    left_out = [*settings.get("without", []), *to.options(item, check.get("exclude", []))]
    without = {"without": left_out} if left_out else {}
    options = {"printed": to.options(item, check["codes"])}
    return {"statistic": "mode", "item": item.key} | where | without | options


def comparison_of(check: Mapping[str, Any], to: Numbering) -> Entry:
    """Give ``compare``."""
    left, right = check["a"], check["b"]
    found = {"statistic": "compare"} | to.selection(left["var"], left["codes"], left["where"])
    found["printed"] = RELATIONS[check["rel"]]
    if "const" in right:
        return found | {"against_percent": right["const"]}
    return found | {"against": to.selection(right["var"], right["codes"], right["where"])}


def classes_of(check: Mapping[str, Any], to: Numbering) -> Entry:
    """Give ``top_class`` or ``only_classes``."""
    selection = to.selection(check["var"], check["codes"], check.get("where", {}))
    by, _ = to.place(check["by"])
    if check["op"] == "argmax_group":
        classes = to.options(by, [check["target"]])
        return {"statistic": "top_class"} | selection | {"by": by.key, "printed": classes}
    classes = to.options(by, check["targets"])
    rule = {"by": by.key, "above": check["threshold"], "printed": classes}
    return {"statistic": "only_classes"} | selection | rule


def several(check: Mapping[str, Any], to: Numbering) -> Entry:
    """Give several items with the same options."""
    items = [to.place(variable)[0] for variable in check["vars"]]
    where, settings = to.where(check.get("where", {}))
    options = to.options(items[0], check["codes"])
    return {"items": [item.key for item in items], "options": options} | where | settings


def list_of(check: Mapping[str, Any], to: Numbering) -> Entry:
    """Give ``list_below``; options that it takes together are a class of a group of the plan."""
    together = {
        name for filters in check["groups"].values() for name, codes in filters.items() if len(codes) > 1
    }
    groups: dict[str, list[str]] = {}
    names: dict[str, tuple[str, str]] = {}
    for short, filters in check["groups"].items():
        ((name, codes),) = filters.items()
        item, _ = to.place(name)
        options = to.options(item, codes)
        key, options = to.class_of(item, options) if name in together else (item.key, options)
        groups.setdefault(key, []).extend(options)
        names[short] = (key, options[0])
    listed = [[to.place(variable)[0].key, *names[short]] for variable, short in check["listed"]]
    rule = {"groups": groups, "below": check["below"], "minimum_base": check["min_n"], "printed": listed}
    return {"statistic": "list_below"} | several(check, to) | rule
