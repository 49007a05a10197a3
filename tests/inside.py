"""Running commands in this process: as quick as a call, for what no process has to show."""

import io
import subprocess
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from terminal import environment
from tpmprep.cli.app import run
from tpmprep.cli.env import Env, Settings
from warm import warm


def tpmprep(
    home: Path, *arguments: str, stdin: str | None = None, **environ: str
) -> "subprocess.CompletedProcess[str]":
    """Run one command line, as `program.tpmprep` does from outside."""
    warm(home)
    out, err = io.StringIO(), io.StringIO()
    outside = environment(home, COLUMNS="80", **environ)

    def make_env(settings: Settings) -> Env:
        return Env(settings, outside, stdin=io.StringIO(stdin or ""), stdout=out, stderr=err)

    with redirect_stdout(out), redirect_stderr(err):  # help is printed by the library itself
        code = run(arguments, make_env)
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())
