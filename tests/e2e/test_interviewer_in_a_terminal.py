"""Ladder, deep dive, case board, update and mock at a terminal, wide and narrow."""

import json
import signal
import sys
import time
from pathlib import Path

import pytest

from terminal import (
    CTRL_C,
    CTRL_D,
    ENTER,
    FAST,
    PATIENCE_S,
    Terminal,
    attempts,
    draft_text,
    grade,
    grade_one,
    score_everything,
)

pytestmark = [
    pytest.mark.pty,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals there"),
]

SIZES = [pytest.param(80, 24, id="80x24"), pytest.param(60, 20, id="60x20")]


def program(home: Path, columns: int, rows: int, *arguments: str) -> Terminal:
    """The program, on a clock twenty times as fast."""
    return Terminal(home, [*FAST, *arguments], columns=columns, rows=rows)


def answer(at: Terminal, words: str) -> None:
    """Type the words and hand them in."""
    at.keys(words)
    at.see(words.rsplit(maxsplit=1)[-1])
    at.keys(CTRL_D)


def wait_for_draft(home: Path, words: str) -> None:
    """Until the words are on disk; a narrow screen has no room to say so."""
    deadline = time.monotonic() + PATIENCE_S
    while words not in draft_text(home) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert words in draft_text(home)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_ladder_asks_one_question_at_four_lengths(home: Path, columns: int, rows: int) -> None:
    """Headline, two minutes, five, deep dive; stopped in the third and gone on with."""
    with program(home, columns, rows, "drill", "--format", "ladder", "--question", "gq-03") as at:
        for number, title in ((1, "headline"), (2, "2 minutes")):
            at.see(f"Ladder, {number} of 4: {title}")
            at.see("Enter start")
            at.keys(ENTER)
            answer(at, f"Finish rate falls first, answer {number}.")
        at.see("Ladder, 3 of 4: 5 minutes")
        at.see("Enter start")
        at.keys(ENTER)
        at.keys("Three families of")
        wait_for_draft(home, "Three families of")
        at.keys(CTRL_C)
        at.see("2 answers are saved, the one you were at is kept")
        assert 130 == at.end()
    assert {"headline", "2min"} == {attempt["format"] for attempt in attempts(home)}
    with program(home, columns, rows, "drill", "--resume") as at:
        at.see("any key goes on")
        answer(at, " signals.")
        at.see("Ladder, 4 of 4: deep dive")
        at.see("Enter start")
        at.keys(ENTER)
        for number in range(1, 6):
            at.see(f"question {number} of 5")
            answer(at, f"Part{number}.")
        at.see("All four are answered")
        at.keys(ENTER)
        for dimensions in (3, 4, 4, 4):
            grade(at, dimensions)
            at.see("One thing to change")
            at.keys(ENTER)
        at.see("Expected of a strong answer +30 s +2 min +5 min +deep")
        at.see("Covered: you have answered it at 2 minutes")
        assert 0 == at.end()
    by_format = {attempt["format"]: attempt for attempt in attempts(home)}
    assert {"headline", "2min", "5min", "deep"} == set(by_format)
    assert "Three families of signals." == by_format["5min"]["segments"][0]["text"]
    assert [] == list((home / "state" / "sittings").glob("*.json"))


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_deep_dive_is_a_conversation(home: Path, columns: int, rows: int) -> None:
    """Four follow-ups, each another line, the changed condition among them."""
    arguments = ("drill", "--question", "gq-07", "--format", "deep", "--seed", "11")
    with program(home, columns, rows, *arguments) as at:
        at.see("Enter start")
        at.keys(ENTER)
        at.see("question 1 of 5")
        answer(at, "We looked at everything together and then we did what everybody wanted to.")
        for number in range(2, 6):
            at.see(f"question {number} of 5")
            answer(at, f"Nothing{number}.")
        score_everything(at, 4)
        at.see("Saved")
        assert 0 == at.end()
    (attempt,) = attempts(home)
    lines = [segment["line"] for segment in attempt["segments"][1:]]
    assert len(lines) == len(set(lines)) >= 4
    assert "constraint" in [segment["kind"] for segment in attempt["segments"]]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_case_board_changes_the_conditions(home: Path, columns: int, rows: int) -> None:
    """Ten timed parts in the guide's order, the change in the middle, the map, three papers."""
    folder = home / "papers"
    arguments = ("drill", "--format", "board", "--question", "gq-13", "--export", str(folder))
    with program(home, columns, rows, *arguments) as at:
        at.see("Enter start")
        at.keys(ENTER)
        for number in range(1, 11):
            at.see(f"{number} of 10")
            if number == 6:
                at.see("┃ ")
            answer(at, f"identity backend{number}")
        score_everything(at, 5)
        at.see("executive-summary.md")
        assert at.raw.index(b"Saved") < at.raw.index(b"Expected of a strong plan")
        assert 0 == at.end()
    (attempt,) = attempts(home)
    assert "constraint" == attempt["segments"][5]["kind"]
    assert 10 == len(attempt["segments"])
    assert {"charter.md", "raid.md", "executive-summary.md"} == {p.name for p in folder.iterdir()}
    raid = (folder / "raid.md").read_text("utf-8")
    assert "identity backend6" in raid.split("## Issues")[1]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_an_executive_update_is_questioned_once(home: Path, columns: int, rows: int) -> None:
    """Seventy-five seconds, then one question of the executive with thirty."""
    with program(home, columns, rows, "drill", "--format", "update", "--seed", "5") as at:
        at.see("executive update")
        at.see("Enter start")
        at.keys(ENTER)
        answer(at, "Hold at 20 percent until nine.")
        at.see("┃ ")
        at.see("question 2 of 2 · 0:[23][0-9] left")
        answer(at, "Yes, until nine.")
        score_everything(at, 5)
        at.see("Saved")
        assert 0 == at.end()
    (attempt,) = attempts(home)
    assert ["main", "redirect"] == [segment["kind"] for segment in attempt["segments"]]
    assert 105.0 == attempt["limit_s"]


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_a_mock_that_is_killed_in_its_second_stage_goes_on(
    home: Path, columns: int, rows: int
) -> None:
    """Stage one is saved, the answer of the moment is a draft, and the debrief comes at the end."""
    with program(home, columns, rows, "mock", "--seed", "4") as at:
        at.see("Recruiter or hiring manager screen")
        at.see("Enter begins")
        at.keys(ENTER)
        for number in (1, 2):
            at.see(f"Mock, {number} of ")
            at.see("Enter start")
            at.keys(ENTER)
            answer(at, f"I led 6 teams, answer {number}.")
        at.see("A break.")
        at.keys(ENTER)
        at.see("Mock, 3 of ")
        at.see("Enter start")
        at.keys(ENTER)
        at.keys("The plan had")
        wait_for_draft(home, "The plan had")
        at.child.kill(signal.SIGKILL)
        at.end()
    assert 2 == len(attempts(home))
    (state,) = (home / "state" / "sittings").glob("*.json")
    assert 2 == json.loads(state.read_text("utf-8"))["done"]
    with program(home, columns, rows, "mock", "--resume") as at:
        at.see("any key goes on")
        answer(at, " two phases.")
        at.see("Mock, 4 of ")
        at.see("Enter start")
        at.keys("q")
        at.see("3 answers are saved")
        at.end()
    assert "The plan had two phases." in [
        attempt["segments"][0]["text"] for attempt in attempts(home)
    ]
    assert {"mock"} == {attempt["sitting"].split()[0] for attempt in attempts(home)}


