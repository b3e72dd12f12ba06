"""What ``peil code`` prints beside the desk: how far coding has come, groups, agreement, what was found."""

from collections import Counter
from collections.abc import Iterable, Sequence

from peil.data.final_codes import Standing, find_final
from peil.qual.agreement import Agreement
from peil.qual.alpha import Alpha
from peil.qual.desk_text import on_one_line
from peil.qual.groups import AnswerGroup
from peil.qual.open_answers import OpenAnswer
from peil.study.coding import Codings
from peil.study.coding_frame import CodingFrame

NONE = "no code fits"


def progress_json(frame: CodingFrame, codings: Codings, answers: Sequence[OpenAnswer]) -> dict[str, object]:
    """Count how far coding has come."""
    return {
        "variable": frame.variable,
        "answers": len(answers),
        "coded": [{"coder": coder, "n": count_coded(coder, codings, answers)} for coder in frame.coders],
        "standings": {one.value: number for one, number in count_standings(frame, codings, answers).items()},
    }


def count_coded(coder: str, codings: Codings, answers: Iterable[OpenAnswer]) -> int:
    """Count the answers that a coder has coded as they are now."""
    found = ((one.mark, codings.of(one.respondent, coder)) for one in answers)
    return sum(kept is not None and kept.answer == mark for mark, kept in found)


def count_standings(
    frame: CodingFrame, codings: Codings, answers: Iterable[OpenAnswer]
) -> dict[Standing, int]:
    """Count the answers by how far they have come."""
    counted = Counter(find_final(frame, codings, one.respondent, one.words).standing for one in answers)
    return {standing: counted[standing] for standing in Standing}


def progress_text(frame: CodingFrame, codings: Codings, answers: Sequence[OpenAnswer]) -> str:
    """Say how far coding has come."""
    standings = count_standings(frame, codings, answers)
    lines = [
        f"Answers to {frame.variable}: {len(answers)}.",
        *(f"Coded by {coder}: {count_coded(coder, codings, answers)}." for coder in frame.coders),
        f"With a final code: {standings[Standing.CODED]}.",
        f"Coded differently and not decided: {standings[Standing.DISAGREED]}.",
    ]
    if standings[Standing.CHANGED]:
        lines.append(f"Changed after being coded: {standings[Standing.CHANGED]}.")
    return "\n".join(lines)


def groups_json(groups: Iterable[AnswerGroup]) -> list[dict[str, object]]:
    """Give groups of two and more."""
    return [
        {
            "exact": group.exact,
            "answers": [{"id": one.respondent, "words": one.words} for one in group.answers],
        }
        for group in groups
        if len(group.answers) > 1
    ]


def groups_text(groups: Sequence[AnswerGroup], threshold: float) -> str:
    """Show groups of two and more."""
    several = [group for group in groups if len(group.answers) > 1]
    lines = [
        f"Groups of the same or nearly the same words (token sort ratio from {threshold:g}): {len(several)}."
    ]
    for number, group in enumerate(several, start=1):
        alike = "the same" if group.exact else "nearly the same"
        lines.append(f"\n{number}. {len(group.answers)} answers, {alike}")
        lines += answers_lines(group.answers)
    return "\n".join(lines)


def answers_lines(answers: Iterable[OpenAnswer]) -> list[str]:
    """Give answers with the ids that --quote takes."""
    return [f"   {one.respondent}: {on_one_line(one.words)}" for one in answers]


def agreement_json(frame: CodingFrame, found: Agreement) -> dict[str, object]:
    """Give agreement as JSON."""
    return {
        "metric": metric(frame),
        "overall": _alpha_json(found.overall),
        "codes": [{"code": code, **_alpha_json(one)} for code, one in found.by_code.items()],
        "confusions": [
            {
                "first": one.first,
                "second": one.second,
                "counts": [{"first": list(a), "second": list(b), "n": n} for a, b, n in one.counts],
            }
            for one in found.confusions
        ],
        "disagreements": [
            {
                "id": one.answer.respondent,
                "words": one.answer.words,
                "found": [{"coder": coder, "codes": list(codes)} for coder, codes in one.codes.items()],
                "decided": None if one.decided is None else list(one.decided),
            }
            for one in found.disagreements
        ],
    }


def metric(frame: CodingFrame) -> str:
    """Name the distance that the whole is compared by."""
    return "nominal" if frame.single else "masi"


def agreement_text(frame: CodingFrame, found: Agreement) -> str:
    """Show agreement."""
    lines = [
        f"Coded by two coders or more: {found.overall.units} answers.",
        f"Krippendorff's alpha ({metric(frame)}), 95 % interval, the same codes:",
        f"  {'all codes':24} {alpha_text(found.overall)}",
        *(f"  {code:24} {alpha_text(one)}" for code, one in found.by_code.items()),
    ]
    for one in found.confusions:
        lines.append(f"\n{one.first} / {one.second}: answers")
        lines += [f"  {_codes(a)} / {_codes(b)}: {n}" for a, b, n in one.counts]
    open_ones = sum(one.decided is None for one in found.disagreements)
    lines.append(f"\nCoded differently: {len(found.disagreements)}, of which to decide: {open_ones}")
    for each in found.disagreements:
        lines += answers_lines([each.answer])
        lines += [f"     {coder}: {_codes(codes)}" for coder, codes in each.codes.items()]
        lines += [] if each.decided is None else [f"     decided: {_codes(each.decided)}"]
    return "\n".join(lines)


def alpha_text(found: Alpha) -> str:
    """Say an alpha, its interval and the share that agrees."""
    agreed = "" if found.agreed is None else f", {100 * found.agreed:.0f} %"
    if found.alpha is None:
        return f"none: nothing varies{agreed}" if found.units else "none: nothing was coded twice"
    if found.low is None or found.high is None:
        return f"{found.alpha:.3f}{agreed}"
    return f"{found.alpha:.3f}  [{found.low:.3f}; {found.high:.3f}]{agreed}"


def _alpha_json(found: Alpha) -> dict[str, object]:
    return {
        "alpha": found.alpha,
        "low": found.low,
        "high": found.high,
        "agreed": found.agreed,
        "units": found.units,
        "pairable": found.pairable,
    }


def _codes(codes: Sequence[str]) -> str:
    return ", ".join(codes) or NONE
