"""The reference study in every format and language, and what stays hidden: ``make bench-report``.

``seconds_all_formats`` is ``peil report`` as one types it, Python's start included: one release, and of it
the report, Word, deck, page for the press and banner workbook, each in both languages; best of three runs.
The other seconds are of one file after the other in a process of its own, best of three too: what is done
before files are written by stage, then each format and language. ``peil report`` makes files side by side, so
these add up to more.

``hidden_cells_recovered`` counts the hidden cells that somebody who has everything published can tell closer
than the plan's protection, by an audit that knows only what is released (``disclose/audit_release.py``), in
``seconds_audit``; ``hidden_share`` is the share of all published cells that is hidden.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STUDY = ROOT / "studies" / "genai-creative-work"
OUT = ROOT / "out" / "bench" / "report.json"
FORMATS = ("html", "pdf", "docx", "pptx", "press", "xlsx")
LANGUAGES = ("nl", "en")
RUNS = 3

PARTS = """
import json, sys, time
from pathlib import Path
from peil import line, reportline
from peil.disclose.audit_release import audit_release
from peil.report.template.part import PARTS

folder, out = sys.argv[1], Path(sys.argv[2])
formats, languages = sys.argv[3].split(","), sys.argv[4].split(",")
seconds, began = {}, [("reading", time.perf_counter())]

def mark(name):
    now = time.perf_counter()
    before, since = began.pop()
    seconds[f"seconds_{before}"] = now - since
    began.append((name, now))

study = line.read_sound_study(folder)
published = reportline.compose_publication(study, None, progress=lambda name: mark(name.replace(" ", "_")))
mark("texts")
texts = [(PARTS[name], language) for language in languages for name in formats if name in PARTS]
documents = {text: published.compose(*text)[0] for text in dict.fromkeys(texts)}
for language in languages:
    for name in formats:
        mark(f"{name}_{language}")
        for job in reportline.jobs_of(published, documents, name, language, out):
            job.write()
mark("audit")
bounds = audit_release(study, published.release)
mark("end")
accounting = published.release.accounting
seconds["cells_published"] = accounting.cells
seconds["cells_hidden"] = accounting.hidden
seconds["hidden_cells_audited"] = len(bounds)
seconds["hidden_cells_recovered"] = sum(not one.protected for one in bounds)
seconds["hidden_share"] = accounting.hidden / accounting.cells if accounting.cells else 0.0
print(json.dumps(seconds))
"""


def run_parts(out: Path) -> dict[str, float]:
    """Make everything one by one in a fresh process, and give the seconds of each part."""
    command = [sys.executable, "-c", PARTS, str(STUDY), str(out), ",".join(FORMATS), ",".join(LANGUAGES)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def run_whole(out: Path) -> float:
    """Run the command as one types it, and give its seconds."""
    command = [str(Path(sys.executable).parent / "peil"), "report", str(STUDY), "--out", str(out)]
    options = ["--to", ",".join(FORMATS), "--language", ",".join(LANGUAGES), "--format", "json"]
    start = time.perf_counter()
    done = subprocess.run([*command, *options], check=False, capture_output=True, text=True)
    seconds = time.perf_counter() - start
    said = json.loads(done.stdout)
    if done.returncode == 2 or len(said["files"]) < len(FORMATS) * len(LANGUAGES):
        raise SystemExit("\n".join(problem["message"] for problem in said["problems"]))
    return seconds


def main() -> None:
    """Measure three times, write and print the best."""
    with tempfile.TemporaryDirectory() as name:
        parts = [run_parts(Path(name) / "parts") for _ in range(RUNS)]
        whole = min(run_whole(Path(name) / "whole") for _ in range(RUNS))
        size = sum(path.stat().st_size for path in (Path(name) / "whole").iterdir())
    figures = {
        "seconds_all_formats": whole,
        "megabytes_all_formats": size / 1e6,
        **{figure: min(run[figure] for run in parts) for figure in parts[0]},
    }
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"figures": figures}, indent=2) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"), end="")


if __name__ == "__main__":
    main()
