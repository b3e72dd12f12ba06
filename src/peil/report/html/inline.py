"""Runs of text as HTML, with calls of footnotes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from peil.report.document import Inline, Run
from peil.report.typography import keep_together


@dataclass
class NoteCalls:
    """Numbers the calls of footnotes as the text is set: each call has an id of its own to go back to."""

    numbers: Mapping[str, int]
    word: str
    calls: dict[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, notes: Iterable[str], word: str) -> "NoteCalls":
        """Number the notes in their order."""
        return cls({note: number for number, note in enumerate(notes, start=1)}, word)

    def call(self, note: str) -> Markup:
        """Set a call of a note."""
        number = self.numbers[note]
        made = self.calls.setdefault(note, [])
        made.append(f"peil-call-{number}" if not made else f"peil-call-{number}-{len(made) + 1}")
        link = Markup('<a id="{}" href="#peil-note-{}" role="doc-noteref" aria-label="{} {}">{}</a>').format(
            made[-1], number, self.word, number, number
        )
        return Markup('<sup class="call">{}</sup>').format(link)


def set_inline(inline: Inline, calls: NoteCalls) -> Markup:
    """Set runs as HTML."""
    return Markup("").join(_set_run(run, calls) for run in inline)


def _set_run(run: Run, calls: NoteCalls) -> Markup:
    if run.note:
        return calls.call(run.note)
    text = Markup("{}").format(keep_together(run.text))
    if run.italic:
        text = Markup("<em>{}</em>").format(text)
    if run.bold:
        text = Markup("<strong>{}</strong>").format(text)
    if run.link:
        text = Markup('<a href="{}">{}</a>').format(run.link, text)
    if run.origin:
        text = Markup(
            '<span class="bound" title="{}">{}<span class="origin" tabindex="0"> [{}]</span></span>'
        ).format(run.origin, text, keep_together(run.origin))
    return text
