"""Every way a drill can end before its time: nothing typed is lost, the terminal stays sane."""

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from terminal import (
    CTRL_C,
    CTRL_D,
    ENTER,
    PROGRAM,
    Terminal,
    attempts,
    draft_text,
    drill,
    grade_one,
)

pytestmark = [
    pytest.mark.pty,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there"),
]

TEXT = "Each signal has a threshold and an owner."
A_SECOND_AND_A_BIT = 1.4


def start_typing(at: Terminal) -> None:
    """Start the clock, type TEXT, and let the second pass that may be lost."""
    at.see("Enter start")
    at.keys(ENTER)
    at.see("left · close by")
    at.keys(TEXT)
    at.see("an owner")
    time.sleep(A_SECOND_AND_A_BIT)


def assert_resumes(home: Path) -> None:
    """`drill --resume` shows the text, with the clock where it stopped, and it runs on."""
    with drill(home, "--resume") as at:
        at.see("paused at (2:00|1:5[0-9]) left")
        at.see("an owner")
        at.keys(" ")
        at.see("(2:00|1:5[0-9]) left · close by")


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_a_signal_keeps_the_answer_and_the_terminal(home: Path, name: str) -> None:
    """The process dies of that very signal, after draft and terminal are in order."""
    signum = getattr(signal, name)
    with drill(home, "--question", "gq-03") as at:
        before = at.settings()
        start_typing(at)
        at.child.kill(signum)
        assert at.end() is None
        assert signum == at.child.signalstatus
        assert before == at.settings()
    assert TEXT == draft_text(home)
    assert_resumes(home)


def test_ctrl_c_keeps_the_answer_and_says_how_to_go_on(home: Path) -> None:
    """Exit 130, and plain `tpmprep` tells of the unfinished answer."""
    with drill(home, "--question", "gq-03") as at:
        before = at.settings()
        start_typing(at)
        at.keys(CTRL_C)
        at.see("Stopped. Your answer is kept.")
        at.see("tpmprep drill --resume")
        assert 130 == at.end()
        assert before == at.settings()
    assert TEXT == draft_text(home)
    with Terminal(home, PROGRAM) as at:
        at.see("unfinished answer from today")
        at.see("8 words, (2:00|1:5[0-9]) left")
        at.see("tpmprep drill --resume")
    assert_resumes(home)


def test_ctrl_c_twice_is_no_worse(home: Path) -> None:
    """An impatient second Ctrl-C breaks nothing off."""
    with drill(home, "--question", "gq-03") as at:
        start_typing(at)
        at.keys(CTRL_C + CTRL_C)
        at.end()
    assert TEXT == draft_text(home)


def test_kill_9_loses_at_most_a_second(home: Path) -> None:
    """The draft holds what was typed a second ago, and the answer can go on."""
    with drill(home, "--question", "gq-03") as at:
        start_typing(at)
        at.child.kill(signal.SIGKILL)
        assert at.end() is None
        assert signal.SIGKILL == at.child.signalstatus
    assert TEXT == draft_text(home)
    assert [] == attempts(home)
    assert_resumes(home)


def test_after_kill_9_the_next_start_mends_the_terminal(home: Path) -> None:
    """Nobody can restore a terminal after kill -9, so the next command does."""
    program = " ".join(PROGRAM)
    inner = f"echo pid=$$; exec {program} drill --question gq-03"
    script = f"sh -c '{inner}'; {program} bank list > {home}.txt; echo mended; sleep 30"
    with Terminal(home, ["sh", "-c", script]) as at:
        before = at.settings()
        pid = int(at.see(r"pid=(\d+)").group(1))
        start_typing(at)
        assert before != at.settings()
        os.kill(pid, signal.SIGKILL)
        at.see("mended")
        assert before == at.settings()


def test_a_closed_terminal_keeps_the_answer(home: Path) -> None:
    """The window is gone, the answer is not."""
    at = drill(home, "--question", "gq-03")
    start_typing(at)
    pid = at.hang_up()
    done = 0
    for _ in range(200):
        done, _status = os.waitpid(pid, os.WNOHANG)
        if done:
            break
        time.sleep(0.05)
    assert pid == done
    assert TEXT == draft_text(home)
    assert_resumes(home)


def test_without_words_nothing_is_kept(home: Path) -> None:
    """Ctrl-C on the card leaves no draft behind."""
    with drill(home, "--question", "gq-03") as at:
        at.see("Enter start")
        at.keys(CTRL_C)
        at.see("Nothing was written")
        assert 130 == at.end()
    assert [] == list((home / "state" / "drafts").iterdir())


def test_a_signal_on_the_card_leaves_nothing(home: Path) -> None:
    """A draft without words is removed, whatever ended the program."""
    with drill(home, "--question", "gq-03") as at:
        at.see("Enter start")
        at.child.kill(signal.SIGTERM)
        assert at.end() is None
        assert signal.SIGTERM == at.child.signalstatus
    assert [] == list((home / "state" / "drafts").iterdir())


def test_stopping_while_scoring_goes_on_there(home: Path) -> None:
    """A level that was given is not asked again."""
    with drill(home, "--question", "gq-03", "--no-redirect") as at:
        start_typing(at)
        at.keys(CTRL_D)
        at.see("How likely did it pass")
        at.keys("5")
        grade_one(at, "1 of 4")
        at.see("2 of 4")
        at.keys(CTRL_C)
        at.see("Your answer is kept")
        at.end()
    with drill(home, "--resume") as at:
        at.see("2 of 4")
        assert "1 of 4" not in at.text


def test_two_terminals_cannot_share_an_answer(home: Path) -> None:
    """An answer that is open elsewhere is not resumed: exit 75 and a hint."""
    with drill(home, "--question", "gq-03") as at:
        start_typing(at)
        with drill(home, "--resume") as other:
            other.see("open in another terminal")
            assert 75 == other.end()
    assert TEXT == draft_text(home)


@pytest.mark.parametrize("way", ["ctrl-c", "SIGTERM"])
def test_plain_lines_are_kept_too(home: Path, way: str) -> None:
    """Line by line the finished lines are safe, and --resume goes on with them."""
    with drill(home, "--question", "gq-03", "--plain") as at:
        at.see("Enter starts")
        at.keys(ENTER)
        at.see("Type your answer")
        at.keys(f"{TEXT}{ENTER}")
        time.sleep(A_SECOND_AND_A_BIT)
        if way == "ctrl-c":
            at.keys(CTRL_C)
            at.see("Stopped. Your answer is kept.")
            assert 130 == at.end()
        else:
            at.child.kill(signal.SIGTERM)
            assert at.end() is None
            assert signal.SIGTERM == at.child.signalstatus
    assert TEXT == draft_text(home)
    with drill(home, "--resume", "--plain") as at:
        at.see("an owner")
        at.keys(f"And it acts.{ENTER}.{ENTER}")
        at.see("How likely did it pass")
    assert f"{TEXT}\nAnd it acts." == draft_text(home)
