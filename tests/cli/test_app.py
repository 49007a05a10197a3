"""The last door: bugs, colours, encodings, global flags anywhere."""

import io
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from program import ANSWER, PROGRAM, save_one, tpmprep
from terminal import environment
from tpmprep.adapters.bank import Bank
from tpmprep.cli.app import run
from tpmprep.cli.env import Env, Settings


@dataclass(frozen=True)
class BrokenEnv(Env):
    """An Env in which something that cannot happen happens."""

    @property
    def bank(self) -> Bank:
        """Never comes."""
        raise RuntimeError("a secret that was typed")


@pytest.mark.parametrize("debug", [False, True])
def test_a_bug_says_so_and_keeps_its_details(home: Path, debug: bool) -> None:
    """Exit 70, no traceback unless asked for, and a report in the log folder."""
    err = io.StringIO()

    def make_env(settings: Settings) -> Env:
        return BrokenEnv(settings=settings, stdout=io.StringIO(), stderr=err)

    arguments = ["bank", "list", *(["--debug"] if debug else [])]
    assert 70 == run(arguments, make_env)
    (report,) = (home / "state" / "log").iterdir()
    lines = err.getvalue().splitlines()
    assert "error: This is a bug in tpmprep. Your data is not affected." == lines[0]
    assert f"       Details: {report}" == lines[1]
    assert debug is ("Traceback" in err.getvalue())
    assert "RuntimeError" in report.read_text("utf-8")


def test_global_flags_stand_anywhere(home: Path) -> None:
    """Before or after the command."""
    for arguments in (["--plain", "bank", "list"], ["bank", "--plain", "list", "--no-color"]):
        assert 0 == tpmprep(home, *arguments).returncode


def test_a_pipe_gets_no_escape_byte(home: Path) -> None:
    """Also when colour is asked for: a pipe is not a terminal."""
    saved = save_one(home, "--score", "ex.control=3")
    one = ["review", str(saved["id"])]
    for arguments in (["review"], one, ["plan", "--days", "9"], ["bank", "list"], []):
        result = tpmprep(home, *arguments, FORCE_COLOR="1")
        assert 0 == result.returncode
        assert "\x1b" not in result.stdout + result.stderr


def test_a_terminal_without_unicode(home: Path) -> None:
    """Latin-1 and ASCII outputs get plain signs and never an encoding error."""
    save_one(home, "--score", "ex.control=3", answer="Ünïcode – and 漢字")
    for encoding in ("ascii", "cp1252"):
        result = subprocess.run(
            [*PROGRAM, "review"],
            env=environment(home, PYTHONIOENCODING=encoding, COLUMNS="80"),
            capture_output=True,
            check=True,
            timeout=60,
        )
        assert b"execution 3" in result.stdout.replace(b"\xa0", b" ")
        assert b"" == result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="streams cannot be closed like that there")
def test_closed_streams(home: Path) -> None:
    """Without stdin it says what to give; without stdout and stderr it still ends in order."""
    script = " ".join(PROGRAM)
    for redirect, code in (("<&-", 2), ("<&- 2>&-", 2)):
        result = subprocess.run(
            ["sh", "-c", f"{script} drill {redirect}"],
            env=environment(home),
            capture_output=True,
            check=False,
            timeout=60,
        )
        assert code == result.returncode
        assert b"Traceback" not in result.stderr


def test_an_answer_in_any_encoding_is_kept(home: Path) -> None:
    """Bytes that are no UTF-8 do not lose the rest."""
    result = subprocess.run(
        [*PROGRAM, "drill", "--answer", "-"],
        input=ANSWER.encode() + b" \xff\xfe",
        env=environment(home),
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert 0 == result.returncode
    (path,) = home.glob("data/attempts/*/*.json")
    assert ANSWER in path.read_text("utf-8")


def test_home_is_never_touched_by_reading(home: Path) -> None:
    """Commands that only read make no folder but the cache, which can be made again."""
    for arguments in ([], ["review"], ["bank", "list"], ["--help"], ["bank", "check"]):
        assert 0 == tpmprep(home, *arguments).returncode
    assert not home.exists() or ["cache"] == [path.name for path in home.iterdir()]
