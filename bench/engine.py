"""What one page costs inside, without web server and store: ``make bench-engine``.

Simulated respondents of the reference study are taken through their whole interviews, page by page, as the
web app does. Each figure is CPU time a page in microseconds: the mean over all of their pages, the median of
seven rounds. ``walk_us`` walks the kept answers from the start, ``walk_on_us`` from the page that was sent;
``judge_us`` decides about a submission with the kept answers walked, ``judge_unwalked_us`` without;
``page_us`` gives the next page from what is remembered of pages, ``plain_page_us`` draws it anew;
``read_form_us`` reads the form. Each round has respondents of its own; ``warm_posts`` pages of others went
before them.
"""

import datetime as dt
import gc
import json
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from peil.interview.answers import Answers
from peil.interview.interview import Interview
from peil.interview.private import set_apart
from peil.interview.shown_parts import shown_parts
from peil.interview.simulate import simulate
from peil.interview.submit import page_variables
from peil.interview.walk import walk, walk_on
from peil.pages.form import Form
from peil.pages.question_page import plain_question_page, question_page_bytes
from peil.pages.read_form import read_form
from peil.pages.show_form import form_texts
from peil.pages.site import Site, make_site
from peil.store.judge import judge
from peil.store.kept import Kept
from peil.store.submission import Submission
from peil.study.reader.read import read_study

ROOT = Path(__file__).resolve().parent.parent
STUDY = ROOT / "studies" / "genai-creative-work"
OUT = ROOT / "out" / "bench" / "engine.json"
RESPONDENTS = 20
WARM = 150
ROUNDS = 7
NONCE, SEAL, DAY = "a" * 22, "b" * 16, dt.date(2026, 1, 1)


@dataclass(frozen=True)
class Post:
    """One page as it was sent: the interview before it, its form, what the form sent."""

    interview: Interview
    kept: Kept
    form: Form
    page: str
    language: str
    fields: dict[str, str]
    submission: Submission


def posts_of(site: Site, seed: int, language: str) -> list[Post]:
    """Give the posts of one simulated respondent, in order."""
    study = site.study
    given = next(simulate(study, 1, seed)).answers.values
    found: list[Post] = []
    kept = Kept("i", language, seed, 0, Answers())
    interview = walk(study, kept.answers)
    while (page := interview.next_page) is not None:
        names = page_variables(study, page)
        own = {name: value for name, value in given.items() if name in names}
        form = Form(nonce=NONCE, revision=kept.revision, seal=SEAL, seed=seed)
        shown = interview.page(page)
        parts = shown_parts(study, shown) if shown else frozenset[str]()
        texts = form_texts(study, page, own, language)
        fields = {".nonce": NONCE, ".revision": str(kept.revision), ".seal": SEAL, ".shown": " ".join(parts)}
        read = read_form(study, page, {**fields, **texts, ".go": "next"}, language)
        values, _ = set_apart(study, {**own, **read.values})
        sent = Submission("k", "c", page, NONCE, kept.revision, "d", values, parts, language, DAY)
        found.append(Post(interview, kept, form, page, language, {**fields, **texts, ".go": "next"}, sent))
        after = judge(study, kept, None, sent, None, interview).after
        if after is None:
            raise RuntimeError(f"page {page} was not accepted")
        interview = after
        kept = Kept("i", language, seed, kept.revision + 1, after.answers)
    return found


def microseconds(work: Callable[[Post], object], rounds: Sequence[Sequence[Post]]) -> float:
    """Give the CPU time a post: the median over the rounds."""
    found: list[float] = []
    for posts in rounds:
        gc.collect()
        start = time.process_time()
        for post in posts:
            work(post)
        found.append((time.process_time() - start) / len(posts) * 1e6)
    return round(statistics.median(found), 1)


def main() -> None:
    """Simulate, measure, write and print."""
    site = make_site(read_study(STUDY))
    study = site.study
    languages = study.about.languages
    starts = range(0, ROUNDS * RESPONDENTS, RESPONDENTS)
    seeds = [range(WARM), *(range(WARM + turn, WARM + turn + RESPONDENTS) for turn in starts)]
    rounds = [
        [post for seed in some for post in posts_of(site, seed, languages[seed % len(languages)])]
        for some in seeds
    ]
    works: dict[str, Callable[[Post], object]] = {
        "walk_us": lambda one: walk(study, one.kept.answers),
        "walk_on_us": lambda one: walk_on(study, one.interview, one.page, one.submission.values),
        "judge_us": lambda one: judge(study, one.kept, None, one.submission, None, one.interview),
        "judge_unwalked_us": lambda one: judge(study, one.kept, None, one.submission),
        "page_us": lambda one: question_page_bytes(site, one.interview, one.page, one.form, one.language),
        "read_form_us": lambda one: read_form(study, one.page, one.fields, one.language),
        "plain_page_us": lambda one: plain_question_page(
            site, one.interview, one.page, one.form, one.language
        ),
    }
    figures: dict[str, float] = {"posts": sum(map(len, rounds[1:])), "warm_posts": len(rounds[0])}
    for name, work in works.items():
        microseconds(work, rounds[:1])  # what is made on first use is made here
        figures[name] = microseconds(work, rounds[1:])
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"figures": figures}, indent=2) + "\n", encoding="utf-8")
    print(OUT.read_text(encoding="utf-8"), end="")


if __name__ == "__main__":
    main()
