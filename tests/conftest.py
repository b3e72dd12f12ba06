"""What all tests share.

No test measures time, so no example has a deadline: a busy machine must not turn a property red. In CI the
examples are drawn the same way every time; on a developer's machine they differ from run to run.
"""

import os
from pathlib import Path

from hypothesis import HealthCheck, settings

settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

REFERENCE = Path(__file__).resolve().parents[2] / "shared" / "reference"


def pytest_report_header() -> str:
    """Say at the head of every run what can't be tested for want of reference material."""
    if REFERENCE.is_dir():
        return "reference material: present"
    return "reference material: ABSENT; tests against published tables and reference values are SKIPPED"
