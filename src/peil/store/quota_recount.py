"""Places in quotas counted anew from the answers: when a quota comes, or is about something else now."""

import hashlib
import json

from peil.interview.given_whole import holds
from peil.interview.interview import COMPLETE, Interview
from peil.interview.walk import walk
from peil.store import interview_rows as rows
from peil.store.database import Database, transaction
from peil.store.kept import Kept
from peil.store.purpose import Purpose
from peil.store.quota_places import Claim, keep_places, lock_quotas
from peil.store.version import Version
from peil.study.study import Study


def claim_of(study: Study, kept: Kept, walked: Interview | None = None) -> Claim:
    """Give what an interview asks of the plan's quotas: the current plan's, whatever its own version.

    Args:
        study: The current study.
        kept: The interview.
        walked: Its answers walked in the current study, where that has been done.
    """
    if kept.changed_on is None:
        raise ValueError("an interview is kept with its days")
    interview = walked or walk(study, kept.answers)
    wanted = tuple(quota for quota in study.plan.quotas if holds(study, interview, quota.condition.tree))
    return Claim(kept.id, wanted, interview.outcome == COMPLETE, kept.changed_on)


def recount(database: Database, study: Study, version: Version) -> bool:
    """Count the places of all live interviews, unless they were counted by these very quotas.

    More can be held afterwards than there are: who took part before a quota was made isn't sent away by it.
    Other processes' submissions wait meanwhile.

    Args:
        database: The answers database, in no transaction.
        study: The current study.
        version: Its texts.

    Returns:
        Whether they were counted.
    """
    quotas = study.plan.quotas
    if is_counted(database, study, version):
        return False
    if not quotas:
        _forget_rules(database)
        return False
    rule = _rule(study, version)
    with transaction(database, alone=True):
        # The interviews before the quotas, as every submission locks them.
        locked = "SELECT id FROM interviews WHERE purpose = ? ORDER BY key_hash FOR UPDATE"
        live = sorted(interview for (interview,) in database.execute(locked, (Purpose.LIVE.value,)))
        lock_quotas(database, [quota.id for quota in quotas])
        database.execute("DELETE FROM quota_places")
        database.execute("UPDATE quotas SET rule = ''")  # of those that the plan has no more
        for start in range(0, len(live), rows.TOGETHER):
            some = rows.read_together(database, live[start : start + rows.TOGETHER])
            keep_places(database, [claim_of(study, kept) for kept in some if not kept.full])
        database.execute_many(
            "UPDATE quotas SET rule = ? WHERE quota = ?", [(rule, quota.id) for quota in quotas]
        )
    return True


def is_counted(database: Database, study: Study, version: Version) -> bool:
    """Say whether places are counted by these very quotas and texts, and by no others."""
    found = {quota: rule for quota, rule in database.execute("SELECT quota, rule FROM quotas") if rule}
    if not found or not study.plan.quotas:
        return not found and not study.plan.quotas
    rule = _rule(study, version)
    return found == {quota.id: rule for quota in study.plan.quotas}


def _forget_rules(database: Database) -> None:
    """Note that nothing is counted by any quotas: the plan has none left."""
    with transaction(database):
        database.execute("UPDATE quotas SET rule = ''")


def _rule(study: Study, version: Version) -> str:
    """Give what tells these quotas from others: all texts, for derived variables and routing count too."""
    stated = [(quota.id, quota.condition.source) for quota in study.plan.quotas]
    return hashlib.sha256(json.dumps([stated, dict(version.texts)], sort_keys=True).encode()).hexdigest()
