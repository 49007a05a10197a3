"""An answer that oneself scores again, a day later and without sight of the first scores."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from inside import tpmprep
from program import data_of, save_one

FLAGS = ("--score", "ex.control=3", "--score", "dl.concision=2")
LINES = "\n1\n" * 4 + "Be brief.\n"
"""No quote and level 1 for each of the four dimensions of gq-03, then what to change."""


def records(home: Path) -> list[dict[str, Any]]:
    """The later scores on disk, oldest first."""
    found = [json.loads(path.read_text("utf-8")) for path in (home / "data/scores").rglob("*.json")]
    return sorted(found, key=lambda record: str(record["scored_at"]))


Older = Callable[..., dict[str, Any]]


@pytest.fixture
def older(home: Path) -> Older:
    """Makes a scored answer that was given so many hours ago."""

    def make(hours: float, *flags: str) -> dict[str, Any]:
        attempt = save_one(home, *(flags or FLAGS), "--elapsed", "60")
        path = Path(attempt["path"])
        document = json.loads(path.read_text("utf-8"))
        began = datetime.now(UTC) - timedelta(hours=hours)
        document["id"] = f"{began:%Y%m%d-%H%M%S}{document['id'][15:]}"
        document["started_at"] = f"{began:%Y-%m-%dT%H:%M:%S}.000Z"
        older = home / f"data/attempts/{began:%Y-%m}" / f"{document['id']}.json"
        older.parent.mkdir(mode=0o700, exist_ok=True)
        path.unlink()
        older.write_text(json.dumps(document), "utf-8")
        return {**document, "path": str(older), "began": began}

    return make


def test_it_is_too_early_on_the_first_day(home: Path, older: Older) -> None:
    """Told with the moment from which on it means something; nothing is saved."""
    attempt = older(22)
    here = datetime.now().astimezone().tzinfo
    due = (attempt["began"] + timedelta(hours=24, seconds=60)).astimezone(here)
    for arguments in (("--score", "ex.control=2"), ()):
        run = tpmprep(home, "--plain", "score", attempt["id"], "--blind", *arguments, stdin=LINES)
        assert (2, "") == (run.returncode, run.stdout)
        moment = f"{due:%a %d %b %Y %H:%M}"
        assert f"it is too early: a blind score means something from {moment} on" in run.stderr
        assert 1 == len(run.stderr.splitlines())
    assert [] == records(home)


def test_a_blind_score_stands_beside_the_first(home: Path, older: Older) -> None:
    """The first scores count on, and `review ID` shows both."""
    attempt = older(25)
    before = Path(attempt["path"]).read_bytes()
    arguments = ("score", attempt["id"], "--blind", "--score", "ex.control=1", "--json")
    record = data_of(tpmprep(home, *arguments))
    assert ("blind", "self", {"ex.control": 1}) == (
        record["kind"],
        record["rater"],
        record["scores"],
    )
    data = data_of(tpmprep(home, "review", attempt["id"], "--json"))
    assert ({"ex.control": 3, "dl.concision": 2}, 2.5) == (data["scores"], data["score"])
    assert (record["id"], []) == (data["blind"]["id"], data["others"])
    assert before == Path(attempt["path"]).read_bytes()
    shown = tpmprep(home, "review", attempt["id"]).stdout
    assert "Scored by You, blind, later  1.0 of 4, first 3.0" in shown
    assert "you 2 higher" in shown
    calibration = data_of(tpmprep(home, "review", "--calibration", "--json"))
    assert (1, 0) == tuple(
        calibration[side]["agreement"]["pairs"] for side in ("later_self", "others")
    )


def test_the_first_scores_are_shown_only_at_the_end(home: Path, older: Older) -> None:
    """Asked line by line: the answer is shown, the levels of the first time are not."""
    attempt = older(25, *FLAGS, "--quote", "ex.control=a threshold and an owner")
    run = tpmprep(home, "--plain", "score", attempt["id"], "--blind", stdin=LINES)
    assert (0, "") == (run.returncode, run.stderr)
    asked, saved = run.stdout.split("\nSaved ")
    assert attempt["answer"] in " ".join(asked.split())
    for words in ("2.5", "Control 3", "Concision 2", "First", "unsupported: no quote"):
        assert words not in asked
    assert "First and now  1.0 of 4, first 2.5" in saved
    assert "you 2 higher" in saved
    (record,) = records(home)
    assert ("blind", "Be brief.") == (record["kind"], record["next_change"])
    assert {1} == set(record["scores"].values())


def test_who_stops_a_blind_score_keeps_nothing(home: Path, older: Older) -> None:
    """Ctrl-D before the end, and the first scores stay hidden."""
    attempt = older(25)
    run = tpmprep(home, "--plain", "score", attempt["id"], "--blind", stdin="\n1\n")
    assert (130, []) == (run.returncode, records(home))
    assert "First and now" not in run.stdout


def test_a_later_score_of_ones_own_puts_it_off(home: Path, older: Older) -> None:
    """Whoever looked at the answer an hour ago is not blind; somebody else's look is no matter."""
    first, second = older(50), older(49)
    data_of(tpmprep(home, "score", first["id"], "--score", "ex.control=2", "--json"))
    blind = ("--blind", "--score", "ex.control=1")
    run = tpmprep(home, "score", first["id"], *blind)
    assert (2, True) == (run.returncode, "it is too early" in run.stderr)
    others = ("--rater", "Bo", "--score", "ex.control=2", "--json")
    data_of(tpmprep(home, "score", second["id"], *others))
    assert 0 == tpmprep(home, "score", second["id"], *blind).returncode


