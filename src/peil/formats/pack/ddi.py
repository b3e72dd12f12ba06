"""A data pack's codebook as DDI-Codebook 2.5.

Elements and their order are those of the DDI Alliance's schema ``codebook.xsd``, version 2.5.
"""

import xml.etree.ElementTree as ET
from collections import Counter

from peil.formats.pack.pack import Holds, Level, Pack, PackCode, PackVariable, Use
from peil.formats.pack.sav_names import sav_names
from peil.formats.pack.words import words_in
from peil.formats.pack.xml_bytes import put, xml_bytes

NAMESPACE = "ddi:codebook:2_5"
NATURE = {Level.NOMINAL: "nominal", Level.ORDINAL: "ordinal", Level.SCALE: "interval"}
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def to_ddi(pack: Pack, file: str) -> bytes:
    """Give the codebook: the study, the file, and of each variable its question, universe and categories.

    How often each code occurs is told in the restricted version alone.

    Args:
        pack: The pack.
        file: Name of the data file that it describes.
    """
    root = ET.Element("codeBook", {"xmlns": NAMESPACE, "version": "2.5", LANGUAGE: pack.language})
    _study(root, pack)
    described = put(put(root, "fileDscr", ID="F1"), "fileTxt")
    put(described, "fileName", file)
    dimensions = put(described, "dimensns")
    put(dimensions, "caseQnty", str(pack.n))
    put(dimensions, "varQnty", str(len(pack.variables)))
    put(described, "fileType", "text/csv")
    data = put(root, "dataDscr")
    names = sav_names(variable.name for variable in pack.variables)
    ids = {name: f"V{number}" for number, name in enumerate(names, 1)}
    for number, one in enumerate(pack.sets, 1):
        members = " ".join(ids[name] for name in one.variables)
        group = put(data, "varGrp", ID=f"G{number}", type="multipleResp", var=members, name=one.item)
        put(group, "labl", one.label)
    weight = next((ids[each.name] for each in pack.variables if each.use is Use.WEIGHT), None)
    for variable in pack.variables:
        _variable(data, pack, variable, (ids[variable.name], names[variable.name], weight))
    return xml_bytes(root)


def _study(root: ET.Element, pack: Pack) -> None:
    """Describe the study."""
    study = put(root, "stdyDscr")
    citation = put(study, "citation")
    put(put(citation, "titlStmt"), "titl", pack.title)
    facts = pack.facts
    if "agency" in facts or "controller" in facts:
        put(put(citation, "rspStmt"), "AuthEnty", facts.get("agency", facts.get("controller", "")))
    if "client" in facts:
        put(put(citation, "prodStmt"), "fundAg", facts["client"])
    if "contact" in facts:
        put(put(citation, "distStmt"), "contact", facts["contact"])
    if pack.fingerprint:
        put(put(citation, "verStmt"), "version", f"SHA-256 {pack.fingerprint}")
    if pack.notes or "fieldwork" in facts:
        info = put(study, "stdyInfo")
        for note in pack.notes:
            put(info, "abstract", note)
        if "fieldwork" in facts:
            put(put(info, "sumDscr"), "collDate", facts["fieldwork"])
    use = put(put(study, "dataAccs"), "useStmt")
    put(use, "restrctn", words_in(pack.language)["public" if pack.public else "restricted"].replace("*", ""))
    if "licence" in facts:
        put(use, "conditions", facts["licence"])


def _variable(
    data: ET.Element, pack: Pack, variable: PackVariable, names: tuple[str, str, str | None]
) -> None:
    """Describe a variable, elements in the schema's order."""
    own_id, name, weight = names
    plain = {"ID": own_id, "name": name, "files": "F1", "intrvl": _interval(variable)}
    plain["nature"] = NATURE[variable.level]
    if variable.use is Use.WEIGHT:
        plain["wgt"] = "wgt"
    elif weight is not None and variable.use is Use.ANSWER:
        plain["wgt-var"] = weight
    if variable.decimals:
        plain["dcml"] = str(variable.decimals)
    told = put(data, "var", None, **plain)
    put(told, "labl", variable.label)
    if variable.question:
        put(put(told, "qstn"), "qstnLit", variable.question)
    if variable.universe:
        put(told, "universe", variable.universe)
    if not pack.public and variable.holds is not Holds.TEXTS:
        _summary(told, variable)
    counts = Counter() if pack.public else Counter(variable.cells)
    for code in variable.codes:
        _category(told, code, counts, public=pack.public)
    kind = "character" if variable.holds is Holds.TEXTS else "numeric"
    put(told, "varFormat", type=kind)


def _summary(told: ET.Element, variable: PackVariable) -> None:
    """Count the rows with an answer and those without."""
    missing = {str(code.code) for code in variable.codes if code.missing} | {""}
    without = sum(cell in missing for cell in variable.cells)
    put(told, "sumStat", str(len(variable.cells) - without), type="vald")
    put(told, "sumStat", str(without), type="invd")


def _category(told: ET.Element, code: PackCode, counts: "Counter[str]", *, public: bool) -> None:
    category = put(told, "catgry", missing="Y") if code.missing else put(told, "catgry")
    put(category, "catValu", str(code.code))
    put(category, "labl", code.label)
    if not public:
        put(category, "catStat", str(counts[str(code.code)]), type="freq")


def _interval(variable: PackVariable) -> str:
    """Say whether values are distinct or run on."""
    return "discrete" if variable.holds is not Holds.NUMBERS or not variable.decimals else "contin"
