"""Programs that read what is published, as its readers do: PSPP and LibreOffice, Debian's own."""

import csv
import importlib.util
import io
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ABSENT_PSPP = "no PSPP on this machine: scripts/test_machine.py --install"
ABSENT_LIBREOFFICE = "no LibreOffice on this machine: scripts/test_machine.py --install"
PATIENCE = 180.0
"""Seconds that a program may take on a busy machine."""


def find_program(name: str) -> Path | None:
    """Find a program as ``make machine`` does, by the name of its function there."""
    spec = importlib.util.spec_from_file_location("test_machine", ROOT / "scripts" / "test_machine.py")
    assert spec is not None
    assert spec.loader is not None
    machine = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(machine)
    found: Path | None = getattr(machine, name)()
    return found


@dataclass(frozen=True)
class LibreOffice:
    """LibreOffice with a profile of its own, so that it never meets another's."""

    program: Path
    profile: Path

    def as_pdf(self, path: Path) -> Path:
        """Open a file and print it to a PDF beside it."""
        return self.convert(path, "pdf")

    def convert(self, path: Path, ending: str) -> Path:
        """Open a file and save it in another format beside it."""
        command = [str(self.program), f"-env:UserInstallation={self.profile.as_uri()}", "--headless"]
        command += ["--convert-to", ending, "--outdir", str(path.parent), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
        made = path.with_suffix(f".{ending}")
        assert made.is_file(), done.stdout + done.stderr
        return made


@dataclass(frozen=True)
class Pspp:
    """PSPP; what it prints, as rows of cells."""

    program: Path

    def run(self, syntax: str) -> list[list[str]]:
        with tempfile.TemporaryDirectory() as folder:
            script = Path(folder) / "run.sps"
            script.write_text(syntax, encoding="utf-8")
            command = [str(self.program), "-O", "format=csv", str(script)]
            done = subprocess.run(
                command,
                capture_output=True,
                encoding="utf-8",
                timeout=PATIENCE,
                check=False,
                env={"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
            )
        assert done.returncode == 0, done.stdout + done.stderr
        return list(csv.reader(io.StringIO(done.stdout)))
