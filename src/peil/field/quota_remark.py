"""What is to be said of quotas when a text is published: servers that are running keep to theirs."""

from peil.core.problem import Problem
from peil.core.span import Span
from peil.field.change_phase import PhaseReport
from peil.field.phase_problems import OTHER_QUOTAS
from peil.store.phase import Phase
from peil.store.store import Store
from peil.study.study import Study


def quota_remarks(study: Study, store: Store, report: PhaseReport) -> tuple[Problem, ...]:
    """Say that servers have to be restarted, where none has begun with the folder's quotas and text.

    Before the first phase none is running, and after closing nobody is counted.

    Raises:
        StoreUnavailable: It can't be read now.
    """
    latest = report.latest
    earlier = len(report.log) - int(report.entered)
    if latest is None or not earlier or latest.phase is Phase.CLOSED or store.counts_these_quotas():
        return ()
    message = "Servers that are running count quotas by the plan and the text that they began with."
    hint = "If a quota was changed, or what it counts, restart all of them."
    return (OTHER_QUOTAS.problem(Span(str(study.folder / "plan.toml")), message, hint=hint),)
