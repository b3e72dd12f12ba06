"""All rules of a study, found by looking through this package: a new file is a new rule.

A rule's module holds ``RULE`` and, where it is found in a study that was read rather than while reading it,
``check``.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from functools import cache
from types import ModuleType

from peil.core.problem import Problem
from peil.core.rule import Rule
from peil.study import checks as package
from peil.study.study import Study

NOT_RULES = {"catalogue", "check"}

Check = Callable[[Study], Iterable[Problem]]


@cache
def modules() -> tuple[ModuleType, ...]:
    """Give the module of every rule in order of its code."""
    names = (
        module.name
        for module in pkgutil.iter_modules(package.__path__)
        if not module.ispkg and module.name not in NOT_RULES
    )
    found = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return tuple(sorted(found, key=lambda module: str(module.RULE.code)))


@cache
def rules() -> tuple[Rule, ...]:
    """Give every rule in order of its code."""
    return tuple(module.RULE for module in modules())


@cache
def checks() -> tuple[Check, ...]:
    """Give the check of every rule that is applied to a study that was read."""
    return tuple(module.check for module in modules() if hasattr(module, "check"))