def test_one_stage_is_debriefed(home: Path) -> None:
    """Levels per stage, what carried, what to mend first, the closing question, one file."""
    with program(home, 80, 40, "mock", "--stage", "screen", "--seed", "4") as at:
        at.see("Enter begins")
        at.keys(ENTER)
        for number in (1, 2):
            at.see(f"Mock, {number} of 2")
            at.see("Enter start")
            at.keys(ENTER)
            answer(at, f"I led 6 teams, answer {number}.")
        at.see("All is answered")
        at.keys(ENTER)
        at.see("Now the scores")
        for number, level in enumerate((3, 4, 2, 1), start=1):
            grade_one(at, f"{number} of 4 · ", level=level, quote="a")
        at.see("All stages: 2.5 of 4")
        at.see("Mend first: Concision, 1 in the screen stage")
        at.see("any area where you would want more")
        at.see("Saved")
        assert 0 == at.end()
    (path,) = (home / "data" / "mocks").rglob("*.json")
    kept = json.loads(path.read_text("utf-8"))
    assert {"screen": 2.5} == {stage["id"]: stage["score"] for stage in kept["stages"]}
    assert [] == list((home / "state" / "sittings").glob("*.json"))


def test_assumptions_are_said_first(home: Path) -> None:
    """The sentence of the guide with the slots filled; an empty last slot is told."""
    with program(home, 80, 40, "drill", "--question", "gq-13", "--assume") as at:
        at.see("Launch passkeys across web")
        asked_and_said = {
            "A … program": "three-quarter",
            "With … engineering teams": "nine",
            "And … product teams": "",
            "How visible it is": "",
            "The largest risk": "",
            "Dependencies can slip": "",
            "I would change first": "",
        }
        for asked, words in asked_and_said.items():
            at.see(asked)
            at.keys(words + ENTER)
        at.see("three-quarter program with nine engineering teams,")
        at.see("The last one is empty")
        at.see("Enter start")
        at.keys("q")
        at.see("Nothing was started, nothing was saved")
        assert 0 == at.end()
    assert [] == attempts(home)
