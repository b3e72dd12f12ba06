"""What a researcher writes beyond a plain share: with n, in odds, as a count of a base, against the rest."""

import pytest
from small_study import QUESTIONNAIRE, STUDY, compose, make_release, make_study, write

from peil.report.compose.tell_bound import tell_bound
from peil.report.document import Document
from peil.report.template.read import read_template
from peil.study.study import Study

DUTCH = STUDY.replace('["nl", "en"]', '["nl"]')
EMPLOYER = "employment: employer"
EMPLOYERS = "werkgever (46%; meest gekozen: “Vaak”)"
BOTH = "Sneller werken en Betere kwaliteit"
RIGHT = {
    "nl": [
        f"[46% (n = 28)]{{= usage: often | {EMPLOYER}}}",
        f"[46,4% (n = 28)]{{= usage: often | {EMPLOYER}}}",
        "[Bijna een derde (n = 130)]{= usage: often}",
        "[drie op de tien]{= usage: often}",
        "[3 op de 10]{= usage: often}",
        "[ruim een op de vier]{= usage: never}",
        "[iets minder dan een derde]{= usage: often}",
        "[een meerderheid]{= usage: net:any}",
        "[een ruime meerderheid]{= usage: net:any}",
        "[een minderheid]{= usage: often}",
        "[meer dan de helft]{= usage: net:any}",
        "[39 van de 130]{= count usage: often}",
        f"[13 van de 28 werkgevers]{{= count usage: often | {EMPLOYER}}}",
        f"[dertien van de achtentwintig]{{= count usage: often | {EMPLOYER}}}",
        "[vijfentachtig]{= count usage: net:any}",
        "[de op een na meest genoemde]{= rank usage: often}",
        "[meest gekozen]{= rank usage: sometimes}",
        "[sneller werken en betere kwaliteit]{= top 2 reasons}",
        "[snelheid, kwaliteit]{= top 2 reasons is speed, quality}",
        f"[betere kwaliteit en sneller werken]{{= top 1 reasons | {EMPLOYER}}}",
        f"[16 procentpunt]{{= difference usage: often | {EMPLOYER}}}",
        f"[16,4 procentpunten]{{= difference usage: often | {EMPLOYER}}}",
        f"[18 punten]{{= difference usage: often | {EMPLOYER} vs employment: employee}}",
        f"[anderhalf keer zo vaak]{{= ratio usage: often | {EMPLOYER}}}",
        f"[1,5 keer]{{= ratio usage: often | {EMPLOYER}}}",
        "[bijna vier keer zo vaak als]{= ratio usage: often vs usage: dk}",
        "[half zo vaak]{= ratio usage: sometimes vs usage: net:any}",
        "[gestegen]{= trend usage: often to usage: sometimes}",
        "[neemt af]{= trend usage: often to usage: never}",
        "[licht gedaald]{= trend usage: often to usage: never}",
        "[gelijk gebleven]{= trend usage: often to usage: often}",
        "[toegenomen]{= trend usage: often | employment: employee to employment: employer}",
        "[de meesten]{= claim count usage: net:any > 80}",
        "[genoeg]{= claim base usage >= 100}",
        f"[ruim tien punten hoger]{{= claim usage: often | {EMPLOYER} vs total > 10}}",
        "[iets lager]{= claim usage: often vs usage: sometimes < 0}",
        "[werkgever (46%; meest gekozen: “Vaak”)]{= list deviating usage: often by employment}",
        "[Sneller werken (53%) en Betere kwaliteit (32%)]{= list top 2 reasons}",
        "[geen]{= list deviating usage: dk by employment}",
    ],
    "en": [
        f"[46% (n = 28)]{{= usage: often | {EMPLOYER}}}",
        "[three in ten]{= usage: often}",
        "[3 out of 10]{= usage: often}",
        "[just over one in four]{= usage: never}",
        "[just under a third]{= usage: often}",
        "[a majority]{= usage: net:any}",
        "[39 of 130]{= count usage: often}",
        f"[13 of the 28 employers]{{= count usage: often | {EMPLOYER}}}",
        f"[thirteen out of twenty-eight]{{= count usage: often | {EMPLOYER}}}",
        "[second most mentioned]{= rank usage: often}",
        "[the most chosen answer]{= rank usage: sometimes}",
        f"[16 percentage points]{{= difference usage: often | {EMPLOYER}}}",
        f"[one and a half times as often]{{= ratio usage: often | {EMPLOYER}}}",
        "[fallen]{= trend usage: often to usage: never}",
        "[unchanged]{= trend usage: often to usage: often}",
        "[increased]{= trend usage: often to usage: sometimes}",
        "[employer (46%; most chosen: “Often”)]{= list deviating usage: often by employment}",
        "[none]{= list deviating usage: dk by employment}",
    ],
}  # fmt: skip

