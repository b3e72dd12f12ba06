"""Two windows and a second device at once: what was sent last and let in is what is kept, nothing else."""

from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from urllib.parse import unquote

import pytest
from fielded_study import Browser, Fielded, in_field, start

from kinds_study import write_kinds_study
from peil.interview.code import interview_key
from peil.interview.private import is_private
from peil.interview.submit import page_variables
from peil.store.kept import Kept
from web_form import WebForm, read_forms

ACTIONS = ("open", "open", "go on", "go on", "go on", "send old", "send old", "repeat", "switch", "live")
TYPED = ("", "", "ja", "3", "12", "2026", "een twee")
DETAILS = ("contact.",)


@dataclass
class Windows:
    """All that one respondent has open, in two browsers with one code."""

    fielded: Fielded
    random: Random
    browsers: list[Browser]
    forms: list[WebForm] = field(default_factory=list)
    sent: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    statuses: set[int] = field(default_factory=set)

    @property
    def kept(self) -> Kept:
        found = self.fielded.store.find(interview_key(self.browsers[0].cookies["peil"]))
        assert found is not None
        return found

    def do(self, action: str) -> None:
        browser, language = self.random.choice(self.browsers), self.random.choice(["nl", "nl", "en"])
        if action == "open":
            page = self.random.choice(self.fielded.study.route.pages)
            self.see(browser.get(f"/{language}/p/{page}").text)
        elif action == "go on":
            shown = browser.get(browser.get(f"/{language}/").headers["location"])
            if self.see(shown.text):
                self.send(browser, self.forms[-1].action, self.filled(self.forms[-1]))
        elif action == "repeat" and self.sent:
            self.send(browser, *self.random.choice(self.sent))
        elif self.forms:
            form = self.random.choice(self.forms)
            other = "/en/" if action == "switch" else form.action[:4]
            where = other + form.action[4:]
            if action == "live":
                before = self.kept
                where = where.replace("/p/", "/live/")
                assert browser.post(where, data=self.filled(form)).status_code in {200, 409}
                assert self.kept == before
            else:
                self.send(browser, where, self.filled(form))

    def see(self, html: str) -> bool:
        """Leave the forms of a page open; say whether there is one that sends answers."""
        found = [form for form in read_forms(html) if "/p/" in form.action and ".nonce" in form.filled]
        self.forms += found
        return bool(found)

    def filled(self, form: WebForm) -> dict[str, str]:
        """Fill in a form by chance; sometimes nothing is touched."""
        fields = dict(form.filled)
        if len(form.buttons) == 1 or self.random.random() < 0.2:  # the choice between two versions has one
            return fields
        for name, values in sorted(form.offered.items()):
            if self.random.random() < 0.6:
                fields.pop(name, None)
                if self.random.random() < 0.8:
                    fields[name] = self.random.choice(sorted(values))
        for name in form.typed:
            if self.random.random() < 0.7:
                fields[name] = self.random.choice(TYPED)
        fields[".go"] = self.random.choice(["next", "next", "next", "back", "later"])
        return fields

    def send(self, browser: Browser, where: str, fields: dict[str, str]) -> None:
        before = self.kept
        answer = browser.post(where, data=fields)
        self.statuses.add(answer.status_code)
        page = unquote(where.rpartition("/")[2])
        if answer.status_code != 303:
            assert answer.status_code in {400, 409, 422}, answer.status_code
            assert self.kept == before
            self.see(answer.text)
            return
        self.sent.append((where, fields))
        self.check_others(before, page)
        self.check_kept(browser, where, fields)

    def check_others(self, before: Kept, page: str) -> None:
        """What stands on other pages is as it was, but for contact details that are no longer asked for."""
        study = self.fielded.study
        own = page_variables(study, page)
        was, now = (
            {n: v for n, v in kept.answers.values.items() if n not in own and not is_private(study, n)}
            for kept in (before, self.kept)
        )
        assert was == now

    def check_kept(self, browser: Browser, where: str, fields: dict[str, str]) -> None:
        """The page, opened again, says what was just sent."""
        shown = browser.get(where)
        if shown.status_code != 200:
            return
        (form,) = (form for form in read_forms(shown.text) if ".nonce" in form.filled)
        asked = {*form.offered, *form.typed}
        said, says = (
            {
                name: value
                for name, value in one.items()
                if value and name in asked and not name.startswith((".", *DETAILS)) and _counts(name, fields)
            }
            for one in (fields, form.filled)
        )
        assert says == said, (where, fields)


def _counts(name: str, fields: dict[str, str]) -> bool:
    """Say whether a field isn't one beside an option that wasn't chosen."""
    parts = name.split(".")
    if parts[-1] not in {"text", "number"} or len(parts) < 3:
        return True
    item, option = ".".join(parts[:-2]), parts[-2]
    return fields.get(item) == option or fields.get(f"{item}.{option}") == "1" or f"{item}.{option}" in fields


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_what_was_sent_and_let_in_is_what_is_kept(tmp_path: Path, seed: int) -> None:
    with in_field(write_kinds_study(tmp_path / "study"), tmp_path / "store") as fielded:
        one, other = fielded.browser(), fielded.browser()
        start(one)
        other.post("/nl/resume", data={".code": one.cookies["peil"]})
        windows = Windows(fielded, Random(seed), [one, other])  # noqa: S311 - the same every time
        for _ in range(360):
            windows.do(windows.random.choice(ACTIONS))
        assert windows.statuses >= {303, 409, 422}
        assert len(windows.sent) > 40
