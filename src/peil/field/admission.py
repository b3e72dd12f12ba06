"""Who may begin an interview because they were invited."""

from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool

from peil.field.service import Service
from peil.store.mark import Mark
from peil.store.receipt import Receipt

INVITED = "invited"
"""What an interview that began with an invitation says that it came by."""


@dataclass(frozen=True, slots=True)
class Admission:
    """What a code is, beside a code.

    Args:
        link: ``invited`` where it is the token of somebody in the sample, also of one who had left the list;
            empty for any other code, and for a token that a fresh one has voided.
        language: Language that the invited person was mailed in; else empty.
    """

    link: str = ""
    language: str = ""

    @property
    def invited(self) -> bool:
        """Say whether an interview may begin with it where only who is invited may take part."""
        return bool(self.link)


async def admit(service: Service, code: str) -> Admission:
    """Say whether a code is an invited token that may begin an interview; nothing is kept of the question.

    Raises:
        StoreUnavailable: The sample can't be read now.
    """
    sample = service.sample
    if sample is None:
        return Admission()
    find = sample.find_invited
    person = find(code) if sample.is_near else await run_in_threadpool(find, code)
    return Admission(INVITED, person.language) if person else Admission()


async def note_finished(service: Service, code: str, receipt: Receipt) -> None:
    """Note, in an anonymous study and ten or more at once, that who was invited has come to the end."""
    kept = receipt.kept
    if kept is None or kept.link != INVITED or receipt.walked is None:
        return
    if receipt.walked.outcome is not None or kept.full:
        await service.note(Mark.DONE, code)
