"""Contact details: never shown again once given, only that they were."""

from dataclasses import replace

from peil.interview.fill import part_label
from peil.interview.interview import VisibleStep
from peil.pages.dom_id import dom_id
from peil.pages.field_names import FORGET
from peil.pages.field_view import FieldView
from peil.pages.question_view import QuestionView
from peil.pages.scene import Scene
from peil.study.question import Row

AUTOCOMPLETE = {
    "address": "street-address",
    "city": "address-level2",
    "company": "organization",
    "country": "country-name",
    "email": "email",
    "first_name": "given-name",
    "last_name": "family-name",
    "mail": "email",
    "mobile": "tel",
    "name": "name",
    "organisation": "organization",
    "organization": "organization",
    "phone": "tel",
    "postal_code": "postal-code",
    "postcode": "postal-code",
    "surname": "family-name",
    "tel": "tel",
    "telephone": "tel",
    "town": "address-level2",
}
"""What a browser may fill in for a contact field of that id (the tokens are HTML's)."""


def draw_contact(scene: Scene, step: VisibleStep, plain: QuestionView) -> QuestionView:
    """Give the question with its fields, and the offer to take back what was given before."""
    fields = tuple(_draw_field(scene, step, row) for row in step.rows)
    forgotten = step.step.id in scene.text(FORGET).split()
    given = forgotten or any(field.given for field in fields)
    return replace(plain, fields=fields, forget=step.step.id if given else "", forgotten=forgotten)


def _draw_field(scene: Scene, step: VisibleStep, row: Row) -> FieldView:
    name = f"{step.step.id}.{row.id}"
    label = scene.said(part_label(scene.study, scene.interview, row, scene.language, step.step), row.wording)
    field, token = dom_id("f", name), AUTOCOMPLETE.get(row.id, "off")
    faults = scene.faults(name, field)
    kept = scene.was_given(step, row.id) and not scene.text(name)
    given = scene.words("contact_given") if kept else ""
    notes = [f"g{field}"] if given else []
    return FieldView(
        field,
        name,
        scene.text(name),
        label=label,
        described_by=" ".join((*notes, *(fault.id for fault in faults))),
        faults=faults,
        input_mode=token if token in {"email", "tel"} else "",
        autocomplete=token,
        given=given,
    )
