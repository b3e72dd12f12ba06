"""A small codebook with every kind of item, for tests of expressions."""

from decimal import Decimal

from peil.core.span import Span
from peil.study.codebook import Codebook, Item, ValueKind, Variable
from peil.study.question import Kind, Option
from peil.study.text import NumberBlank, OpenBlank, Text, Wording

HERE = Span("questionnaire.md", 1, 1)
ROLES = ("zzp", "employer", "neutral")


def say(path: str, words: str) -> Wording:
    return Wording(path, {"nl": Text((words,), HERE)})


def option(option_id: str, **how: object) -> Option:
    return Option(option_id, say(option_id, option_id.capitalize()), HERE, **how)  # type: ignore[arg-type]


USAGE = (option("often"), option("sometimes"), option("never"), option("dk", missing=True))
REASONS = (
    option("speed"),
    option("cost"),
    option("other", blank=OpenBlank(HERE)),
    option("none", exclusive=True),
    option("dk", missing=True, exclusive=True),
)
COLUMNS = (option("worse"), option("equal"), option("dk", missing=True))
TURNOVER = (option("same"), option("rose", blank=NumberBlank(Decimal(0), Decimal(500), 0, HERE)))


def item(
    key: str,
    kind: Kind,
    options: tuple[Option, ...] = (),
    variables: tuple[str, ...] = (),
    question: str = "",
    *,
    step: str = "",
    row: str | None = None,
    derived: bool = False,
) -> Item:
    question = question or key
    words = say(question, f"Vraag {question}?")
    row_words = (Wording(key) if row.startswith("other") else say(key, row)) if row else None
    return Item(
        key,
        "" if derived else step or question,
        question,
        kind,
        row,
        words,
        row_words,
        options,
        variables or (key,),
        derived,
    )


def make_codebook() -> Codebook:
    reasons = (*(f"reasons.{o.id}" for o in REASONS), "reasons.other.text")
    does = (*(f"does.a.{o.id}" for o in COLUMNS),)
    items = [
        item("usage", Kind.SINGLE, USAGE),
        item("reasons", Kind.MULTI, REASONS, reasons),
        item("age", Kind.NUMBER),
        item("turnover", Kind.SINGLE, TURNOVER, ("turnover", "turnover.rose.number")),
        item("ability.grants", Kind.SINGLE, COLUMNS, question="ability", row="grants"),
        item(
            "ability.other1",
            Kind.SINGLE,
            COLUMNS,
            ("ability.other1", "ability.other1.text"),
            "ability",
            row="other1",
        ),
        item("does.a", Kind.MULTI, COLUMNS, does, "does", row="a"),
        item("grade", Kind.SCALE, (option("dk", missing=True),)),
        item("wishes", Kind.RANKING, (option("speed"), option("cost")), ("wishes.speed", "wishes.cost")),
        item("why", Kind.OPEN),
        item("born", Kind.DATE),
        item("detail[speed]", Kind.SINGLE, USAGE, question="detail", step="detail[speed]"),
        item("detail[cost]", Kind.SINGLE, USAGE, question="detail", step="detail[cost]"),
        item("contact", Kind.CONTACT, variables=("contact.email",)),
        item("heavy", Kind.SINGLE, (option("yes"), option("no")), derived=True),
    ]
    kinds = {
        "age": ValueKind.NUMBER,
        "grade": ValueKind.STEP,
        "why": ValueKind.TEXT,
        "born": ValueKind.DATE,
        "wishes.speed": ValueKind.RANK,
        "wishes.cost": ValueKind.RANK,
        "contact.email": ValueKind.TEXT,
        "turnover.rose.number": ValueKind.NUMBER,
        "reasons.other.text": ValueKind.TEXT,
        "ability.other1.text": ValueKind.TEXT,
    }
    variables = {}
    for one in items:
        for name in one.variables:
            tick = name.rpartition(".")[2] if one.kind is Kind.MULTI and name not in kinds else None
            value = ValueKind.TICK if tick else kinds.get(name, ValueKind.OPTION)
            beside = {"turnover.rose.number": "rose", "reasons.other.text": "other"}.get(name)
            ranked = name.rpartition(".")[2] if one.kind is Kind.RANKING else None
            variables[name] = Variable(
                name,
                one.key,
                value,
                tick or beside or ranked,
                private=one.kind is Kind.CONTACT,
                follows=beside,
            )
    return Codebook({one.key: one for one in items}, variables)
