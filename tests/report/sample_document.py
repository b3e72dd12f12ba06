"""A report made by hand, with every kind of block: what the renderers' tests set in print."""

from peil.report.chart import Bar, Chart, ChartKind, Series
from peil.report.document import (
    Bullets,
    Document,
    Figure,
    Grid,
    Heading,
    Inline,
    NumberedTable,
    Paragraph,
    Quote,
    Run,
    TableCell,
)

HOSTILE = """<script>alert("x")</script> & #typst[markup] $x^2$ ] ' " \\ `*_@label //"""

OPTIONS = (
    "Zeer vaak",
    "Vaak",
    "Soms",
    "Zelden",
    "Nooit",
    "Weet ik niet of zeg ik liever niet",
)
REASONS = (
    "Ik kan er sneller door werken",
    "De kwaliteit van mijn werk wordt er beter van, zeker bij teksten in een vreemde taal",
    "Mijn opdrachtgever of werkgever vraagt erom of schrijft het voor",
    "Nieuwsgierigheid",
    "Het neemt eenvoudig en terugkerend werk uit handen, zoals ondertitelen of e-mails schrijven",
    "Arbeidsongeschiktheidsverzekeringsvoorwaardenvergelijking",
    "Anders",
    "Geen van deze",
)
GROUPS = (
    "Totaal (n = 130)",
    "Zzp’er of freelancer (n = 71)",
    "Werknemer in loondienst (n = 34)",
    "Werkgever met personeel (n = 24)",
    "Belangen- of brancheorganisatie, vakbond of beroepsvereniging (n = 11)",
)


def text(words: str) -> Inline:
    return (Run(words),)


def bars_of(*percentages: int | None, indicative: bool = False) -> tuple[Bar, ...]:
    return tuple(
        Bar(None, "–") if p is None else Bar(p / 100, f"{p}%", indicative=indicative) for p in percentages
    )


def chart(
    kind: ChartKind, categories: tuple[str, ...], series: tuple[Series, ...], title: str, **more: str
) -> Chart:
    described = "; ".join(
        f"{name}: {', '.join(f'{s.name} {s.bars[i].printed}' for s in series)}"
        for i, name in enumerate(categories)
    )
    return Chart(kind, title, f"{title}. {described}.", categories, series, **more)


def bars_chart(**more: str) -> Chart:
    series = (Series("Alle respondenten", bars_of(64, 41, 23, 12, 38, 4, 0, None)),)
    return chart(
        ChartKind.BARS, REASONS, series, "Redenen om GenAI te gebruiken", muted=frozenset({7}), **more
    )


def stacked_chart(**more: str) -> Chart:
    shares = {
        "Zeer vaak": bars_of(18, 20, 12, 25, None),
        "Vaak": bars_of(28, 26, 35, 21, None),
        "Soms": bars_of(24, 27, 21, 17, 45, indicative=False),
        "Zelden": bars_of(11, 10, 14, 8, 18),
        "Nooit": bars_of(17, 16, 12, 29, None),
        "Weet ik niet of zeg ik liever niet": bars_of(2, 1, 6, 0, 9),
    }
    series = tuple(Series(name, bars, neutral=name.startswith("Weet")) for name, bars in shares.items())
    return chart(ChartKind.STACKED, GROUPS, series, "Gebruik van GenAI, naar arbeidsrelatie", **more)


def grouped_chart(**more: str) -> Chart:
    series = (
        Series("Totaal (n = 130)", bars_of(64, 41, 23, 12, 38, 4)),
        Series("Zzp’er (n = 71)", bars_of(70, 39, 14, 15, 42, 3)),
        Series("Werknemer (n = 34)", bars_of(56, 44, 38, 9, 35, 6)),
        Series("Werkgever (n = 14)", bars_of(57, 43, 29, None, 29, 0, indicative=True)),
    )
    return chart(
        ChartKind.GROUPED, REASONS[:6], series, "Redenen om GenAI te gebruiken, naar arbeidsrelatie", **more
    )


