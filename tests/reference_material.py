"""Where the reference material lies: beside the project, never in it."""

from pathlib import Path

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"
