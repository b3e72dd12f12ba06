"""A group of four people is looked for in every byte of all that is published, and isn't there."""

import csv
import io
import json
import re
import shutil
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pypdfium2
import pytest

from peil import line, packline
from peil.cli.main import main
from peil.formats.codings_file import keep_codings, read_kept
from peil.publishline import publish_site
from peil.study.coding import answer_mark
from peil.study.study import Study

STUDY = Path(__file__).parents[2] / "studies/genai-creative-work"
DATA = "data/responses-synthetic.csv"
PLANTED = "education"
MARK = "zwaluwstaart"
"""Stands in everything that the planted people wrote themselves, and in the ids of their rows."""


def plant(folder: Path) -> Study:
    """Write the reference study, in which the four people of a small sector said what nobody else would.

    One of them takes over somebody else's coded remark, so that their words are coded and no figure changes.
    """
    shutil.copytree(STUDY, folder, ignore=shutil.ignore_patterns("releases", "out"))
    with (folder / DATA).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    planted = [row for row in rows if row["sector"] == PLANTED]
    assert len(planted) == 4
    for row in rows:
        row["occupation"] = ""
    for number, row in enumerate(planted):
        row["id"] = f"{MARK}-{number}"
        row["occupation"] = f"Groet van de {MARK}, nummer {number}"
    donor = next(row for row in rows if row["remarks"])
    taker = next(row for row in planted if row["outcome"] == "complete")
    donor["remarks"], taker["remarks"] = "", f"Nog een groet van de {MARK}"
    mark = answer_mark("remarks", taker["id"], taker["remarks"])
    for (name, coder), one in read_kept(folder, "remarks").by_place.items():
        if name == donor["id"]:
            moved = replace(one, respondent=taker["id"], answer=mark)
            keep_codings(folder, "remarks", (name, coder), moved)
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    (folder / DATA).write_text(out.getvalue(), encoding="utf-8")
    return line.read_sound_study(folder)


def publish(study: Study, out: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, bytes]:
    """Give every file that a study publishes: the site, all its downloads, the registry, released tables."""
    done = publish_site(study, out=out)
    assert done.files, done.problems
    files = {name: (out / name).read_bytes() for name in done.files}
    (registered,) = (study.folder / "releases").iterdir()
    told = json.loads(registered.read_text(encoding="utf-8"))
    told.pop("fingerprint")  # of the data file itself; it stays in the study's folder and isn't published
    files["releases/001.json"] = json.dumps(told).encode()
    asked = ["tables", str(study.folder), "--released", "--format", "json"]
    capsys.readouterr()
    main([*asked, "--rows", "usage", "statements", "sector", "--by", "sector", "organisation4"])
    files["tables.json"] = capsys.readouterr().out.replace(str(study.folder), "").encode()
    return files


def unpack(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Give a file and whatever is packed in it, as deep as it goes; streams of a PDF inflated."""
    yield name, content
    if is_zipfile(io.BytesIO(content)):
        with ZipFile(io.BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield from unpack(f"{name}/{inner}", archive.read(inner))
    elif content.startswith(b"%PDF"):
        streams = re.finditer(rb"stream\r?\n(.*?)endstream", content, re.DOTALL)
        for number, found in enumerate(streams):
            try:
                yield f"{name}/{number}", zlib.decompressobj().decompress(found[1])
            except zlib.error:
                continue


def find_mark(name: str, content: bytes) -> list[str]:
    """Give where the mark stands in a file, whatever its letters are coded in."""
    marks = [MARK.encode(), MARK.encode("utf-16-le"), MARK.encode("utf-16-be"), MARK.encode().hex().encode()]
    found = [inner for inner, part in unpack(name, content) if any(mark in part.lower() for mark in marks)]
    if content.startswith(b"%PDF"):
        pages = pypdfium2.PdfDocument(content)
        found += [name for page in pages if MARK in page.get_textpage().get_text_bounded().lower()]
    return found


@pytest.mark.slow
def test_four_planted_people_are_in_no_byte_of_anything_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = plant(tmp_path / "study")
    files = publish(study, tmp_path / "site", capsys)
    kinds = {Path(name).suffix for name in files}
    assert {".html", ".pdf", ".docx", ".xlsx", ".pptx", ".zip", ".json"} <= kinds
    assert [place for name, content in files.items() for place in find_mark(name, content)] == []
    numbers = [
        (table["item"], cell["option"])
        for table in json.loads(files["tables.json"])["tables"]
        if (table["by"], table["group"]) == ("sector", PLANTED)
        for cell in table["cells"]
        if (table["base"]["n"], cell["n"], cell["share"]) != (None,) * 3
    ]
    assert numbers == []
    restricted = packline.make_pack(study, out=tmp_path / "pack", language="nl").files  # which has everything
    assert any(find_mark(path.name, path.read_bytes()) for path in restricted)
