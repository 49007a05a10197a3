"""Exit codes are a contract with scripts, and every failure is one line of words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from program import ANSWER, PROGRAM, save_one, tpmprep
from terminal import environment

DRILL = ("drill", "--answer", "-")

WRONG = [
    (("drill", "--area", "executon", "--answer", "-"), 2, "Did you mean 'execution'? Allowed:"),
    (("drill", "--question", "gq-99", "--answer", "-"), 66, "there is no question 'gq-99'"),
    (("drill", "--format", "3min", "--answer", "-"), 2, "2min, 5min, deep, headline, recruiter"),
    (("drill", "--track", "moble", "--answer", "-"), 2, "Did you mean 'mobile'?"),
    (("drill", "--level", "boss", "--answer", "-"), 2, "tpm2, senior, staff, principal"),
    (("drill", "--mode", "sing", "--answer", "-"), 2, "Allowed: type, aloud"),
    (("drill", "--pace", "3", "--answer", "-"), 2, "1.0, 1.5, 2, untimed"),
    (("drill", "--count", "0", "--answer", "-"), 2, "from 1 to 50"),
    (("drill", "--count", "2", "--answer", "-"), 2, "one answer is one drill"),
    (("drill", "--elapsed", "-1", "--answer", "-"), 2, "--elapsed takes seconds"),
    (("drill", "--elapsed", "nan", "--answer", "-"), 2, "--elapsed takes seconds"),
    (("drill", "--predict", "101", "--answer", "-"), 2, "from 0 to 100"),
    (("drill", "--seed", "x", "--answer", "-"), 2, "--seed takes a whole number"),
    (("drill", "--score", "ex.contrl=3", "--answer", "-"), 2, "Did you mean 'ex.control'?"),
    (("drill", "--score", "ex.control=5", "--answer", "-"), 2, "a level from 1 to 4"),
    (("drill", "--score", "ex.control", "--answer", "-"), 2, "takes name=value"),
    (("drill", "--quote", "ex.control=flow", "--answer", "-"), 2, "has no score"),
    (
        (*DRILL, "--score", "ex.control=3", "--quote", "ex.control=never said"),
        2,
        "these words are not in the answer",
    ),
    (("drill", "--answer", "nowhere.txt"), 66, "there is no file 'nowhere.txt'"),
    (("drill", "--resume", "--question", "gq-01"), 2, "leave out --question"),
    (("plan", "--days", "0"), 2, "from 1 to 60, not '0'"),
    (("plan", "--days", "61"), 2, "from 1 to 60, not '61'"),
    (("plan", "--days", "x"), 2, "from 1 to 60, not 'x'"),
    (("plan", "--date", "2001-01-01"), 2, "--date takes a day from"),
    (("plan", "--days", "3", "--date", "2030-01-01"), 2, "give one of them"),
    (("plan", "--minutes", "5", "--days", "3"), 2, "--minutes takes"),
    (("plan", "--days", "3", "--rest", "2001-01-01"), 2, "--rest takes a day from"),
    (("plan", "--days", "3", "--loop", "amzon"), 2, "Did you mean 'amazon'?"),
    (("plan", "add", "2001-01-01"), 2, "takes a day from"),
    (("plan", "ics", "x.ics", "--at", "25:00"), 2, "--at takes a time of day"),
    (("plan",), 2, "give --days N or --date"),
    (("plan", "today"), 2, "give --days N or --date"),
    (("review", "nonesuch"), 66, "there is no attempt 'nonesuch'"),
    (("review", "--since", "soon"), 2, "--since takes a date"),
    (("review", "--last", "0"), 2, "--last takes a whole number"),
    (("review", "--area", "cases"), 2, "Did you mean 'case'?"),
    (("review", "--question", "gq-99"), 66, "there is no question 'gq-99'"),
    (("score", "20260101-000000-00000000"), 66, "there is no attempt"),
    (("bank", "show", "gq-3"), 66, "gq-03"),
    (("bank", "list", "--kind", "odd"), 2, "past, hypothetical, deep-dive, case"),
    (("bank", "check", "nowhere"), 66, "there is no file or folder 'nowhere'"),
    (("drll",), 2, "Did you mean 'drill'?"),
    (("drill", "--answr", "x"), 2, "--answer"),
]


@pytest.mark.parametrize(("arguments", "code", "words"), WRONG, ids=lambda v: str(v)[:40])
def test_a_wrong_word_is_told_in_one_line(
    home: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    """The line lists what is allowed or suggests; a hint may follow; nothing else is printed."""
    result = tpmprep(home, *arguments, stdin=ANSWER)
    first, *hints = result.stderr.splitlines()
    assert code == result.returncode
    assert first.startswith("error: ")
    assert words in first
    assert all(line.startswith("       ") for line in hints)
    assert "" == result.stdout
    assert not (home / "data").exists()


def test_nobody_to_ask_names_the_flag(home: Path) -> None:
    """Without a terminal and without an answer the missing flag is named."""
    for arguments in (("drill",), ("drill", "--no-input"), ("drill", "--json")):
        result = tpmprep(home, *arguments)
        assert 2 == result.returncode
        assert "give --answer FILE" in result.stderr


def test_an_empty_answer_is_bad_data(home: Path, tmp_path: Path) -> None:
    """A file with nothing in it ends with 65."""
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n", "utf-8")
    result = tpmprep(home, "drill", "--answer", str(empty))
    assert 65 == result.returncode


def test_no_unfinished_answer(home: Path) -> None:
    """--resume without a draft needs a terminal first; plain `review` of nothing is fine."""
    assert 2 == tpmprep(home, "drill", "--resume").returncode
    assert 0 == tpmprep(home, "review").returncode


@pytest.mark.skipif(sys.platform == "win32", reason="no such devices there")
@pytest.mark.parametrize(
    ("arguments", "code"),
    [((), 73), (("review",), 73), (("plan", "--days", "3"), 73), (DRILL, 73)],
    ids=["start", "review", "plan", "drill"],
)
def test_a_home_that_is_a_file(tmp_path: Path, arguments: tuple[str, ...], code: int) -> None:
    """Said in words, with what to set instead."""
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    result = tpmprep(blocked, *arguments, stdin=ANSWER)
    assert code == result.returncode
    assert "TPMPREP_HOME" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="an administrator may write anywhere"
)
def test_an_unwritable_home(tmp_path: Path) -> None:
    """Exit 74 and the answer between markers: nothing else holds it."""
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    result = tpmprep(locked / "home", *DRILL, stdin=ANSWER)
    assert 74 == result.returncode
    assert ANSWER in result.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc, where nothing can be made")
def test_a_home_where_nothing_can_be_made() -> None:
    """As root too: 74, the reason in words, and the answer printed."""
    result = tpmprep(Path("/proc/tpmprep"), *DRILL, stdin=ANSWER)
    assert 74 == result.returncode
    assert f"----- your answer -----\n{ANSWER}\n----- end of your answer -----" in result.stdout
    assert result.stderr.startswith("error: could not save your answer: ")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes end differently there")
@pytest.mark.parametrize(
    ("arguments", "reader", "read", "codes"),
    [
        ("bank list", "true", "", {"141"}),
        ("bank list --json", "head -1", "{\n", {"0", "141"}),
        ("review --json", "head -1", "{\n", {"0", "141"}),
    ],
)
def test_a_closed_pipe_is_quiet(
    home: Path, arguments: str, reader: str, read: str, codes: set[str]
) -> None:
    """Whoever reads our output has enough: 141 and not a word, or all had been written before."""
    for number in range(30 if arguments.startswith("review") else 0):
        save_one(home, question=f"gq-{number % 15 + 1:02d}")
    program = " ".join(PROGRAM)
    script = f"{program} {arguments} | {reader}; echo ${{PIPESTATUS[0]}} >&2"
    result = subprocess.run(
        ["bash", "-c", script],
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    assert read == result.stdout
    assert result.stderr.strip() in codes


@pytest.mark.skipif(sys.platform != "linux", reason="needs /dev/full")
def test_a_full_disk_behind_stdout(home: Path) -> None:
    """The output cannot be written: 74 in words."""
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(
            [*PROGRAM, "bank", "list"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(home),
            encoding="utf-8",
            check=False,
            timeout=60,
        )
    assert 74 == result.returncode
    assert "error: reading or writing failed: the disk is full\n" == result.stderr


def test_errors_are_json_with_json(home: Path) -> None:
    """One object on stderr with code, message and hint; stdout stays empty."""
    result = tpmprep(home, "bank", "show", "gq-99", "--json")
    assert 66 == result.returncode
    assert "" == result.stdout
    assert (
        '{"error": {"code": "question_not_found", "message": "there is no question \'gq-99\'. '
        'Did you mean gq-09 or gq-15 or gq-14?", "hint": "See all ids with: tpmprep bank list"}}\n'
        == result.stderr
    )


@pytest.mark.parametrize("group", ["bank", "share"])
def test_a_group_alone_says_what_is_missing(home: Path, group: str) -> None:
    """In two lines, and not with the whole help pressed into one."""
    run = tpmprep(home, group)
    assert (2, "") == (run.returncode, run.stdout)
    assert f"error: missing command\n       See: tpmprep {group} --help\n" == run.stderr
