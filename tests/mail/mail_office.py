"""A sample, and all that mails it."""

from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from mailed_study import DAY, people, quick, write_study

from mail_server import MailServer
from peil.mail.invite import invite
from peil.mail.mail_people import MailPeople, Sending
from peil.mail.mailed import Mailed
from peil.mail.smtp_account import SmtpAccount
from peil.mail.templates import read_templates
from peil.store.sample.mail_state import INVITATION
from peil.store.sample.open_sample import open_sample
from peil.store.sample.sample import Sample
from peil.store.sample.sample_file import SampleFile
from peil.study.study import Study


@dataclass
class Office:
    """A sample and all that mails it."""

    study: Study
    people: MailPeople
    sample: Sample

    def invite(self, server: MailServer, number: int = 0, *, retry_unknown: bool = False) -> Mailed:
        account = SmtpAccount("127.0.0.1", server.port, encrypted=False)
        sending = Sending(account, quick(), retry_unknown)
        return invite(self.people, self.sample, SampleFile(tuple(people(number))), sending)

    def states(self) -> Counter[str]:
        return Counter(one.mails[INVITATION].value for one in self.sample.persons() if one.mails)


@contextmanager
def office(folder: Path, store: str, privacy: str = "confidential") -> Iterator[Office]:
    study = write_study(folder / "study", privacy=privacy)
    with closing(open_sample(store, study)) as sample:
        yield Office(study, MailPeople(study, read_templates(study), (), DAY), sample)


def everyone(number: int) -> Counter[str]:
    return Counter(one.address for one in people(number))
