"""Two versions of a page side by side: what is kept, and what was sent from an older form."""

from dataclasses import dataclass, replace

from peil.interview.interview import Interview, VisibleStep
from peil.interview.preview import preview
from peil.interview.shown_parts import shown_parts
from peil.pages.addresses import page_address
from peil.pages.draw_question import draw_question
from peil.pages.field_names import CONTROLS, FORGET
from peil.pages.form import Form
from peil.pages.option_view import GAP, OptionView
from peil.pages.question_view import QuestionView
from peil.pages.said import Said
from peil.pages.scene import Scene, make_scene
from peil.pages.site import Site
from peil.study.question import Kind


@dataclass(frozen=True, slots=True)
class Difference:
    """A question that was answered in two ways, each told in lines."""

    asked: Said
    kept: tuple[Said, ...]
    sent: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """The two versions.

    Args:
        differences: The questions that differ.
        action: Path of the page.
        shown: Parts that the page, as it is kept, shows (``interview/shown_parts.py``), separated by spaces.
        sent: Field names and texts that were sent.
    """

    differences: tuple[Difference, ...]
    action: str
    shown: str
    sent: tuple[tuple[str, str], ...]


def view_choice(
    site: Site, interview: Interview, page_id: str, language: str, kept: Form, sent: Form
) -> ChoiceView:
    """Give the two versions of a page, question by question where they differ.

    Raises:
        KeyError: There is no such page.
    """
    whole = preview(site.study, interview.role).page(page_id)
    if whole is None:
        raise KeyError(page_id)
    before, after = (
        make_scene(site.study, site.words[language], interview, replace(form, problems=()), language)
        for form in (kept, sent)
    )
    differences = tuple(
        found for step in whole.steps if (found := _difference(before, after, step, interview)) is not None
    )
    shown = interview.page(page_id)
    return ChoiceView(
        differences,
        page_address(language, page_id),
        " ".join(sorted(shown_parts(site.study, shown))) if shown else "",
        tuple((name, text) for name, text in sent.texts.items() if name not in CONTROLS - {FORGET}),
    )


def _difference(before: Scene, after: Scene, step: VisibleStep, interview: Interview) -> Difference | None:
    """Give how a question differs; contact details are never told, only that some were filled in."""
    kept, sent = draw_question(before, step), draw_question(after, step)
    if step.question.kind is Kind.CONTACT:
        was, now = _details(before, interview, step, kept), _details(after, interview, step, sent)
        differs = sent.forgotten or any(field.value for field in sent.fields)
    else:
        was, now = _told(kept), _told(sent)
        differs = was != now
    if not differs:
        return None
    asked = Said(kept.heading.plain, kept.heading.lang)
    blank = (Said(before.words("choice_blank")),)
    return Difference(asked, was or blank, now or blank)


def _details(scene: Scene, interview: Interview, step: VisibleStep, view: QuestionView) -> tuple[Said, ...]:
    marked = any(name in interview.answers.values for item in step.items for name in item.variables)
    filled = (marked and not view.forgotten) or any(field.value for field in view.fields)
    return (Said(scene.words("choice_detail")),) if filled else ()


def _told(view: QuestionView) -> tuple[Said, ...]:
    """Tell the answer to a question in lines."""
    lines = [_chosen(one) for one in (*view.steps, *view.options) if one.chosen]
    for row in view.rows:
        name = row.naming.value if row.naming else ""
        label = Said(name) if name else row.label
        picked = [_chosen(one).text for one in row.options if one.chosen]
        if name or picked:
            lines.append(Said(f"{label.text}: {', '.join(picked)}" if picked else label.text, label.lang))
    if view.shape == "date":
        texts = [field.value for field in view.fields if field.value]
        lines += [Said(" ".join(texts))] if texts else []
    else:
        lines += [Said(field.value) for field in view.fields if field.value]
    ranked = sorted((one for one in view.lists if one.picked), key=lambda one: one.picked.zfill(4))
    lines += [Said(f"{one.picked}. {one.label.text}", one.label.lang) for one in ranked]
    return tuple(lines)


def _chosen(one: OptionView) -> Said:
    """Give an option's label, and what was filled in beside it in its gap."""
    filled = one.beside.value if one.beside else ""
    text = one.label.text.replace(GAP, filled, 1) if filled and GAP in one.label.text else one.label.text
    return Said(text, one.label.lang)
