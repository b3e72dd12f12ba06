"""Audit the locked dependencies: hashes, no index host, no known vulnerability.

A package that the advisory service doesn't know, or a service that can't be reached, is said, not passed over
in silence; a known vulnerability fails.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")


def check_lock(name: str) -> list[str]:
    """Say what is wrong with a lock file itself."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = [f"{name}: names a host or a folder: {line}" for line in text.splitlines() if "://" in line]
    entries = re.split(r"\n(?=\S)", text)
    bare = [entry.split()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry]
    return found + [f"{name}: no hash for {entry}" for entry in bare]


def known_vulnerabilities(name: str) -> list[str]:
    """Ask the advisory service about every package of a lock file."""
    command = [
        sys.executable,
        "-m",
        "pip_audit",
        "--require-hashes",
        "--disable-pip",
        "-r",
        name,
        "-f",
        "json",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - fixed
    try:
        packages = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        print(f"{name}: THE ADVISORY SERVICE COULD NOT BE ASKED: {done.stderr.strip().splitlines()[-1:]}")
        return []
    unknown = [package["name"] for package in packages if "skip_reason" in package]
    audited = len(packages) - len(unknown)
    print(f"{name}: {audited} packages audited, {len(unknown)} NOT KNOWN to the advisory service")
    return [
        f"{name}: {package['name']}: {each['id']}, mended in {', '.join(each['fix_versions'])}"
        for package in packages
        for each in package.get("vulns", ())
    ]


def main() -> int:
    """Audit every lock file."""
    found = [problem for name in LOCKS for problem in (*check_lock(name), *known_vulnerabilities(name))]
    print("\n".join(found) if found else "dependencies: nothing found")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