WRONG = {
    "nl": [
        (f"[46% (n = 29)]{{= usage: often | {EMPLOYER}}}", "R001", "46% (n = 28)"),
        (f"[45% (n = 28)]{{= usage: often | {EMPLOYER}}}", "R001", "46% (n = 28)"),
        (f"[46% (28)]{{= usage: often | {EMPLOYER}}}", "R014", "46%"),
        ("[30% (± 8)]{= usage: often}", "R027", ""),
        ("[30% (95%-BI 20–40%)]{= usage: often}", "R027", ""),
        ("[8 procentpunten]{= margin usage: often}", "R027", ""),
        ("[20–40%]{= interval usage: often}", "R027", ""),
        (f"[p = 0,03]{{= p usage: often | {EMPLOYER}}}", "R026", ""),
        ("[een op de vijf]{= usage: often}", "R001", "30%"),
        ("[een op de acht]{= usage: often}", "R014", "30%"),
        ("[een meerderheid]{= usage: often}", "R001", "30%"),
        ("[38 van de 130]{= count usage: often}", "R001", "39 van de 130"),
        ("[39 van de 131]{= count usage: often}", "R001", "39 van de 130"),
        ("[de op twee na meest genoemde]{= rank usage: often}", "R005", "tweede"),
        ("[betere kwaliteit en sneller werken]{= top 2 reasons}", "R006", BOTH),
        ("[a]{= top 2 reasons is quality, speed}", "R006", BOTH),
        (f"[sneller werken]{{= top 1 reasons | {EMPLOYER}}}", "R006", BOTH),
        (f"[17 procentpunt]{{= difference usage: often | {EMPLOYER}}}", "R001", "16 procentpunt"),
        (f"[veel]{{= difference usage: often | {EMPLOYER}}}", "R014", "16 procentpunt"),
        (f"[twee keer zo vaak]{{= ratio usage: often | {EMPLOYER}}}", "R001", "1,5 keer"),
        (f"[veel vaker]{{= ratio usage: often | {EMPLOYER}}}", "R014", "1,5 keer"),
        ("[gedaald]{= trend usage: often to usage: sometimes}", "R002", "gestegen"),
        ("[niet gestegen]{= trend usage: often to usage: sometimes}", "R014", "gestegen"),
        ("[gelijk gebleven]{= trend usage: often to usage: sometimes}", "R002", "gestegen"),
        ("[te weinig]{= claim count usage: net:any < 80}", "R003", "85"),
        ("[genoeg]{= claim base usage >= 131}", "R003", "130"),
        (f"[veel hoger]{{= claim usage: often | {EMPLOYER} vs total > 20}}", "R003", "16,4 procentpunt"),
        ("[werkgever (45%)]{= list deviating usage: often by employment}", "R029", EMPLOYERS),
        ("[geen]{= list deviating usage: often by employment}", "R029", EMPLOYERS),
    ],
    "en": [
        (f"[46% (n = 29)]{{= usage: often | {EMPLOYER}}}", "R001", "46% (n = 28)"),
        ("[one in five]{= usage: often}", "R001", "30%"),
        (f"[twice as often]{{= ratio usage: often | {EMPLOYER}}}", "R001", "1.5 times"),
        ("[risen]{= trend usage: often to usage: never}", "R002", "fallen"),
        ("[38 of 130]{= count usage: often}", "R001", "39 of 130"),
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Study:
    return make_study(tmp_path_factory.mktemp("study"))


def texts(document: Document) -> str:
    return "".join(run.text for run in document.blocks[1].text)


@pytest.mark.parametrize(
    ("language", "binding"), [(code, one) for code, found in RIGHT.items() for one in found]
)
def test_what_is_true_passes_and_is_printed_as_written(study, language, binding) -> None:
    document, problems = compose(study, f"# T  {{findings}}\n\nX {binding} y.\n", language)
    assert problems == []
    assert texts(document) == f"X {binding[1 : binding.index(']')]} y."
    assert document.blocks[1].text[1].origin


@pytest.mark.parametrize(
    ("language", "binding", "code", "computed"),
    [(language, *one) for language, found in WRONG.items() for one in found],
)
def test_what_is_untrue_is_a_problem(study, language, binding, code, computed) -> None:
    document, problems = compose(study, f"# T  {{findings}}\n\nX {binding} y.\n", language)
    assert [(problem.code, problem.expected) for problem in problems] == [(code, computed)]
    assert (problems[0].span.line, problems[0].span.column) == (3, 3)
    printed = binding[1 : binding.index("]")]
    hidden = "[niet getoond]" if language == "nl" else "[not shown]"
    shown = {"R026": hidden, "R027": hidden, "R029": computed}.get(code, printed)
    assert texts(document) == f"X {shown} y."


@pytest.mark.parametrize(
    "value",
    [
        "difference usage: often | employment: other",
        "difference usage: often | employment: employer vs employment: other",
        "ratio usage: often | employment: other",
        "ratio usage: often | employment: employer vs employment: other",
        "trend usage: often | employment: employer to employment: other",
        "top 2 usage | employment: other",
        "list top 2 usage | employment: other",
        "margin usage: often | employment: other",
        "interval usage: often | employment: other",
        "p usage: often | employment: other",
        "claim count usage: often > 1 | employment: other",
        "claim base usage > 1 | employment: other",
        "claim usage: often | employment: employer vs employment: other > 1",
    ],
)
def test_a_hidden_value_is_a_problem_and_stays_out_of_the_document(study, value) -> None:
    document, problems = compose(study, f"# T  {{findings}}\n\nX [7777]{{= {value}}} y.\n")
    assert [problem.code for problem in problems] == ["R007"]
    assert "7777" not in repr(document)
    assert texts(document) == "X [niet getoond] y."


def test_a_share_with_n_of_a_hidden_class_tells_neither(study) -> None:
    document, problems = compose(study, "# T\n\n[33% (n = 9)]{= usage: often | employment: other}\n")
    assert [problem.code for problem in problems] == ["R007"]
    assert texts(document) == "[niet getoond]"
    assert "n = 9" not in repr(document)


@pytest.mark.parametrize(
    ("value", "code", "message"),
    [
        ("difference usage: often", "R012", "The total is compared with itself."),
        ("difference usage: often vs rest", "R012", "The total is compared with itself."),
        ("ratio usage", "R012", '"usage" names no option.'),
        ("trend usage: often", "R012", "The trend names no second moment."),
        ("trend usage: often to use: often", "R008", 'There is no item "use".'),
        ("margin usage: often + never", "R012", "A margin is of one option."),
        ("interval usage: often + never", "R012", "An interval is of one option."),
        ("p usage: often", "R012", "It names no group to hold against the rest."),
        ("p usage: often + never | employment: employer", "R012", "A test is of one option."),
        ("top reasons", "R012", "It doesn't say how many are named."),
        ("top 0 reasons", "R012", "It doesn't say how many are named."),
        ("top 2 reasons is fast", "R008", 'reasons has no option "fast".'),
        ("list usage: often", "R012", '"usage: often" is no list.'),
        ("list deviating usage: often by employment is employer", "R012", "A written list states no ids."),
        ("claim usage: often | employment: employer vs rest", "R012", "The claim states no bound."),
        ("claim count usage: often", "R012", "The claim states no bound."),
        ("mean usage", "R012", "The mean names no option."),
        ("mean mark", "R008", 'There is no item "mark".'),
        ("claim mean usage > 3", "R012", "The mean names no option."),
    ],
)
def test_what_cant_be_read_is_one_problem(study, value, code, message) -> None:
    _, problems = compose(study, f"# T\n\n[x]{{= {value}}}\n")
    assert [(problem.code, problem.message) for problem in problems] == [(code, message)]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("usage: often", "30%"),
        ("mode usage", "Soms"),
        ("count usage: often", "39"),
        ("base usage", "130"),
        ("rank usage: often", "tweede"),
        ("compare usage: often | employment: employer", "vaker"),
        ("difference usage: often | employment: employer", "16 procentpunt"),
        ("ratio usage: often | employment: employer", "1,5 keer"),
        ("trend usage: often to usage: never", "gedaald"),
        ("top 2 reasons", "Sneller werken en Betere kwaliteit"),
        ("deviating usage: often by employment", "werkgever"),
        ("list deviating usage: often by employment", EMPLOYERS),
    ],
)
def test_nothing_printed_yet_is_told_what_to_print(study, value, written) -> None:
    _, problems = compose(study, f"# T\n\n[]{{= {value}}}\n")
    assert [problem.expected for problem in problems] == [written]


