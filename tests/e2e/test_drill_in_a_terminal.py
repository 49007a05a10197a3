"""Whole drills at a terminal: to the saved file, through a pause, and line by line."""

import signal
import sys
import time
from pathlib import Path

import pytest

from terminal import (
    CTRL_D,
    CTRL_Z,
    ENTER,
    PROGRAM,
    Terminal,
    attempts,
    draft_text,
    drill,
    score_everything,
)

pytestmark = [
    pytest.mark.pty,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there"),
]

FIRST = "I watch flow first. Each signal has a threshold and an owner."
SECOND = "One sentence: finish rate against start rate."


def test_a_two_minute_drill_from_card_to_saved(home: Path) -> None:
    """Card, answer, interruption, scoring, reveal: one file on disk, the terminal as before."""
    with drill(home, "--question", "gq-03", "--seed", "7", fast=True) as at:
        before = at.settings()
        at.see("Enter start")
        at.keys("6")
        at.see("60%")
        at.keys(ENTER)
        at.see("left · close by 0:20")
        at.keys(FIRST)
        at.see("┃ ")
        at.keys(SECOND)
        at.see("draft saved")
        at.keys(CTRL_D)
        score_everything(at, 4)
        at.see(r"Saved \d{8}-\d{6}-[0-9a-f]{8}")
        at.see("tpmprep drill --question gq-03 --format 2min")
        assert 0 == at.end()
        assert before == at.settings()
    (attempt,) = attempts(home)
    main, redirect = attempt["segments"]
    assert (FIRST, SECOND) == (main["text"], redirect["text"])
    assert 48 <= redirect["at_s"] <= 74
    assert 0 <= redirect["recovery_s"] < 60
    assert (60, 50) == (attempt["predicted_pass"], attempt["felt_pass"])
    assert {3} == set(attempt["scores"].values())
    assert [] == attempt["unsupported"]
    assert "Open with the claim." == attempt["next_change"]
    assert [] == list((home / "state" / "drafts").iterdir())


def test_the_time_running_out_cuts_nothing(home: Path) -> None:
    """Overtime says so, typing goes on, and both lengths are recorded."""
    with drill(home, "--question", "gq-03", "--format", "headline", fast=True) as at:
        at.see("Enter start")
        at.keys(ENTER)
        at.see("left")
        at.keys("It was red ")
        at.see("overtime 0:[0-9]{2}")
        at.keys("for weeks")
        at.see("for weeks")
        at.keys(CTRL_D)
        score_everything(at, 3)
        at.see("Saved")
        at.end()
    (attempt,) = attempts(home)
    assert "It was red for weeks" == attempt["answer"]
    assert attempt["overtime_s"] > 0
    assert attempt["overtime_s"] == pytest.approx(attempt["elapsed_s"] - 30, abs=0.11)


def test_a_deep_dive_asks_four_follow_ups(home: Path) -> None:
    """Each follow-up has a prompt and a segment of its own."""
    with drill(home, "--question", "gq-07", "--format", "deep", fast=True) as at:
        at.see("Enter start")
        at.keys(ENTER)
        for number in range(1, 6):
            at.see(f"question {number} of 5")
            at.keys(f"answer number {number}.")
            at.see(f"answer number {number}.")
            at.keys(CTRL_D)
        at.see("How likely did it pass")
    assert [f"answer number {n}." for n in range(1, 6)] == draft_text(home).split("\n")


def test_aloud_asks_for_notes_afterwards(home: Path) -> None:
    """Spoken answers have the same clock and interruptions, then a few lines on each part."""
    with drill(home, "--question", "gq-03", "--mode", "aloud", fast=True) as at:
        at.see("Enter start")
        at.keys(ENTER)
        at.see("┃ ")
        at.keys(" ")
        at.see("Speak. The clock")
        at.keys(ENTER)
        at.see("notes · no clock runs")
        at.keys("Said the three families of signals.")
        at.see("three families")
        at.keys(CTRL_D)
        at.see("┃ ")
        at.keys(f"Flow saved us.{CTRL_D}")
        score_everything(at, 4)
        at.see("Saved")
        at.end()
    (attempt,) = attempts(home)
    assert "aloud" == attempt["mode"]
    said = ["Said the three families of signals.", "Flow saved us."]
    assert said == [segment["text"] for segment in attempt["segments"]]
    assert attempt["segments"][1]["recovery_s"] is not None


def test_ctrl_z_stops_the_clock_and_fg_goes_on(home: Path) -> None:
    """The shell gets its terminal back; afterwards the text is there and the clock stood."""
    program = " ".join(PROGRAM)
    with Terminal(home, ["bash", "--norc", "-i"], environ={"PS1": "ready> "}) as at:
        at.see("ready>")
        before = at.settings()
        at.keys(f"{program} drill --question gq-03 --no-redirect{ENTER}")
        at.see("Enter start")
        at.keys(ENTER)
        at.see("left")
        at.keys("typed before the pause")
        at.see("draft saved")
        at.keys(CTRL_Z)
        at.see("Stopped")
        at.see(r"Stopped[\s\S]*ready>")
        assert before == at.settings()
        at.keys(f"fg{ENTER}")
        at.see("typed before the pause\n")
        at.see("left · close by")
        at.keys(CTRL_D)
        at.see("How likely did it pass")
        assert "typed before the pause" == draft_text(home)


def test_a_machine_that_sleeps_is_noticed(home: Path) -> None:
    """Time in which the program stood still is told and not counted."""
    with drill(home, "--question", "gq-03", "--no-redirect", fast=True) as at:
        at.see("Enter start")
        at.keys(ENTER)
        at.see("left · close by")
        at.keys("awake")
        at.see("draft saved")
        at.child.kill(signal.SIGSTOP)
        time.sleep(1.5)
        at.child.kill(signal.SIGCONT)
        at.see("your computer slept 0:[23][0-9], not counted")
        at.see("1:[0-9]{2} left · close by")


def test_a_dumb_terminal_gets_lines_and_no_escape_byte(home: Path) -> None:
    """TERM=dumb runs the whole drill in plain lines."""
    with drill(home, "--question", "gq-03", "--no-redirect", term="dumb") as at:
        at.see("Enter starts")
        lines = ["4", FIRST, ".", "5", *["1", "2"] * 4, "", "", "Open with the claim."]
        at.keys("".join(f"{line}{ENTER}" for line in lines))
        assert 0 == at.end()
        assert b"\x1b" not in at.raw
        assert b"Saved" in at.raw
    (attempt,) = attempts(home)
    assert (FIRST, 40) == (attempt["answer"], attempt["predicted_pass"])
    assert {2} == set(attempt["scores"].values())
