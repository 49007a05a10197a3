"""The stored plan: written and read back, and a damaged file is told and left."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from planning import calendars
from tpmprep.adapters import jsonfile
from tpmprep.adapters.paths import find_home
from tpmprep.adapters.planfile import load_plan, save_plan, trash_plan
from tpmprep.domain.planstate import Interview, PlanState
from tpmprep.errors import BadData, CannotCreate, StorageFailed

STATE = PlanState(
    interviews=(
        Interview(date(2026, 12, 4), "amazon", "phone"),
        Interview(date(2026, 12, 11)),
    ),
    start=date(2026, 11, 24),
    since=date(2026, 10, 25),
    minutes=45,
    weekdays={5: 90, 6: 0},
    rest=frozenset({date(2026, 11, 28), date(2026, 11, 26)}),
    done={"close.calibration": "2026-11-24"},
    track="data",
    key="0a1b2c3d",
)
GOOD: dict[str, Any] = {
    "schema": 2,
    "interviews": [
        {"date": "2026-12-04", "loop": "amazon", "stage": "phone"},
        {"date": "2026-12-11", "loop": "", "stage": ""},
    ],
    "start": "2026-11-24",
    "since": "2026-10-25",
    "minutes": 45,
    "weekdays": {"5": 90, "6": 0},
    "rest": ["2026-11-26", "2026-11-28"],
    "done": {"close.calibration": "2026-11-24"},
    "track": "data",
    "key": "0a1b2c3d",
}
OLD = (
    b'{"schema": 1, "interview": "2026-12-04", "start": "2026-11-24", "since": "2026-10-25",'
    b' "minutes": 45, "done": {"close.calibration": "2026-11-24"}}'
)
FIRST = GOOD["interviews"][0]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the plan is kept."""
    return tmp_path / "plan.json"


def put(path: Path, **changes: Any) -> bytes:
    """A good file with some of its values changed; None takes a value out."""
    document = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    path.write_text(json.dumps(document), "utf-8")
    return path.read_bytes()


def test_no_plan_yet(tmp_path: Path) -> None:
    """Without a file there is no plan, and none is made."""
    assert load_plan(tmp_path / "data" / "plan.json") is None
    assert [] == list(tmp_path.iterdir())


def test_plan_is_read_back(tmp_path: Path) -> None:
    """What was decided comes back; the folder is made on the way."""
    path = tmp_path / "data" / "plan.json"
    save_plan(path, STATE)
    assert STATE == load_plan(path)
    assert [path] == list(path.parent.iterdir())


@given(calendars())
def test_any_decisions_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, state: PlanState
) -> None:
    """Any interviews, minutes, weekdays, rest and ticks come back as they were."""
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    save_plan(path, state)
    assert state == load_plan(path)


def test_later_plan_replaces_the_first(path: Path) -> None:
    """There is one plan: the last one saved."""
    save_plan(path, STATE)
    later = PlanState((Interview(date(2026, 12, 20)),), STATE.start, STATE.since, 60)
    save_plan(path, later)
    assert later == load_plan(path)


def test_written_file_is_plain(path: Path) -> None:
    """The file holds dates that a person can read, in an order that does not change."""
    save_plan(path, STATE)
    assert GOOD == jsonfile.load(path.read_bytes())
    assert list(GOOD) == list(jsonfile.load(path.read_bytes()))


def test_a_plan_of_the_first_schema_is_one_interview(path: Path) -> None:
    """With the same minutes every day; saved again it has the new shape."""
    path.write_bytes(OLD)
    state = load_plan(path)
    expected = PlanState(
        interviews=(Interview(date(2026, 12, 4)),),
        start=STATE.start,
        since=STATE.since,
        minutes=45,
        done={"close.calibration": "2026-11-24"},
    )
    assert expected == state
    save_plan(path, expected)
    assert (2, expected) == (jsonfile.load(path.read_bytes())["schema"], load_plan(path))


@pytest.mark.parametrize("missing", ["weekdays", "rest", "track", "key"])
def test_what_may_be_missing(path: Path, missing: str) -> None:
    """A plan without it is a plan."""
    put(path, **{missing: None})
    state = load_plan(path)
    assert state is not None
    assert not getattr(state, missing)


def test_interviews_in_any_order(path: Path) -> None:
    """They come back by their days."""
    put(path, interviews=GOOD["interviews"][::-1])
    assert STATE == load_plan(path)


def test_a_day_has_one_interview(path: Path) -> None:
    """Named twice, the last one counts, as when it is added again."""
    put(path, interviews=[{"date": "2026-12-04"}, FIRST])
    state = load_plan(path)
    assert state is not None
    assert STATE.interviews[:1] == state.interviews


