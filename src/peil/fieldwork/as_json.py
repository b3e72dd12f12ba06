"""A status as ``peil status --format json`` prints it (docs/reference/json.md)."""

from collections.abc import Iterable, Mapping

from peil.fieldwork.disposition import MEANINGS, Disposition
from peil.fieldwork.page_flow import PageFlow
from peil.fieldwork.page_time import PageTime
from peil.fieldwork.quality import RULES
from peil.fieldwork.spread import Spread
from peil.fieldwork.status import SMALL, SampleAccount, Standing, Status
from peil.store.retire import Due

Json = dict[str, object]


def status_json(status: Status) -> Json:
    """Give a status as JSON."""
    counts = status.counts
    return {
        "day": status.day.isoformat(),
        "audience": "researcher",
        "batch": status.batch,
        **_standing(status.standing),
        "interviews": {
            "begun": counts.begun,
            "dispositions": _dispositions(counts.dispositions),
            "under_way": counts.under_way,
            "synthetic": counts.synthetic,
            "excluded": counts.excluded,
        },
        "not_counted": {"pilot": counts.pilot, "test": counts.test},
        "sources": _spreads("source", status.sources),
        "links": _spreads("link", status.links),
        "devices": _spreads("device", status.devices),
        "languages": _spreads("language", status.languages),
        "versions": _spreads("version", status.versions),
        "days": _spreads("day", status.days),
        "pages": [_page(one, status.times.get(one.page)) for one in status.flow],
        "quotas": [
            {
                "quota": one.quota,
                "title": one.title,
                "limit": one.limit,
                "held": one.held,
                "turned_away": one.turned_away,
            }
            for one in status.quotas
        ],
        "sample": _sample(status),
        "response": _response(status.account),
        "open": [
            {
                "name": one.name,
                "value": one.value,
                "numerator": one.numerator,
                "denominator": one.denominator,
                "formula": one.formula,
                "note": one.note,
            }
            for one in status.open_rates
        ],
        "no_response_rate": status.no_rate or None,
        "flags": [
            {
                "flag": one.kind.value,
                "count": one.count,
                "groups": [list(group) for group in one.groups],
                "rule": RULES[one.kind],
            }
            for one in status.flags
        ],
        "exclusions": dict(status.proposed),
        "retention": [_due(one) for one in status.due],
    }


def _standing(standing: Standing) -> Json:
    entry = standing.phase
    return {
        "phase": entry.phase.value if entry else None,
        "since": entry.day.isoformat() if entry else None,
        "opens": standing.opens.isoformat() if standing.opens else None,
        "closes": standing.closes.isoformat() if standing.closes else None,
        "days_left": standing.days_left,
    }


def _dispositions(found: Mapping[Disposition, int]) -> list[Json]:
    return [
        {"code": code.value, "name": MEANINGS[code].name, "count": count, "rule": MEANINGS[code].rule}
        for code, count in found.items()
    ]


def _spreads(name: str, spreads: Iterable[Spread]) -> list[Json]:
    return [
        {name: one.value, "begun": one.begun, "complete": one.complete, "small": one.begun < SMALL}
        for one in spreads
    ]


def _page(flow: PageFlow, time: PageTime | None) -> Json:
    return {
        "page": flow.page,
        "reached": flow.reached,
        "left": flow.left,
        "under_way": flow.under_way,
        "share_left": flow.share_left,
        "small": flow.reached < SMALL,
        "seconds": {
            "visits": time.visits,
            "lower_quartile": time.lower,
            "median": time.median,
            "upper_quartile": time.upper,
            "small": time.visits < SMALL,
        }
        if time
        else None,
    }


def _sample(status: Status) -> Json | None:
    sample = status.sample
    if sample is None:
        return None
    return {
        "persons": sample.persons,
        "invited": sample.invited,
        "unknown": sample.unknown,
        "bounced": sample.bounced,
        "unsubscribed": sample.unsubscribed,
        "refused": sample.refused,
        "erased": sample.withdrawn,
    }


def _response(account: SampleAccount | None) -> Json | None:
    if account is None:
        return None
    return {
        "dispositions": _dispositions(account.dispositions),
        "e": account.e,
        "rates": [
            {
                "name": one.name,
                "value": one.value,
                "numerator": one.numerator,
                "denominator": one.denominator,
                "formula": one.formula,
                "assumption": one.assumption,
            }
            for one in account.rates
        ],
    }


def _due(due: Due) -> Json:
    return {
        "what": due.what.value,
        "months": due.months,
        "on": due.on.isoformat() if due.on else None,
        "count": due.count,
        "due": due.now,
    }
