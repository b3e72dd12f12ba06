"""Published checks reckoned a second time, straight from the reference's own codes, in plain Python."""

from collections import Counter
from fractions import Fraction
from math import floor
from typing import Any

Row = dict[str, str]
Found = tuple[int, int]


def select(rows: list[Row], where: dict[str, list[Any]]) -> list[Row]:
    wanted = {name: {str(value) for value in values} for name, values in where.items()}
    return [row for row in rows if all(row[name] in values for name, values in wanted.items())]


def share(rows: list[Row], name: str, codes: list[int], where: dict[str, list[Any]]) -> Found:
    given = [int(row[name]) for row in select(rows, where) if row[name]]
    return sum(code in codes for code in given), len(given)


def printed(found: Found, decimals: int = 0) -> Fraction:
    scale = 10**decimals
    return Fraction(floor(Fraction(100 * scale * found[0], found[1]) + Fraction(1, 2)), scale)


def counts(rows: list[Row], check: dict[str, Any]) -> dict[int, int]:
    chosen = select(rows, check["where"])
    if "multi" in check:
        places = range(1, check["multi"] + 1)
        return {place: share(chosen, f"{check['var']}_{place}", [1], {})[0] for place in places}
    return Counter(int(row[check["var"]]) for row in chosen if row[check["var"]])


def of(rows: list[Row], check: dict[str, Any]) -> Found:
    return share(rows, check["var"], check["codes"], check.get("where", {}))


def by_group(rows: list[Row], check: dict[str, Any]) -> dict[int, Fraction]:
    found = {code: share(rows, check["var"], check["codes"], {check["by"]: [code]}) for code in range(1, 11)}
    return {code: Fraction(*one) for code, one in found.items() if one[1]}


def compares(rows: list[Row], check: dict[str, Any]) -> bool:
    left = of(rows, check["a"])
    if "const" in check["b"]:
        right = Fraction(str(check["b"]["const"])) / 100
    else:
        other = of(rows, check["b"])
        if check["rel"] == "eq":
            return printed(left) == printed(other)
        right = Fraction(*other)
    return Fraction(*left) > right if check["rel"] == "gt" else Fraction(*left) < right


def mode(rows: list[Row], check: dict[str, Any]) -> bool:
    found = {code: n for code, n in counts(rows, check).items() if code not in check["exclude"]}
    top = [code for code, n in found.items() if n == max(found.values())]
    return sorted(top) == sorted(check["codes"])


def outliers(rows: list[Row], check: dict[str, Any]) -> bool:
    found = []
    for name in check["vars"]:
        for group, where in check["groups"].items():
            n, base = share(rows, name, check["codes"], where)
            if base >= check["min_n"] and 100 * n < check["below"] * base:
                found.append([name, group])
    return sorted(found) == sorted(check["listed"])


def holds(entry: dict[str, Any], rows: list[Row]) -> bool:  # noqa: C901, PLR0911 - one case a statistic
    check = entry["check"]
    match check["op"]:
        case "share":
            decimals = entry["decimals"] or 0
            return printed(of(rows, check), decimals) == Fraction(str(entry["value"]))
        case "count":
            return len(select(rows, check["where"])) == check["n"]
        case "base":
            return sum(row[check["var"]] != "" for row in select(rows, check["where"])) == check["n"]
        case "mode":
            return mode(rows, check)
        case "rank":
            found = counts(rows, check)
            return 1 + sum(n > found[check["code"]] for n in found.values()) == check["rank"]
        case "cmp":
            return compares(rows, check)
        case "max_ticks":
            names = [f"{check['var']}_{place}" for place in range(1, check["multi"] + 1)]
            return all(sum(row[name] == "1" for name in names) <= check["max"] for row in rows)
        case "argmax_group":
            found = by_group(rows, check)
            return [code for code in found if found[code] == max(found.values())] == [check["target"]]
        case "only_groups":
            above = [code for code, one in by_group(rows, check).items() if 100 * one > check["threshold"]]
            return above == check["targets"]
        case "mean_share":
            several = [Fraction(*share(rows, name, check["codes"], check["where"])) for name in check["vars"]]
            return floor(100 * sum(several) / len(several) + Fraction(1, 2)) == entry["value"]
        case "outlier_list":
            return outliers(rows, check)
    several = [Fraction(*share(rows, name, check["codes"], {})) * 100 for name in check["vars"]]
    within = sum(check["lo"] <= one <= check["hi"] for one in several)
    return within >= check["min_share"] * len(several)
