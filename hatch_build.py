"""Compiles the kernel of ``peil.estimation.packed`` when Peil is installed or a wheel is made.

Without a C compiler there is no kernel: the install works, and numpy gives the same numbers, slower.
"""

import os
import shlex
import shutil
import subprocess
import sys
import sysconfig
import zlib
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDER = Path("src", "peil", "estimation", "packed")
OPTIONS = ("-O3", "-std=c11", "-ffp-contract=off", "-fPIC", "-shared")
"""For any processor of the kind; sums aren't reordered or fused, so that they are numpy's to the bit."""


class CompileKernel(BuildHookInterface):  # type: ignore[type-arg, misc]
    """Puts the compiled kernel beside its source, and into the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile; an editable install uses the file where it is made."""
        library = compile_kernel(Path(self.root))
        if library is None:
            self.app.display_warning("No C compiler: the kernel of the packed engine isn't compiled.")
        elif version != "editable":
            build_data["artifacts"].append(f"/{library.relative_to(self.root).as_posix()}")
            build_data["pure_python"] = False
            platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
            build_data["tag"] = f"py3-none-{platform}"


def find_compiler() -> list[str] | None:
    """Give the command of the C compiler: the one that ``CC`` says, or the system's."""
    commands = (
        [shlex.split(os.environ.get("CC", ""))] if os.environ.get("CC") else [["cc"], ["gcc"], ["clang"]]
    )
    return next((command for command in commands if shutil.which(command[0])), None)


def compile_kernel(root: Path) -> Path | None:
    """Compile the kernel and give its file; None where nothing could.

    It is compiled under another name and moved into place, so that running programs keep the one they have.
    """
    compiler, source = find_compiler(), root / FOLDER / "kernel.c"
    library = source.with_name("libkernel.dll" if sys.platform == "win32" else "libkernel.so")
    library.unlink(missing_ok=True)
    if compiler is None:
        return None
    made = library.with_suffix(".new")
    command = [
        *compiler,
        *OPTIONS,
        f'-DPEIL_SOURCE="{zlib.crc32(source.read_bytes()):08x}"',
        str(source),
        "-o",
        str(made),
    ]
    if subprocess.run(command, check=False).returncode != 0:  # noqa: S603 - a fixed command
        return None
    made.replace(library)
    return library