def test_a_ratio_to_nobody_is_none(study) -> None:
    counts = {"usage": {None: {"often": 30, "sometimes": 70, "never": 0, "dk": 0}}}
    document, problems = compose(study, "# T\n\n[x]{= ratio usage: often vs usage: never}\n", counts=counts)
    assert [(problem.code, problem.severity.value) for problem in problems] == [("R030", "error")]
    assert texts(document) == "[niet getoond]"


def test_ties_in_a_top_list_are_all_named_in_any_order(study) -> None:
    counts = {"usage": {None: {"often": 30, "sometimes": 20, "never": 20, "dk": 0}}}
    for words in ("vaak, soms en nooit", "vaak, nooit en soms"):
        assert compose(study, f"# T\n\n[{words}]{{= top 2 usage}}\n", counts=counts)[1] == []
    for words in ("vaak en soms", "soms, vaak en nooit"):
        _, problems = compose(study, f"# T\n\n[{words}]{{= top 2 usage}}\n", counts=counts)
        assert [problem.expected for problem in problems] == ["Vaak, Soms en Nooit"]


def test_nobodys_option_is_not_in_a_top_list(study) -> None:
    counts = {"usage": {None: {"often": 30, "sometimes": 0, "never": 0, "dk": 0}}}
    assert compose(study, "# T\n\n[vaak]{= top 3 usage}\n", counts=counts)[1] == []


def test_a_label_with_a_bracket_is_left_to_a_person(tmp_path) -> None:
    study = make_study(tmp_path, questionnaire=QUESTIONNAIRE.replace("Soms", "Soms [1]"), study=DUTCH)
    write(study.folder, "# T\n\n[]{= mode usage} [x]{= list top 1 usage} []{= top 2 usage}\n")
    template, _ = read_template(study.folder, study, "nl")
    found = tell_bound(study, make_release(study, template), template).disagreements
    assert [(one.kind.value, one.new) for one in found] == [
        ("untrue", "Soms [1]"),
        ("untrue", "Soms [1] (35%)"),
        ("untrue", "Soms [1] en Vaak"),
    ]
