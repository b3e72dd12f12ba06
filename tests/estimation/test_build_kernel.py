"""The kernel is compiled where there is a compiler; where there is none, everything works without."""

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from peil.estimation.packed import kernel
from peil.estimation.packed.kernel import find_kernel

ROOT = Path(__file__).resolve().parents[2]
pytest.importorskip("hatchling")


@pytest.fixture(name="hook")
def _hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(name="copy")
def _copy(tmp_path: Path, hook: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A source tree with nothing but the kernel, and the library looked for there."""
    folder = tmp_path / hook.FOLDER
    folder.mkdir(parents=True)
    shutil.copy(kernel.SOURCE, folder / "kernel.c")
    monkeypatch.setattr(kernel, "LIBRARY", folder / kernel.LIBRARY.name)
    monkeypatch.setattr(kernel, "SOURCE", folder / "kernel.c")
    return tmp_path


def _find() -> object:
    return find_kernel.__wrapped__()


def test_without_a_compiler_there_is_no_kernel_and_an_old_one_goes(
    hook: ModuleType, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kernel.LIBRARY.write_bytes(b"old")
    monkeypatch.setenv("CC", "no-such-compiler")
    assert hook.compile_kernel(copy) is None
    assert not kernel.LIBRARY.exists()
    assert _find() is None


@pytest.mark.slow
def test_a_compiler_that_fails_leaves_no_kernel(
    hook: ModuleType, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CC", f"{sys.executable} -c 'raise SystemExit(1)'")
    assert hook.compile_kernel(copy) is None
    assert _find() is None


@pytest.mark.slow
def test_a_kernel_of_another_source_isnt_used(hook: ModuleType, copy: Path) -> None:
    if hook.find_compiler() is None:
        pytest.skip("no C compiler")
    assert hook.compile_kernel(copy) == kernel.LIBRARY
    assert _find() is not None
    kernel.SOURCE.write_text(kernel.SOURCE.read_text() + "/* changed */\n")
    assert _find() is None


def test_a_library_that_isnt_ours_isnt_used(copy: Path) -> None:
    kernel.LIBRARY.write_bytes(b"no library at all")
    assert copy.exists()
    assert _find() is None


def _build(hook: ModuleType, root: Path, version: str) -> tuple[dict[str, object], list[str]]:
    told: list[str] = []
    app = SimpleNamespace(display_warning=told.append)
    build_data: dict[str, object] = {"artifacts": [], "pure_python": True}
    hook.CompileKernel(str(root), {}, None, None, "", "wheel", app).initialize(version, build_data)
    return build_data, told


@pytest.mark.slow
def test_a_wheel_holds_the_kernel_and_is_for_one_system_and_any_python(hook: ModuleType, copy: Path) -> None:
    if hook.find_compiler() is None:
        pytest.skip("no C compiler")
    build_data, told = _build(hook, copy, "standard")
    assert build_data["artifacts"] == [f"/{(hook.FOLDER / kernel.LIBRARY.name).as_posix()}"]
    assert build_data["pure_python"] is False
    assert str(build_data["tag"]).startswith("py3-none-")
    assert told == []


@pytest.mark.slow
def test_an_editable_install_compiles_in_place(hook: ModuleType, copy: Path) -> None:
    if hook.find_compiler() is None:
        pytest.skip("no C compiler")
    build_data, _ = _build(hook, copy, "editable")
    assert build_data == {"artifacts": [], "pure_python": True}
    assert _find() is not None


def test_an_install_without_a_compiler_says_so_and_works(
    hook: ModuleType, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CC", "no-such-compiler")
    build_data, told = _build(hook, copy, "standard")
    assert build_data == {"artifacts": [], "pure_python": True}
    assert len(told) == 1