@pytest.mark.parametrize(
    ("flags", "arguments", "words"),
    [
        (FLAGS, ("--rater", "Bo"), "--blind is for your own second look"),
        (("--next", "x"), (), "has no first scores to compare with"),
    ],
)
def test_a_blind_score_needs_ones_own_first_one(
    home: Path, older: Older, flags: tuple[str, ...], arguments: tuple[str, ...], words: str
) -> None:
    """Others never saw it, and without a first score there is nothing beside it."""
    attempt = older(30, *flags)
    arguments = ("score", attempt["id"], "--blind", "--score", "ex.control=1", *arguments)
    run = tpmprep(home, *arguments)
    assert (2, "") == (run.returncode, run.stdout)
    assert words in run.stderr.splitlines()[0]
    assert [] == records(home)


def test_what_is_due_is_offered(home: Path, older: Older) -> None:
    """By `review`, three at most, and by plain `tpmprep`, the newest; until it is done."""
    young = older(20)
    ids = [older(hours)["id"] for hours in (26, 27, 28, 29)]
    commands = [f"tpmprep score {name} --blind" for name in ids]
    shown = tpmprep(home, "review").stdout
    assert [True, True, True, False] == [command in shown for command in commands]
    assert sorted(commands[:3], key=shown.index) == commands[:3]
    assert "Score again, blind (1 more are due)" in shown
    assert young["id"] not in shown.split("Score again")[1]
    start = tpmprep(home).stdout
    assert [True, False, False, False] == [command in start for command in commands]
    assert commands[0] in data_of(tpmprep(home, "--json"))["next"]
    tpmprep(home, *commands[0].split()[1:], "--score", "ex.control=1")
    after = tpmprep(home).stdout
    assert [False, True, False, False] == [command in after for command in commands]
    listed = tpmprep(home, "review").stdout
    assert [False, True, True, True] == [command in listed for command in commands]


def test_nothing_is_offered_before_its_time(home: Path, older: Older) -> None:
    """Young answers, and old ones without a score."""
    older(20)
    older(40, "--next", "x")
    for arguments in ((), ("review",)):
        assert "--blind" not in tpmprep(home, *arguments).stdout
