"""The same study gives the same bytes in every format: in another process, time zone and year."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from peil import line, reportline
from peil.report.template.part import PARTS

pytestmark = pytest.mark.slow

REFERENCE = Path(__file__).resolve().parents[2] / "studies" / "genai-creative-work"
YEARS = 3

LATER = f"""
import datetime, sys, time

ahead = {YEARS} * 366 * 24 * 3600
now, local, utc = time.time, time.localtime, time.gmtime
time.time = lambda: now() + ahead
time.localtime = lambda *of: local(*(of or [time.time()]))
time.gmtime = lambda *of: utc(*(of or [time.time()]))

class Kind(type(datetime.datetime)):
    def __instancecheck__(cls, one):
        return isinstance(one, real)

real = datetime.datetime

class Later(real, metaclass=Kind):
    @classmethod
    def now(cls, tz=None):
        return real.fromtimestamp(time.time(), tz)
    @classmethod
    def utcnow(cls):
        return real.fromtimestamp(time.time(), datetime.timezone.utc).replace(tzinfo=None)
    @classmethod
    def today(cls):
        return cls.now()

datetime.datetime = Later
assert datetime.datetime.now().year > real.now().year
"""
MAKE = """
import sys
from pathlib import Path
from peil import line, reportline
study = line.read_sound_study(sys.argv[1])
reportline.make_report(
    study, out=Path(sys.argv[2]), formats=sys.argv[3].split(","), languages=study.about.languages
)
"""


def made(folder: Path, formats: list[str], before: str, **settings: str) -> dict[str, str]:
    """Write everything in a process of its own; gives a fingerprint of each file."""
    command = [sys.executable, "-c", before + MAKE, str(REFERENCE), str(folder), ",".join(formats)]
    subprocess.run(command, check=True, env={**os.environ, **settings})
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_files_are_the_same_whenever_and_wherever_they_are_made(tmp_path: Path) -> None:
    study = line.read_sound_study(REFERENCE)
    texts = set(reportline.find_texts(study))
    languages = study.about.languages
    texted = [
        name for name, part in PARTS.items() if all((part, language) in texts for language in languages)
    ]
    formats = [*texted, "xlsx"]
    with ThreadPoolExecutor() as both:
        one = both.submit(
            made, tmp_path / "here", formats, "", PYTHONHASHSEED="1", TZ="Europe/Amsterdam", LC_ALL="C.UTF-8"
        )
        other = both.submit(
            made, tmp_path / "there", formats, LATER, PYTHONHASHSEED="2", TZ="Pacific/Kiritimati", LC_ALL="C"
        )
        here, there = one.result(), other.result()
    assert here == there
    assert len(here) == len(languages) * (len(formats) + ("press" in formats))
