"""``peil serve`` itself: what it prints, refuses and leaves behind."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
from fielded_study import DAY, SETTINGS, make_study, stored

from peil.cli.main import main
from peil.core.problem import Unusable
from peil.field.change_phase import change_phase
from peil.field.door import open_door
from peil.field.serve import serve, unsealed, untold
from peil.store.open_store import open_store
from peil.store.opening import Opening
from peil.store.phase import Phase
from peil.study.reader.read import read_study
from peil.study.study import Study
from served import PATIENCE, Served, reserve_address
from web_form import form_with

PEIL = [sys.executable, "-c", "from peil.cli.main import run; run()"]


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return make_study(tmp_path / "study")


@contextmanager
def running(arguments: Sequence[str], **environment: str) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """Run the command on any free port; give the process and the first line that it prints."""
    process = subprocess.Popen(
        [*PEIL, "serve", *arguments, "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, **environment},
    )
    try:
        assert process.stdout
        yield process, process.stdout.readline()
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def begin(address: str) -> tuple[httpx.Client, str]:
    """Begin an interview over HTTP; give the browser and where it leads."""
    browser = httpx.Client(base_url=address, timeout=PATIENCE)
    form = form_with(browser.get("/nl/").text, ".code")
    begun = browser.post(form.action, data={**form.filled, ".consent": "1"})
    return browser, begun.headers["location"]


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "term"])
def test_it_tells_its_address_serves_and_ends_well(study: Study, how: signal.Signals) -> None:
    with running([str(study.folder)]) as (process, line):
        found = re.fullmatch(r"Respondents' pages: (http://127\.0\.0\.1:\d+/)\n", line)
        assert found
        browser, where = begin(found[1])
        assert where == "/nl/p/job"
        form = form_with(browser.get(where).text, ".nonce")
        sent = browser.post(where, data={**form.filled, "job": "staff"})
        assert sent.headers["location"] == "/nl/p/age"
        assert "uvicorn" not in str(sent.headers)
        code = browser.cookies["peil"]
        browser.close()
        process.send_signal(how)
        out, err = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0
        assert [line.split()[1] for line in err.splitlines()] == ["F007"], "and nothing of a request"
        assert code not in out + err
    assert (study.folder / "store" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    assert '"staff"' in stored(study.folder / "store")


@pytest.mark.slow
def test_json_is_one_line_and_holds_no_password(study: Study, tmp_path: Path) -> None:
    with running([str(study.folder), "--format", "json", "--store", f"sqlite:{tmp_path / 'kept'}"]) as (
        _,
        line,
    ):
        told = json.loads(line)
        assert set(told) == {"address", "preview", "store", "phase", "problems"}
        assert told["phase"] == "live"
        assert told["preview"] is None
        assert told["store"] == str(tmp_path / "kept")
        assert httpx.get(told["address"], timeout=PATIENCE).status_code == 200


@pytest.mark.slow
def test_the_environment_names_the_store(study: Study, tmp_path: Path) -> None:
    with running([str(study.folder), "--format", "json"], PEIL_STORE=str(tmp_path / "kept")) as (_, line):
        assert json.loads(line)["store"] == str(tmp_path / "kept")
    assert not (study.folder / "store").exists()


@pytest.mark.slow
def test_a_preview_keeps_nothing(study: Study, tmp_path: Path) -> None:
    spare = tmp_path / "spare"
    spare.mkdir()
    environment = {"PEIL_STORE": str(tmp_path / "kept"), "TMPDIR": str(spare)}
    with running([str(study.folder), "--preview", "--format", "json"], **environment) as (process, line):
        told = json.loads(line)
        assert told["preview"] == f"{told['address']}preview/"
        browser, where = begin(told["address"])
        assert where == "/nl/p/job"
        assert browser.get("/preview/").status_code == 200
        browser.close()
        assert len(list(spare.iterdir())) == 1
        process.terminate()
        process.communicate(timeout=PATIENCE)
    assert list(spare.iterdir()) == []
    assert not (tmp_path / "kept").exists()
    assert not (study.folder / "store").exists()


@pytest.mark.slow
def test_what_was_kept_before_a_power_cut_is_there_after_it(study: Study, tmp_path: Path) -> None:
    with Served(study, tmp_path) as served:
        browser, where = begin(served.url)
        form = form_with(browser.get(where).text, ".nonce")
        browser.post(where, data={**form.filled, "job": "boss"})
        served.kill()
        served.start()
        again = browser.post(where, data={**form.filled, "job": "boss"})
        assert again.headers["location"] == "/nl/p/age"
        assert served.kept(browser.cookies["peil"]).revision == 1
        browser.close()
        assert browser.cookies["peil"] not in served.said()


@pytest.mark.slow
def test_a_served_address_is_nobody_elses_while_no_server_runs_there() -> None:
    with closing(reserve_address()) as address, socket.socket() as other:
        with pytest.raises(OSError, match="in use"):
            other.bind(address.getsockname())
        with pytest.raises(ConnectionRefusedError):
            other.connect(address.getsockname())
        with closing(open_door(*address.getsockname())) as door:
            assert door.getsockname() == address.getsockname()


@pytest.mark.slow
def test_behind_https_the_cookie_is_secure(study: Study, tmp_path: Path) -> None:
    with Served(study, tmp_path) as served:
        start = httpx.get(f"{served.url}/nl/", timeout=PATIENCE)
        code = form_with(start.text, ".code").filled[".code"]
        for headers, secure in (({}, False), ({"X-Forwarded-Proto": "https"}, True)):
            begun = httpx.post(
                f"{served.url}/nl/start",
                data={".code": code, ".consent": "1"},
                headers=headers,
                timeout=PATIENCE,
            )
            assert ("secure" in begun.headers["set-cookie"].lower()) is secure


@pytest.mark.slow
def test_bytes_that_are_no_http_are_refused_and_it_goes_on(study: Study, tmp_path: Path) -> None:
    with Served(study, tmp_path) as served:
        for sent in (
            b"\x16\x03\x01\x00\xee",
            b"GET / HTTP/9\r\n\r\n",
            b"POST /nl/start HTTP/1.1\r\nHost: x\r\n\r\n",
        ):
            with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as knock:
                knock.sendall(sent)
                knock.recv(1024)
        with socket.create_connection(("127.0.0.1", served.port), timeout=PATIENCE) as halfway:
            halfway.sendall(b"POST /nl/start HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n.code")
        time.sleep(0.2)
        assert httpx.get(f"{served.url}/nl/", timeout=PATIENCE).status_code == 200
        assert "Traceback" not in served.said()


def problems(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str]]:
    assert main(["serve", *arguments, "--format", "json"]) == 2
    told = json.loads(capsys.readouterr().out)
    assert {told[name] for name in ("address", "preview", "store", "phase")} == {None}
    return [(problem["code"], problem["hint"]) for problem in told["problems"]]


@pytest.mark.slow
def test_a_port_in_use_is_told_with_a_way_out(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    with open_door("127.0.0.1", 0) as taken:
        port = str(taken.getsockname()[1])
        ((code, hint),) = problems(capsys, str(study.folder), "--port", port)
    assert code == "F001"
    assert "--port 0" in hint
    assert not (study.folder / "store").exists()


@pytest.mark.slow
@pytest.mark.parametrize("host", ["203.0.113.9", "no host", "x" * 300])
def test_an_address_of_another_machine_is_told(
    study: Study, capsys: pytest.CaptureFixture[str], host: str
) -> None:
    ((code, _),) = problems(capsys, str(study.folder), "--port", "0", "--host", host)
    assert code == "F002"


@pytest.mark.parametrize("port", ["-1", "65536", "http", "8 0", "٣", "1e3"])
def test_what_is_no_port_is_wrong_usage(study: Study, capsys: pytest.CaptureFixture[str], port: str) -> None:
    ((code, _),) = problems(capsys, str(study.folder), f"--port={port}")
    assert code == "W002"


@pytest.mark.slow
def test_a_store_that_is_none_is_told(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    ((code, _),) = problems(
        capsys, str(study.folder), "--port", "0", "--store", "mysql://root:secret@host/db"
    )
    assert code == "S001"


def test_a_study_with_errors_is_not_served(study: Study, capsys: pytest.CaptureFixture[str]) -> None:
    questions = study.folder / "questionnaire.md"
    text = questions.read_text(encoding="utf-8")
    questions.write_text(text.replace("if days is yes", "if days is perhaps"), encoding="utf-8")
    assert {code for code, _ in problems(capsys, str(study.folder), "--port", "0")} == {"Q012"}
    assert not (study.folder / "store").exists()


def test_respondents_who_would_not_be_told_are_a_remark(tmp_path: Path, study: Study) -> None:
    assert untold(study) == ()
    told = ("controller", "contact", "lawful_basis", "retention_months", "consent")
    lines = [line for line in SETTINGS.splitlines() if not line.startswith("consent_version")]
    for number, missing in enumerate((told, *((one,) for one in told))):
        kept = "\n".join(line for line in lines if not line.startswith(tuple(f"{one} =" for one in missing)))
        (problem,) = untold(make_study(tmp_path / f"bare{number}", kept))
        assert (problem.code, problem.severity) == ("F003", "info")
        assert problem.message.endswith(f"are to be told: {', '.join(missing)}.")
    invited = "\n".join(lines) + '\n[fieldwork]\naccess = "invited"\nprivacy = "confidential"\n'
    (problem,) = untold(make_study(tmp_path / "invited", invited))
    assert problem.message.endswith("are to be told: consent_version.")


@pytest.mark.slow
def test_serving_publishes_a_safe_change_as_long_as_no_phase_was_said(study: Study, tmp_path: Path) -> None:
    store_url = str(tmp_path / "store")

    def codes() -> list[str]:
        serving = serve(read_study(study.folder), store_url, host="127.0.0.1", port=0, preview=False)
        serving.close()
        return [problem.code for problem in serving.problems if problem.code != "F007"]

    def versions() -> list[str]:
        with closing(open_store(store_url, study)) as store:
            return [entry.version for entry in store.phase_log()]

    assert codes() == []
    reword(study, "Baas", "De baas")
    assert codes() == []
    assert len({*versions()}) == 2
    with closing(open_store(store_url, study)) as store:
        store.open_interview(Opening("key", "id", "nl", 1, DAY, versions()[-1]))
    reword(study, "De baas", "De chef")
    assert codes() == ["F006"]
    assert len({*versions()}) == 3
    now = sealed(read_study(study.folder))
    with closing(open_store(store_url, read_study(study.folder))) as store:
        change_phase(now, store, Phase.LIVE, "", DAY)
    reword(study, "De chef", "De baas zelf")
    assert codes() == ["F006"]
    assert len({*versions()}) == 3, "from then on it is published with peil phase alone"


@pytest.mark.slow
def test_serving_refuses_a_change_that_breaks_given_answers(study: Study, tmp_path: Path) -> None:
    store_url = str(tmp_path / "store")
    serve(study, store_url, host="127.0.0.1", port=0, preview=False).close()
    with closing(open_store(store_url, study)) as store:
        version = store.phase_log()[-1].version
        store.open_interview(Opening("key", "id", "nl", 1, DAY, version))
    reword(study, "- ( ) none: Geen werk\n", "")
    with pytest.raises(Unusable) as refused:
        serve(read_study(study.folder), store_url, host="127.0.0.1", port=0, preview=False)
    assert {problem.severity for problem in refused.value.problems} == {"error"}
    assert [problem.code for problem in refused.value.problems][-1] == "P001"
    assert refused.value.problems[0].code.startswith("C")
    with closing(open_store(store_url, study)) as store:
        assert [entry.version for entry in store.phase_log()] == [version]


def test_contact_details_without_a_key_are_a_remark(study: Study) -> None:
    (problem,) = unsealed(study)
    assert (problem.code, problem.severity) == ("F007", "info")
    assert unsealed(sealed(study)) == ()
    questions = replace(study.questionnaire, questions=study.questionnaire.questions[:2])
    assert unsealed(replace(study, questionnaire=questions)) == ()


def sealed(study: Study) -> Study:
    return replace(study, fielding=replace(study.fielding, contact_keys=("age1",)))


def reword(study: Study, old: str, new: str) -> None:
    questions = study.folder / "questionnaire.md"
    text = questions.read_text(encoding="utf-8")
    assert old in text
    questions.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.slow
def test_an_address_that_others_reach_is_a_remark(study: Study, tmp_path: Path) -> None:
    for host, codes in (("127.0.0.1", []), ("0.0.0.0", ["F004"]), ("localhost", [])):  # noqa: S104 - the remark is about it
        serving = serve(study, str(tmp_path / "store"), host=host, port=0, preview=False)
        serving.close()
        assert [problem.code for problem in serving.problems if problem.code != "F007"] == codes
        assert serving.address.startswith(f"http://{host}:")


@pytest.mark.slow
def test_an_address_of_the_newer_kind_stands_in_brackets(study: Study, tmp_path: Path) -> None:
    if not socket.has_ipv6:
        pytest.skip("this machine has no IPv6")
    serving = serve(study, str(tmp_path / "store"), host="::1", port=0, preview=False)
    serving.close()
    assert re.fullmatch(r"http://\[::1\]:\d+/", serving.address)
    assert [problem.code for problem in serving.problems] == ["F007"]


@pytest.mark.slow
def test_a_store_is_served_by_one_process(
    study: Study, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Served(study, tmp_path) as served:
        ((code, _),) = problems(capsys, str(study.folder), "--port", "0", "--store", served.store_url)
    assert code == "S003"
