"""`guide artifact`, as it is typed: the empty pages, and a check that scripts can end on."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from inside import tpmprep
from program import data_of

if TYPE_CHECKING:
    import subprocess

NAMES = ["charter", "milestones", "dependencies", "risks", "decisions", "launch", "summary"]
GOOD = """\
# Risk register

| Risk | Early sign | Who | Mitigation | By when | Cost |
|---|---|---|---|---|---|
| Vendor late | no schema by 3 May | Ana Ruiz | use the old feed | 1 day | 2 weeks |
| Disk full | 80% used | Bo Lin | delete old builds | 1 hour | none |
"""
BAD = GOOD.replace("Ana Ruiz", "team").replace("80% used", "TBD").replace("1 hour", "")


def artifact(
    home: Path, *arguments: str, stdin: str | None = None
) -> "subprocess.CompletedProcess[str]":
    """Run `tpmprep guide artifact`."""
    return tpmprep(home, "guide", "artifact", *arguments, stdin=stdin)


def test_all_are_listed_with_what_they_change(home: Path) -> None:
    """The seven, each with its line, within the screen."""
    rows = data_of(artifact(home, "--json"))
    assert NAMES == [row["name"] for row in rows]
    shown = artifact(home).stdout
    assert all(row["changes"] in " ".join(shown.split()) for row in rows)
    assert max(len(line) for line in shown.splitlines()) <= 80


@pytest.mark.parametrize("name", NAMES)
def test_an_empty_page_is_printed_and_written(home: Path, tmp_path: Path, name: str) -> None:
    """The same text in a pipe, in JSON and in a file; never over a file that is there."""
    printed = artifact(home, name)
    assert (0, "") == (printed.returncode, printed.stderr)
    assert printed.stdout.startswith("# ")
    assert {"name": name, "text": printed.stdout} == data_of(artifact(home, name, "--json"))
    folder = tmp_path / "a" / "b"
    written = artifact(home, name, "--to", str(folder))
    path = folder / f"{name}.md"
    assert (0, "") == (written.returncode, written.stderr)
    assert printed.stdout == path.read_text("utf-8")
    assert f"artifactcheck{path}" in "".join(written.stdout.split())
    path.write_text("mine", "utf-8")
    again = artifact(home, name, "--to", str(folder))
    assert 73 == again.returncode
    assert "is there already; nothing was written over it" in again.stderr
    assert "Name another folder with --to" in again.stderr
    assert "mine" == path.read_text("utf-8")
    assert 65 == artifact(home, "check", "-", stdin=printed.stdout).returncode
    assert [path] == list(folder.iterdir())


def test_where_it_was_written_in_json(home: Path, tmp_path: Path) -> None:
    """The path, and no page."""
    run = artifact(home, "risks", "--to", str(tmp_path), "--json")
    assert {"name": "risks", "path": str(tmp_path / "risks.md")} == data_of(run)
    assert "tpmprep.guide.artifact/1" == json.loads(run.stdout)["schema"]


def test_a_good_register_ends_with_0(home: Path, tmp_path: Path) -> None:
    """One line of what was read."""
    path = tmp_path / "r.md"
    path.write_text(GOOD, "utf-8")
    run = artifact(home, "check", str(path))
    assert (0, "2 risks, each with trigger, owner and action\n") == (run.returncode, run.stdout)
    expected = {
        "file": str(path),
        "kind": "risks",
        "rows": 2,
        "kinds": [{"kind": "risks", "rows": 2}],
        "problems": [],
    }
    assert expected == data_of(artifact(home, "check", str(path), "--json"))


def test_what_changes_nothing_is_told_by_line(home: Path, tmp_path: Path) -> None:
    """As editors read it; remarks are told and do not bar; the end says how many."""
    path = tmp_path / ("long-" * 20 + ".md")
    path.write_text(BAD, "utf-8")
    run = artifact(home, "check", str(path))
    assert 65 == run.returncode
    assert "" == run.stderr
    *told, last = run.stdout.splitlines()
    assert [
        f'{path}:5: owner: "team" is no person for "Vendor late"',
        f'{path}:6: trigger: says only "TBD" for "Disk full"',
        f'{path}:6: by-when: remark: is empty for "Disk full"',
    ] == [line.split(": without ")[0] for line in told]
    assert told[1].endswith(": without a trigger nobody acts before the damage is there")
    assert "2 risks read; 2 problems; 1 remark" == last
    run = artifact(home, "check", "-", "--json", stdin=BAD)
    assert 65 == run.returncode
    problems = json.loads(run.stdout)["data"]["problems"]
    assert [(5, "owner", True), (6, "trigger", True), (6, "by-when", False)] == [
        (p["line"], p["key"], p["bars"]) for p in problems
    ]


def test_a_page_of_sections(home: Path) -> None:
    """Counted in sections; in full it is said what it has."""
    text = (
        "# Executive summary\n\nDecision: go by 3 May\nStatus: 3 May\nRisk: late\nAsk: none of 2\n"
    )
    run = artifact(home, "check", "-", stdin=text)
    assert 65 == run.returncode
    assert "input:1: next: no such section: " in run.stdout
    assert run.stdout.endswith("summary: 4 of 5 sections written; 1 problem\n")
    run = artifact(home, "check", "-", stdin=f"{text}Next date: 4 May\n")
    assert 0 == run.returncode
    assert run.stdout.startswith("summary with decision needed, state against the date, ")


def test_remarks_alone_end_with_0(home: Path) -> None:
    """They are told beside what was read."""
    run = artifact(home, "check", "-", stdin=BAD.replace("team", "Ana").replace("TBD", "80%"))
    assert 0 == run.returncode
    assert run.stdout.endswith("2 risks, each with trigger, owner and action; 1 remark\n")


def test_what_is_no_artefact(home: Path) -> None:
    """The seven are named with what is looked for."""
    run = artifact(home, "check", "-", stdin="# Lunch\n\n- soup\n")
    assert (65, "") == (run.returncode, run.stdout)
    assert "input holds none of the seven artefacts" in run.stderr
    assert all(f"       {name}: " in run.stderr for name in NAMES)


def test_a_text_cannot_command_the_terminal(home: Path) -> None:
    """Escapes in a cell are shown, not obeyed."""
    run = artifact(home, "check", "-", stdin=BAD.replace("Vendor", "\x1b[2JVen\u202edor"))
    assert "\x1b" not in run.stdout
    assert "<U+001B>[2JVen<U+202E>dor late" in run.stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["chater"], 66, "there is no artefact 'chater'. Did you mean charter?"),
        (["chek", "x.md"], 2, "'chek' takes no file"),
        (["risks", "x.md"], 2, "To check it: tpmprep guide artifact check x.md"),
        (["check"], 2, "name the file to check, or - for a pipe"),
        (["check", "x.md", "--to", "."], 2, "a check writes nothing"),
        (["--to", "."], 2, "name what to write"),
        (["check", "none.md"], 66, "there is no file 'none.md'"),
        (["risks", "--to", "pyproject.toml"], 73, "is a file, not a folder"),
        (["risks", "--to", "pyproject.toml/x"], 73, "is a file, not a folder"),
    ],
)
def test_what_cannot_be(home: Path, arguments: list[str], code: int, words: str) -> None:
    """Told in words."""
    run = artifact(home, *arguments)
    assert (code, "") == (run.returncode, run.stdout)
    assert words in run.stderr


def test_too_long_and_not_text(home: Path, tmp_path: Path) -> None:
    """Bounded, and in UTF-8."""
    path = tmp_path / "x.md"
    path.write_bytes(b"a" * 1_000_001)
    assert "is longer than 1,000,000 bytes" in artifact(home, "check", str(path)).stderr
    path.write_bytes(b"\xff\xfe|")
    run = artifact(home, "check", str(path))
    assert (65, True) == (run.returncode, "is not UTF-8 text" in run.stderr)
