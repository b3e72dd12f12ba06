"""Values of R's ``survey`` beside the reference material: made by ``more_r_values.R``, committed with it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def r_values() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(Path(__file__).with_suffix(".json").read_text("utf-8"))
    return found