def likert_chart(steps: int, **more: str) -> Chart:
    names = ("Veel slechter", "Slechter", "Iets slechter", "Even goed", "Iets beter", "Beter", "Veel beter")
    share = round(95 / steps)
    chosen = names[:steps]
    series = [Series(name, bars_of(share, share)) for name in chosen]
    series.append(Series("Weet niet", bars_of(100 - share * steps, 100 - share * steps), neutral=True))
    labels = ("Subsidieaanvragen opstellen", "Werk verdelen")
    return chart(ChartKind.STACKED, labels, tuple(series), f"Een schaal van {steps}", **more)


def data_grid(shown: Chart) -> Grid:
    head = (
        TableCell(text("Antwoord"), header=True),
        *(TableCell(text(s.name), numeric=True, header=True) for s in shown.series),
    )
    body = tuple(
        (
            TableCell(text(name), header=True),
            *(TableCell(text(s.bars[i].printed), numeric=True) for s in shown.series),
        )
        for i, name in enumerate(shown.categories)
    )
    return Grid((head,), body)


def figure(number: int, shown: Chart, note: Inline = ()) -> Figure:
    return Figure(
        number,
        f"figuur-{number}",
        shown.title,
        f"vraag {number}, n = 130",
        "Basis: wie de vraag kreeg en beantwoordde.",
        (note,) if note else (),
        shown,
        data_grid(shown),
    )


def matrix_table(number: int, rows: int = 12) -> NumberedTable:
    columns = (
        "Totaal",
        "Zzp’er",
        "Werknemer",
        "Werkgever",
        "Branche­organisatie",
        "Muziek",
        "Beeldende kunst",
        "Film",
    )
    top = (
        TableCell((), header=True),
        TableCell(text("Arbeidsrelatie"), header=True, columns=5),
        TableCell(text("Sector"), header=True, columns=3),
    )
    head = (
        TableCell(text("Stelling"), header=True),
        *(TableCell(text(name), numeric=True, header=True) for name in columns),
    )
    body = tuple(
        (
            TableCell(text(f"{i + 1}. {REASONS[i % len(REASONS)]}"), header=True),
            *(
                TableCell(
                    text("–" if (i * j) % 13 == 12 else f"{(i * 7 + j * 11) % 101}%"),
                    numeric=True,
                    mark="hoogste" if j == i % 8 else "",
                )
                for j in range(8)
            ),
        )
        for i in range(rows)
    )
    return NumberedTable(
        number,
        f"tabel-{number}",
        "Eens met de stelling, naar arbeidsrelatie en sector",
        "vraag 12, n = 130",
        "Basis: alle respondenten.",
        (text("Groepen kleiner dan tien zijn weggelaten."), text("Rollen overlappen niet.")),
        Grid((top, head), body),
    )


def bound(words: str, origin: str) -> Run:
    return Run(words, origin=origin)


def findings() -> tuple[Run, ...]:
    return (
        Run("Van de werkgevers gebruikt "),
        bound("46%", "Aandeel ‘vaak’ of ‘zeer vaak’ op vraag 6, werkgevers, n = 24"),
        Run(" GenAI vaak, "),
        bound("vaker dan gemiddeld", "Vergelijking met het totaal (46% tegen 38%)"),
        Run("; "),
        Run("zzp’ers", italic=True),
        Run(" blijven daarbij "),
        Run("duidelijk", bold=True),
        Run(" achter"),
        Run("", note="steekproef"),
        Run(". Zie "),
        Run("Figuur 2", link="#figuur-2"),
        Run(" en de "),
        Run("toelichting van het CBS", link="https://www.cbs.nl/nl-nl/onze-diensten/methoden"),
        Run(
            ". Het gebruik hangt samen met de aard van het werk: wie veel schrijft of vertaalt, gebruikt het "
            "vaker dan wie op een podium staat. Dat beeld komt ook in de gesprekken terug."
        ),
    )


