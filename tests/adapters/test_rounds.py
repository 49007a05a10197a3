"""Rounds and outcomes on disk: saved once, read back equal, damage told and left in place."""

import json
import stat
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tpmprep.adapters.paths import Home
from tpmprep.adapters.rounds import load_logbook, save_outcome, save_round
from tpmprep.domain.attempt import SCHEMA
from tpmprep.domain.rounds import FAILED, OPEN, PASSED, Heard, Logbook, Outcome, Round

ID = "20261120-100000-00000001"
ROUND = Round(
    ID,
    "0.1.0",
    "2026-11-20",
    "Acme “West”",
    "onsite",
    ("How do you cut scope?",),
    (Heard("What is stuck?", "payments"),),
    60,
    "fast talker",
)
OUTCOME = Outcome("20261124-100000-00000002", ID, PASSED, "2026-11-24T10:00:00.000Z")


@pytest.fixture
def place(tmp_path: Path) -> Home:
    """Empty folders."""
    return Home(tmp_path / "data", tmp_path / "state", tmp_path / "cache")


def changed(path: Path, **keys: Any) -> bytes:
    """Write these keys into a record; the bytes that stand there now."""
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), **keys}), "utf-8")
    return path.read_bytes()


def read(place: Home) -> tuple[Logbook, list[tuple[Path, str]]]:
    """The logbook and what is damaged, as pairs."""
    found, damaged = load_logbook(place)
    return found, [(damage.path, damage.why) for damage in damaged]


def test_nothing_there(place: Home) -> None:
    """Before the first round there is no folder, and reading makes none."""
    assert (Logbook((), {}), []) == read(place)
    assert not place.data.exists()


def test_saved_and_read_back(place: Home) -> None:
    """Equal, in the folder of the month, readable by nobody else."""
    path, ended = save_round(place, ROUND), save_outcome(place, OUTCOME)
    assert place.data / "rounds" / "2026-11" / f"{ID}.json" == path
    assert place.data / "outcomes" / "2026-11" / f"{OUTCOME.id}.json" == ended
    assert (Logbook((ROUND,), {ID: PASSED}), []) == read(place)
    if sys.platform != "win32":
        assert {0o600} == {stat.S_IMODE(file.stat().st_mode) for file in (path, ended)}


def test_never_written_over(place: Home) -> None:
    """A second record of the same id goes beside the first."""
    path = save_round(place, ROUND)
    before = path.read_bytes()
    assert save_round(place, replace(ROUND, notes="other")) != path
    assert before == path.read_bytes()


def test_a_later_outcome_is_a_file_of_its_own(place: Home) -> None:
    """The newest counts, and the older one stays."""
    save_round(place, ROUND)
    save_outcome(place, OUTCOME)
    later = "2026-11-25T10:00:00.000Z"
    save_outcome(place, replace(OUTCOME, id="20261125-100000-00000003", result=FAILED, at=later))
    assert FAILED == read(place)[0].result(ROUND)
    assert 2 == len(list(place.outcomes.rglob("*.json")))


def test_unknown_keys_and_newer_programs(place: Home) -> None:
    """They are read as far as they are known, and nothing is rewritten."""
    path = save_round(place, ROUND)
    before = changed(path, mood="calm", schema=SCHEMA + 1)
    assert (Logbook((replace(ROUND, schema=SCHEMA + 1),), {}), []) == read(place)
    assert before == path.read_bytes()


@pytest.mark.parametrize(
    ("keys", "why"),
    [
        ({"on": "soon"}, "its day is none"),
        ({"id": "x"}, "its id is not one of ours"),
        ({"felt": 101}, "how it felt is not 0 to 100"),
        ({"company": None}, "company"),
        ({"questions": "Why?"}, "questions"),
        ({"asked": [{"question": "Why?"}]}, "asked.0.heard"),
    ],
)
def test_a_damaged_round(place: Home, keys: dict[str, Any], why: str) -> None:
    """Told with its reason, left in place; the others are read."""
    path = save_round(place, ROUND)
    other = replace(ROUND, id="20261121-100000-00000009")
    save_round(place, other)
    before = changed(path, **keys)
    found, damaged = read(place)
    [(where, told)] = damaged
    assert ((other,), path, before) == (found.rounds, where, path.read_bytes())
    assert told.startswith("it is not a round: ")
    assert why in told


@pytest.mark.parametrize("keys", [{"result": "won"}, {"id": "x"}, {"round": 3}])
def test_a_damaged_outcome(place: Home, keys: dict[str, Any]) -> None:
    """The round is open then, and the file is told."""
    save_round(place, ROUND)
    path = save_outcome(place, OUTCOME)
    changed(path, **keys)
    found, [(where, told)] = read(place)
    assert (OPEN, path) == (found.result(ROUND), where)
    assert told.startswith("it is not an outcome: ")


def test_an_empty_file(place: Home) -> None:
    """As after a power cut."""
    path = save_round(place, ROUND)
    path.write_bytes(b"")
    assert [(path, "it is empty")] == read(place)[1]
