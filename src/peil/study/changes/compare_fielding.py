"""Fieldwork, quotas and amendments in two versions."""

from collections.abc import Iterator, Mapping

from peil.core.span import Span
from peil.study.changes import fieldwork_kinds as kinds
from peil.study.changes.change import Change
from peil.study.changes.compare_setting import SETTINGS, STUDY
from peil.study.changes.kind import ChangeKind
from peil.study.fielding import Fielding
from peil.study.plan import Plan
from peil.study.quota import Quota
from peil.study.text import Wording

PLAN = Span("plan.toml")
ABSENT = "absent"
Said = Mapping[str, tuple[str, Span]]


def compare_fielding(old: Fielding, new: Fielding) -> Iterator[Change]:
    """Give what changed about fieldwork; a privacy mode that is new where there was none breaks nothing."""
    was, now = old.privacy or "not said", new.privacy or "not said"
    if was != now:
        kind = kinds.PRIVACY_CHANGED if old.privacy else kinds.FIELDWORK_CHANGED
        part = "" if old.privacy else "privacy"
        yield Change(kind, STUDY, new.spans.get("privacy", SETTINGS), part, was, now)
    yield from _compare(kinds.FIELDWORK_CHANGED, _settings(old), _settings(new))


def _settings(fielding: Fielding) -> Said:
    retention, mail = fielding.retention, fielding.mail
    said = {
        "access": fielding.access,
        "special_category": "yes" if fielding.special_category else "no",
        "contact_keys": ", ".join(sorted(fielding.contact_keys)),
        "links": ", ".join(sorted(fielding.links)),
        "consent_version": fielding.consent_version,
        "retention.contacts": "" if retention.contacts is None else str(retention.contacts),
        "retention.addresses": "" if retention.addresses is None else str(retention.addresses),
        "mail.from": mail.sender,
        "mail.reply_to": mail.reply_to,
        "mail.address": mail.address,
        "mail.postal": mail.postal,
        "handling.processors": _words(fielding.handling.processors),
        "handling.transfers": _words(fielding.handling.transfers),
        "handling.sample_source": _words(fielding.handling.sample_source),
        "handling.sample_readers": _words(fielding.handling.sample_readers),
    }
    return {name: (value or "not said", fielding.spans.get(name, SETTINGS)) for name, value in said.items()}


def _words(said: Wording | None) -> str:
    """Give words in the base language."""
    return said.plain("") if said else ""


def compare_field_plan(old: Plan, new: Plan) -> Iterator[Change]:
    """Give quotas and amendments that came, went or changed; the rest of the plan isn't compared."""
    yield from _compare(kinds.QUOTA_CHANGED, _quotas(old), _quotas(new))
    yield from _compare(kinds.AMENDMENT_CHANGED, _amendments(old), _amendments(new))


def _quotas(plan: Plan) -> Said:
    return {quota.id: (_quota(quota), quota.span) for quota in plan.quotas}


def _quota(quota: Quota) -> str:
    return f"{quota.limit} if {quota.condition.source}, held for {quota.hold_days} days"


def _amendments(plan: Plan) -> Said:
    """Give every amendment by what it is about: an interview, or texts beside an option."""
    found = {
        f"exclusion of {one.interview}": (f"{one.on}, {one.reason}", one.span) for one in plan.exclusions
    }
    for one in plan.recodings:
        name = f'recoding of {one.item} from "{one.option}" to "{one.to}"'
        said = f"{'; '.join(one.texts)} ({one.on}, {one.reason})"
        before = found.get(name)
        found[name] = (f"{before[0]}; {said}" if before else said, one.span)
    return found


def _compare(kind: ChangeKind, old: Said, new: Said) -> Iterator[Change]:
    """Tell by name what differs; what is in the old version alone stands there."""
    for name in dict.fromkeys((*old, *new)):
        was, now = old.get(name, (ABSENT, PLAN)), new.get(name, (ABSENT, PLAN))
        if was[0] != now[0]:
            gone = name not in new
            yield Change(kind, STUDY, (was if gone else now)[1], name, was[0], now[0], gone=gone)
