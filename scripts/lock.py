"""Lock the dependencies: versions and hashes for every platform, no index host, no local folder.

Needs uv, which is installed into the project's own environment when it is absent.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def lock(source: str, target: str) -> None:
    """Resolve one list of requirements into one lock file."""
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]
    command = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", *options, source, "-o", target]
    subprocess.run(command, cwd=ROOT, check=True)  # noqa: S603 - a fixed command
    hosts = [line for line in (ROOT / target).read_text().splitlines() if "://" in line or "--index" in line]
    if hosts:
        sys.exit(f"{target} names a host or folder: {hosts[0]}")
    print(f"{target}: {(ROOT / target).read_text().count('==')} packages")


if __name__ == "__main__":
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "uv"], check=True)
    lock("requirements.in", "requirements.lock")
    lock("requirements-dev.in", "requirements-dev.lock")
    lock("requirements-bench.in", "requirements-bench.lock")
