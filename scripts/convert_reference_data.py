"""Write the reference study's synthetic data set under the study's own ids.

Reads the reconstruction (130 made rows, answers as codes by position in the printed questionnaire) and
writes the same rows in the same order as ``data/responses-synthetic.csv``. Open answers were never
reconstructed, so their columns are absent, but for one: ``remarks`` holds answers that Peil's makers invented
(``invented_remarks.txt``), so that coding them can be shown.

    python scripts/convert_reference_data.py [SOURCE.csv [TARGET.csv]]
"""

import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT.parent / "shared" / "reference" / "genai-2026" / "reconstructed.csv"
REMARKS = ROOT / "scripts" / "invented_remarks.txt"
TARGET = ROOT / "studies" / "genai-creative-work" / "data" / "responses-synthetic.csv"

SHARES = ("p1_20", "p21_40", "p41_60", "p61_80", "p81_100", "dk")
CHANGE = ("yes", "same", "more", "dk")
NO_SUCH_OPTION = ""
"""Takes the place of a printed option that the study dropped; no row may have it."""

SINGLE: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "q1": ("employment", ("zzp", "employer", "employee", "other")),
    "q2": (
        "organisation",
        (
            *("company", "government", "public", "zzp_commercial", "zzp_noncommercial"),
            *("interest", "trade", "museum_nonprofit", "museum_profit", "other"),
        ),
    ),
    "q3": ("size", ("s0_9", "s10_24", "s25_49", "s50_99", "s100_249", "s250_499", "s500", "dk")),
    "q5": (
        "sector",
        (
            *("marketing_design", "audiovisual", "visual_arts", "music_stage", "media"),
            *("museums", "education", "makers", "umbrella_bodies", "other"),
        ),
    ),
    "q6": ("usage", ("very_often", "often", "sometimes", "rarely", "never", "dk")),
    "q8": (
        "replacement",
        ("support_only", "mostly_support", "equal", "mostly_replace", "replace_only", "dk"),
    ),
    "q9": ("hours_now", ("none", *SHARES)),
    "q10": ("hours_future", ("none", *SHARES)),
    "q11": ("turnover_now", ("none", *SHARES)),
    "q12": ("turnover_future", ("none", *SHARES)),
    "q13": ("start", ("yes", "no", "dk")),
    "q14": ("lost", CHANGE),
    "q15": ("lost_share", SHARES),
    "q16": ("loss_expected", CHANGE),
    "q17": ("loss_share_expected", (NO_SUCH_OPTION, *SHARES)),
    "q18": ("turnover_change", ("rose", "none", *SHARES)),
    "q19": ("turnover_fall", ("rise", "none", *SHARES)),
    "q20": ("work_same", ("same", "unsure", "change", "dk")),
    "q21": ("price_pressure", ("none", "slight", "some", "strong", "very_strong", "dk")),
    "q26": ("norms", ("yes", "no", "dk")),
    "q30": ("follow_up", ("yes", "no")),
}
MULTI: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "q7": ("reasons", ("faster", "cheaper", "quality", "routine", "inspiration", "other")),
    "q22": (
        "chosen_over",
        (
            *("routine", "low_budget", "deadline", "low_quality"),
            *("commercial", "low_creativity", "none", "other"),
        ),
    ),
    "q27": ("which_norms", ("ethical_codes", "eu_code", "market_rules", "binding", "law", "other")),
    "q28": (
        "factors",
        (
            *("costs", "availability", "quality", "development", "time"),
            *("creativity", "ethics", "legal", "level_field", "other"),
        ),
    ),
}
UP_TO_VIDEO = ("grants", "mail", "marketing", "video_edit")
AFTER_VIDEO = ("illustration", "music", "correction", "concepts", "content_quality", "creativity")
MATRIX: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "q23": ("ability", (*UP_TO_VIDEO, "video_full", *AFTER_VIDEO), ("worse", "equal", "better", "dk")),
    "q24": ("switch", (*UP_TO_VIDEO, *AFTER_VIDEO), ("cheaper10", "equal_price", "dearer10", "never")),
    "q25": (
        "statements",
        (
            *("tasks", "roles", "new_tasks", "division", "together", "routine"),
            *("complex", "replaces", "pressure", "joy", "room", "creative_part"),
        ),
        ("fully_disagree", "disagree", "neutral", "agree", "fully_agree", "dk"),
    ),
}
OTHER_EMPLOYMENT = {
    "": "",
    "board member": "bestuurslid",
    "half employed half zzp": "half in loondienst, half zzp",
    "retired": "gepensioneerd",
    "student": "student",
}
"""The reconstruction has these in English; the questionnaire was filled in in Dutch."""

LAST_PAGE = {
    "q17": "loss_share_expected",
    "q20": "work_same",
    "q22": "price_pressure",
    "q23": "ability",
    "q25": "statements",
    "q26": "norms",
    "end": "thanks",
}
"""Last question reached, to the page that it ends; a page's id is that of its first question."""

Row = Mapping[str, str]


def convert_row(row: Row) -> dict[str, str]:
    """Give one interview under the study's names, in questionnaire order as far as asked."""
    return {
        "id": row["id"],
        "synthetic": row["synthetic"],
        "last_page": _last_page(row),
        "outcome": "complete" if row["complete"] == "1" else "",
        **dict(_answers(row)),
    }


def _last_page(row: Row) -> str:
    """Those who left at Q26 and said yes had answered Q27 on the page after it too."""
    if row["last_question"] == "q26" and row["q27_1"]:
        return "which_norms"
    return LAST_PAGE[row["last_question"]]


def _answers(row: Row) -> Iterator[tuple[str, str]]:
    for column in row:
        stem, _, position = column.partition("_")
        if column == "q1_other":
            yield "employment.other.text", OTHER_EMPLOYMENT[row[column]]
        elif column in SINGLE:
            name, options = SINGLE[column]
            yield name, _option(row, column, options)
        elif stem in MULTI:
            name, options = MULTI[stem]
            yield f"{name}.{options[int(position) - 1]}", row[column]
        elif stem in MATRIX:
            name, rows, columns = MATRIX[stem]
            yield f"{name}.{rows[int(position) - 1]}", _option(row, column, columns)


def _option(row: Row, column: str, options: tuple[str, ...]) -> str:
    if not row[column]:
        return ""
    option = options[int(row[column]) - 1]
    if option == NO_SUCH_OPTION:
        message = f"{row['id']}: {column} has code {row[column]}, which the study dropped"
        raise ValueError(message)
    return option


def read_remarks(file: Path = REMARKS) -> list[str]:
    """Give the invented remarks; lines that begin with # say what they are."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def add_remarks(rows: list[dict[str, str]], remarks: list[str]) -> list[dict[str, str]]:
    """Give every second interview that came to the end a remark, before the question that follows it."""
    finished = [row["id"] for row in rows if row["outcome"] == "complete"]
    of_row = dict(zip(finished[::2], remarks, strict=False))
    return [
        {
            name: value
            for column in row
            for name, value in (
                *([("remarks", of_row.get(row["id"], ""))] if column == "follow_up" else []),
                (column, row[column]),
            )
        }
        for row in rows
    ]


def main(source: Path = SOURCE, target: Path = TARGET) -> None:
    """Convert the file at ``source`` into ``target``."""
    with source.open(encoding="utf-8", newline="") as file:
        rows = add_remarks([convert_row(row) for row in csv.DictReader(file)], read_remarks())
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    sys.stdout.write(f"{len(rows)} rows written to {target.name}\n")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
