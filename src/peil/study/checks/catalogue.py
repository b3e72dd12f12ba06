"""All rules, found by looking through this package: a new file is a new rule."""

import importlib
import pkgutil
from functools import cache

from peil.study import checks
from peil.study.checks.rule import Rule

NOT_RULES = {"rule", "catalogue", "check", "page"}


@cache
def rules() -> tuple[Rule, ...]:
    """Give every rule in order of its code."""
    names = (
        module.name
        for module in pkgutil.iter_modules(checks.__path__)
        if not module.ispkg and module.name not in NOT_RULES
    )
    found = [importlib.import_module(f"peil.study.checks.{name}").RULE for name in names]
    return tuple(sorted(found, key=lambda rule: rule.code))