@pytest.mark.parametrize("schema", [3, 10**30])
def test_a_newer_plan_is_refused(path: Path, schema: int) -> None:
    """In words, and it stays as it is."""
    data = put(path, schema=schema)
    with pytest.raises(BadData, match="is not a plan: it was made by a newer tpmprep"):
        load_plan(path)
    assert data == path.read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 64,
        b"[]",
        b"null",
        b'{"interview"',
        b"<<<<<<< HEAD\n",
        b"[" * 100_000,
        OLD.replace(b"45", b"NaN"),
        OLD.replace(b"45", b"1e999"),
        OLD.replace(b'"interview"', b'"day"'),
    ],
    ids=lambda data: repr(data[:20]),
)
def test_what_is_no_plan_at_all(path: Path, data: bytes) -> None:
    """A file that is no plan is BadData with a way out, and stays byte for byte."""
    path.write_bytes(data)
    with pytest.raises(BadData, match="is not a plan") as caught:
        load_plan(path)
    assert (True, data) == ("Move the file away" in caught.value.hint, path.read_bytes())


DAYS = [(date(2026, 12, 1) + timedelta(days=n)).isoformat() for n in range(10_000)]
NO_DAYS: list[Any] = ["soon", 20261204, None, [], "2199-01-01"]
NO_VALUES: dict[str, list[Any]] = {
    "schema": ["two", [2], {}],
    "interviews": ["2026-12-04", {"date": "2026-12-04"}, 7, ["2026-12-04"], [None], [{}], []],
    "start": ["soon", 20261124, [], "1999-01-01"],
    "since": ["soon", 7, {}, "2026-02-30"],
    "minutes": [True, -1, 10**9, 44.5, "45", [45], 1_441],
    "weekdays": [[], "sat", 7, {"9": 45}, {"-1": 45}, {"sat": 45}, {"5": True}, {"5": -1}],
    "rest": [7, "2026-11-26", [7], ["soon"], {"a": 1}, [["2026-11-26"]]],
    "done": ["yes", 7, ["close.calibration"]],
}


@pytest.mark.parametrize(
    ("name", "value"),
    [(name, value) for name, values in NO_VALUES.items() for value in values]
    + [("interviews", [{"date": on}]) for on in NO_DAYS]
    + [("interviews", [{"date": on} for on in DAYS])],
    ids=lambda value: str(value)[:40],
)
def test_values_that_no_plan_has(path: Path, name: str, value: Any) -> None:
    """Wrong types, minutes of no day, days that are none, and plans without end: BadData."""
    data = put(path, **{name: value})
    with pytest.raises(BadData, match="is not a plan"):
        load_plan(path)
    assert data == path.read_bytes()


def test_a_plan_in_the_trash(tmp_path: Path) -> None:
    """It is moved there as it is."""
    home = find_home({"TPMPREP_HOME": str(tmp_path)})
    save_plan(home.plan, STATE)
    place = trash_plan(home, "20261124-120000")
    assert (None, STATE) == (load_plan(home.plan), load_plan(place))
    assert home.trash == place.parent


def test_a_later_plan_in_the_trash_leaves_the_first(tmp_path: Path) -> None:
    """Two that end in the same second are both kept."""
    home = find_home({"TPMPREP_HOME": str(tmp_path)})
    for _ in range(2):
        save_plan(home.plan, STATE)
        trash_plan(home, "20261124-120000")
    assert 2 == len(list(home.trash.iterdir()))


def test_a_plan_that_cannot_be_moved(tmp_path: Path) -> None:
    """Said in words."""
    home = find_home({"TPMPREP_HOME": str(tmp_path)})
    with pytest.raises(StorageFailed, match="could not move the plan"):
        trash_plan(home, "20261124-120000")


def test_folder_in_place_of_the_plan(tmp_path: Path) -> None:
    """A folder with the plan's name cannot be read or replaced, and is told."""
    path = tmp_path / "plan.json"
    path.mkdir()
    with pytest.raises(StorageFailed, match="a folder stands where a file should be"):
        load_plan(path)
    with pytest.raises(StorageFailed, match="could not save the plan"):
        save_plan(path, STATE)
    assert [path] == list(tmp_path.iterdir())


def test_file_in_place_of_the_folder(tmp_path: Path) -> None:
    """A file where the data folder belongs is told with a way out, on both ways."""
    (tmp_path / "data").write_bytes(b"x")
    with pytest.raises(CannotCreate, match="a file stands where a folder should be"):
        load_plan(tmp_path / "data" / "plan.json")
    with pytest.raises(CannotCreate):
        save_plan(tmp_path / "data" / "plan.json", STATE)