def sample_document(**changes: object) -> Document:
    blocks = (
        Heading(1, "", text("Voorwoord"), "voorwoord"),
        Paragraph(text("Dit rapport is een voorbeeld. " * 12)),
        Heading(1, "1", text("Inleiding"), "inleiding"),
        Paragraph(findings()),
        Bullets(
            (
                (Paragraph(text("Wie gebruikt GenAI, en waarvoor?")),),
                (
                    Paragraph(text("Wat betekent dat voor werk en inkomen?")),
                    Bullets(((Paragraph(text("omzet")),), (Paragraph(text("uren")),))),
                ),
            )
        ),
        Bullets(((Paragraph(text("Eerst lezen.")),), (Paragraph(text("Dan oordelen.")),)), ordered=True),
        Heading(1, "2", text("Gebruik van generatieve AI"), "gebruik"),
        Heading(2, "2.1", (Run("Hoe vaak"), Run("", note="kop")), "hoe-vaak"),
        Paragraph(
            (
                *findings(),
                Run(" Nogmaals"),
                Run("", note="steekproef"),
                Run(", en nieuw"),
                Run("", note="cao"),
                Run("."),
            )
        ),
        figure(1, stacked_chart()),
        Heading(2, "2.2", text("Redenen"), "redenen"),
        Paragraph(findings()),
        figure(
            2,
            bars_chart(),
            (Run("Meer antwoorden mogelijk; zie ook "), Run("Tabel 1", link="#tabel-1"), Run(".")),
        ),
        Quote(
            (text("Ik gebruik het voor de eerste opzet. De toon, die maak ik zelf."), text("Een scenarist"))
        ),
        Heading(3, "2.2.1", text("Naar arbeidsrelatie"), "naar-arbeidsrelatie"),
        Paragraph(findings()),
        figure(3, grouped_chart(synthetic="Synthetische gegevens: geen echte respondenten")),
        Heading(2, "2.3", text("Stellingen"), "stellingen"),
        Paragraph(findings()),
        matrix_table(1),
        figure(4, likert_chart(5)),
        figure(5, likert_chart(3)),
        Heading(1, "3", text("Een label dat kwaad wil: " + HOSTILE), "kwaad"),
        Paragraph(text(HOSTILE)),
        figure(6, hostile_chart()),
        NumberedTable(
            0,
            "",
            "",
            "",
            "",
            (),
            Grid(
                (),
                (
                    (TableCell(text("Opdrachtgever")), TableCell(text("Kunstenbond"))),
                    (TableCell(text("Veldwerk")), TableCell(text("maart 2026"))),
                ),
            ),
        ),
        Heading(1, "A", text("Vragenlijst"), "vragenlijst"),
        Paragraph(findings()),
        matrix_table(2, rows=45),
    )
    fields = {
        "language": "nl",
        "title": "Generatieve AI en creatief werk",
        "subtitle": "Gebruik, gevolgen en verwachtingen van makers",
        "front": (
            ("Opdrachtgever", "Kunstenbond"),
            ("Uitvoering", "Bureau Peil"),
            ("Auteurs", "A. de Vries en B. Jansen"),
            ("Datum", "1 juni 2026"),
        ),
        "warning": "Dit rapport rust op synthetische gegevens. De uitkomsten zeggen niets over echte makers.",
        "blocks": blocks,
        "notes": {
            "steekproef": (
                Run("Deelnemers meldden zich zelf aan; zie "),
                Run("bijlage A", link="#vragenlijst"),
                Run("."),
            ),
            "kop": text("Een noot bij een kop."),
            "cao": text("Collectieve arbeidsovereenkomst."),
        },
    }
    return Document(**(fields | changes))


def hostile_chart() -> Chart:
    series = (Series(HOSTILE, bars_of(50, 5)), Series("ééń & <b>twee</b>", bars_of(50, 95)))
    return Chart(ChartKind.STACKED, HOSTILE, HOSTILE, (HOSTILE, "“Aanhaling” €"), series)
