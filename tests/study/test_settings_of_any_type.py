"""Whatever stands under a setting of fieldwork, a quota or an amendment is told, and never a crash."""

import shutil
from pathlib import Path
from tempfile import mkdtemp

import pytest
from check_example import AROUND
from hypothesis import given, settings
from hypothesis import strategies as st

from peil.study.checks.check import check_study
from peil.study.reader.read import read_study

LEAVES = st.sampled_from(
    [
        "0",
        "-1",
        "1.5",
        "inf",
        "true",
        '""',
        '" "',
        '"open"',
        '"both"',
        '"usage"',
        '"often"',
        '"usage is often"',
        '"a@example.org"',
        '"https://example.org/"',
        '"AGE-SECRET-KEY-1"',
        "2026-03-01",
        "9999-12-31",
        "2026-03-01T10:00:00",
        "10:00:00",
    ]
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda some: f"[{', '.join(some)}]"),
        st.dictionaries(st.sampled_from(["usage", "test", "if", "a b", "limit"]), inner, max_size=2).map(
            lambda some: "{" + ", ".join(f'"{name}" = {value}' for name, value in some.items()) + "}"
        ),
    ),
    max_leaves=4,
)
TABLES = {
    "study": {
        "fieldwork": ["access", "privacy", "special_category", "contact_keys", "links", "retention"],
        "fieldwork.links": ["newsletter", "test"],
        "fieldwork.retention": ["contacts", "addresses"],
        "mail": ["from", "reply_to", "address", "postal"],
        "method": ["funding", "limitations"],
    },
    "plan": {
        "design": ["strata", "psu", "population", "lonely", "replicates"],
        "design.replicates": ["columns", "file", "scale", "rscales", "mse"],
        "intervals": ["model", "assumptions"],
        "deviation": ["rule", "points", "level", "family", "correction"],
        "quotas.some": ["title", "if", "limit", "hold_days"],
        "quotas": ["other"],
        "[exclusions]": ["interview", "on", "reason"],
        "[recodings]": ["item", "option", "texts", "to", "on", "reason"],
    },
}
WHOLE = {"study": ["fieldwork", "mail", "method"], "plan": ["quotas", "exclusions", "recodings"]}


@st.composite
def files(draw: st.DrawFn) -> dict[str, str]:
    """Give both settings files with tables of any kind, or with anything in place of a table."""
    found = {}
    for file, tables in TABLES.items():
        text = ""
        if draw(st.booleans()):
            for name in draw(st.lists(st.sampled_from(WHOLE[file]), unique=True)):
                text += f"{name} = {draw(VALUES)}\n"
            text += AROUND[f"{file}.toml"]
        else:
            text += AROUND[f"{file}.toml"]
            for name in draw(st.lists(st.sampled_from(sorted(tables)), unique=True)):
                keys = draw(st.lists(st.sampled_from(tables[name]), unique=True))
                text += f"[{name}]\n" + "".join(f"{key} = {draw(VALUES)}\n" for key in keys)
        found[f"{file}.toml"] = text
    return found


@pytest.mark.slow
@given(files())
@settings(deadline=None, max_examples=300)
def test_nothing_that_can_be_written_crashes_the_reader(some: dict[str, str]) -> None:
    folder = Path(mkdtemp())
    for name, text in {**AROUND, **some}.items():
        (folder / name).write_text(text, encoding="utf-8")
    problems = check_study(read_study(folder))
    assert all(problem.message and problem.span.file for problem in problems)
    shutil.rmtree(folder)
