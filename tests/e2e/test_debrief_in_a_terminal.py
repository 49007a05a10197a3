"""A real interview noted at a terminal: stopped with Ctrl-C, gone on with, its question filed."""

import sys
from pathlib import Path

import pytest

from terminal import CTRL_C, ENTER, PROGRAM, Terminal

pytestmark = [
    pytest.mark.pty,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there"),
]

DEBRIEF = [*PROGRAM, "brief", "debrief"]
NEW = "How would you sell a pen to me?"


def rounds(home: Path) -> list[Path]:
    """The files of rounds."""
    return list((home / "data" / "rounds").rglob("*.json"))


def test_stopped_gone_on_with_and_filed(home: Path) -> None:
    """Ctrl-C keeps what was answered, a wrong day is asked again, the area is a choice."""
    with Terminal(home, DEBRIEF) as at:
        at.see("Company:")
        at.keys(f"Acme{ENTER}")
        at.see("Round:")
        at.keys(ENTER)
        at.see("Their questions, 1:")
        at.keys(f"{NEW}{ENTER}")
        at.see("Their questions, 2:")
        at.keys(CTRL_C)
        at.see("Your answers are kept")
    assert [] == rounds(home)
    with Terminal(home, DEBRIEF) as at:
        at.see("Their questions, 2:")
        at.keys(ENTER)
        at.see("What programs are currently stuck and why?")
        at.see("What you heard, 1:")
        at.keys(ENTER)
        at.see("Notes:")
        at.keys(ENTER)
        at.see("How it felt:")
        at.keys(f"6{ENTER}")
        at.see("Day:")
        at.keys(f"soon{ENTER}")
        at.see("is no day")
        at.keys(ENTER)
        at.see("Which area does it test?")
        at.keys(f"3{ENTER}")
        at.see("Saved Acme")
        at.see("tpmprep drill --question own/q-01")
    assert 1 == len(rounds(home))
    assert NEW in (home / "data" / "banks" / "own" / "stakeholder.yaml").read_text("utf-8")


def test_ctrl_c_at_the_areas_keeps_the_round(home: Path) -> None:
    """What is saved is said, and how to file the question later."""
    with Terminal(home, [*DEBRIEF, "--company", "Acme", "--question", NEW]) as at:
        for title in ("Round:", "What you heard, 1:", "Notes:", "How it felt:", "Day:"):
            at.see(title)
            at.keys(ENTER)
        at.see("Which area does it test?")
        at.keys(CTRL_C)
        at.see("Saved Acme")
        at.see("tpmprep bank new --prompt")
    assert 1 == len(rounds(home))
