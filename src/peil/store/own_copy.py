"""All that the store has about one respondent, found by the code."""

from collections.abc import Iterable, Mapping

from peil.interview.answers import Answers
from peil.interview.own_answers import label_of, own_answers
from peil.interview.own_copy import Fact, OwnAnswer, OwnCopy, OwnDetail, OwnEntry
from peil.interview.private import is_private
from peil.store.detail import Detail
from peil.store.kept import Kept
from peil.store.log_entry import LogEntry
from peil.study.study import Study


def make_own_copy(
    study: Study,
    language: str,
    kept: Kept | None,
    log: Iterable[LogEntry],
    details: Mapping[str, Detail],
) -> OwnCopy:
    """Give all that is kept about one respondent.

    Args:
        study: The study as the interview's version has it.
        language: Language to give questions in.
        kept: The interview, or None where contact details alone are left.
        log: Its log.
        details: The respondent's contact details.
    """
    return OwnCopy(
        study=study.about.title.plain(language),
        language=language,
        interview=_facts(kept) if kept else {},
        answers=tuple(_answers(study, kept, language)) if kept else (),
        details=tuple(
            OwnDetail(name, label_of(study, name, language), None if detail.sealed else detail.text)
            for name, detail in details.items()
        ),
        log=tuple(
            OwnEntry(one.page, one.revision, one.language, one.passed, one.nonce, one.digest, one.values)
            for one in log
        ),
    )


def _facts(kept: Kept) -> dict[str, Fact]:
    facts: dict[str, Fact | None] = {
        "id": kept.id,
        "opened_on": kept.opened_on.isoformat() if kept.opened_on else None,
        "changed_on": kept.changed_on.isoformat() if kept.changed_on else None,
        "language": kept.language,
        "consent": kept.consent,
        "version": kept.version,
        "purpose": kept.purpose.value,
        "source": kept.source.value,
        "synthetic": kept.synthetic,
        "link": kept.link,
        "device": kept.device,
        "seconds": kept.seconds,
        "flags": kept.flags,
        "full": kept.full,
        "revision": kept.revision,
        "seed": kept.seed,
    }
    return {name: fact for name, fact in facts.items() if fact is not None}


def _answers(study: Study, kept: Kept, language: str) -> Iterable[OwnAnswer]:
    """Give the answers; contact details are told apart from them, not as marks among them."""
    values = {name: value for name, value in kept.answers.values.items() if not is_private(study, name)}
    return own_answers(study, Answers(values, kept.answers.pages), language)
