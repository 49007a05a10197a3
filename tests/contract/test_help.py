"""Help texts are pinned: what a command promises changes only on purpose."""

import re
from pathlib import Path

import pytest

from program import tpmprep

GOLD = Path(__file__).with_name("help")
COMMANDS = [
    (),
    ("drill",),
    ("mock",),
    ("score",),
    ("review",),
    ("hints",),
    ("share",),
    ("share", "out"),
    ("share", "in"),
    ("calibrate",),
    ("plan",),
    ("plan", "today"),
    ("plan", "done"),
    ("plan", "add"),
    ("plan", "drop"),
    ("plan", "ics"),
    ("plan", "reset"),
    ("bank",),
    ("bank", "list"),
    ("bank", "show"),
    ("bank", "search"),
    ("bank", "check"),
    ("bank", "schema"),
    ("bank", "stats"),
    ("bank", "new"),
    ("bank", "add"),
    ("bank", "remove"),
    ("guide",),
    ("guide", "artifact"),
    ("story",),
    ("story", "add"),
    ("story", "list"),
    ("story", "show"),
    ("story", "edit"),
    ("story", "remove"),
    ("story", "check"),
    ("story", "matrix"),
    ("story", "translate"),
    ("story", "pitch"),
    ("story", "resume"),
    ("story", "program"),
    ("story", "program", "add"),
    ("story", "program", "list"),
    ("story", "program", "show"),
    ("story", "program", "edit"),
    ("story", "program", "remove"),
    ("brief",),
    ("brief", "fill"),
    ("brief", "ask"),
    ("brief", "edit"),
    ("brief", "debrief"),
    ("brief", "outcome"),
]


def gold(command: tuple[str, ...]) -> Path:
    """The file that holds a command's help."""
    return GOLD / f"{'-'.join(command) or 'tpmprep'}.txt"


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: " ".join(c) or "tpmprep")
def test_help(home: Path, command: tuple[str, ...]) -> None:
    """`--help` prints the pinned text; `-h` the same, asked of groups and of what stands alone."""
    expected = gold(command).read_text("utf-8")
    for flag in ("--help", "-h")[: 1 if len(command) > 1 else 2]:
        result = tpmprep(home, *command, flag)
        assert (0, "") == (result.returncode, result.stderr)
        assert expected == result.stdout


def test_every_command_is_pinned(home: Path) -> None:
    """A new command cannot be forgotten here."""
    shown = tpmprep(home, "--help").stdout.split("Commands:")[1]
    names = set(re.findall(r"^  ([a-z]+)  ", shown, re.MULTILINE))
    assert {command[0] for command in COMMANDS if command} == names


def test_every_gold_file_is_used() -> None:
    """No help text of a command that is gone stays behind."""
    assert {gold(command) for command in COMMANDS} == set(GOLD.glob("*.txt"))
