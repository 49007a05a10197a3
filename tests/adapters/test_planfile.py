"""The stored plan: written and read back, and a damaged file is told and left."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.adapters import jsonfile
from tpmprep.adapters.planfile import load_plan, save_plan
from tpmprep.domain.plan import PlanState
from tpmprep.errors import BadData, CannotCreate, StorageFailed

STATE = PlanState(
    interview=date(2026, 12, 4),
    start=date(2026, 11, 24),
    since=date(2026, 10, 25),
    minutes=45,
    done={"close.calibration": "2026-11-24"},
)
GOOD = (
    b'{"schema": 1, "interview": "2026-12-04", "start": "2026-11-24", "since": "2026-10-25",'
    b' "minutes": 45, "done": {"close.calibration": "2026-11-24"}}'
)


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


@given(st.dates(), st.dates(), st.dates(), st.integers(1, 600))
def test_any_dates_are_read_back(
    tmp_path_factory: pytest.TempPathFactory, day: date, start: date, since: date, minutes: int
) -> None:
    """Any dates and minutes come back as they were."""
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    state = PlanState(day, start, since, minutes)
    save_plan(path, state)
    assert state == load_plan(path)


def test_later_plan_replaces_the_first(tmp_path: Path) -> None:
    """There is one plan: the last one saved."""
    path = tmp_path / "plan.json"
    save_plan(path, STATE)
    later = PlanState(date(2026, 12, 20), STATE.start, STATE.since, 60)
    save_plan(path, later)
    assert later == load_plan(path)


def test_written_file_is_plain(tmp_path: Path) -> None:
    """The file holds dates that a person can read."""
    path = tmp_path / "plan.json"
    save_plan(path, STATE)
    assert jsonfile.load(GOOD) == jsonfile.load(path.read_bytes())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (GOOD, b""),
        (GOOD, b"\x00" * 64),
        (GOOD, b"[]"),
        (b"}}", b""),
        (b'"interview"', b'"day"'),
        (b'"2026-12-04"', b'"soon"'),
        (b'"2026-12-04"', b"20261204"),
        (b'"2026-12-04"', b"null"),
        (b"45", b'"many"'),
        (b"45", b"null"),
        (b"45", b"[1]"),
        (b"45", b"NaN"),
        (b"45", b"1e999"),
        (b'{"close.calibration": "2026-11-24"}', b'"yes"'),
        (b'{"close.calibration": "2026-11-24"}', b"7"),
    ],
)
def test_damaged_plan_is_told_and_left(tmp_path: Path, old: bytes, new: bytes) -> None:
    """A file that is no plan is BadData with a way out, and stays byte for byte."""
    path = tmp_path / "plan.json"
    data = GOOD.replace(old, new)
    path.write_bytes(data)
    with pytest.raises(BadData, match="is not a plan") as caught:
        load_plan(path)
    assert (True, data) == ("Move the file away" in caught.value.hint, path.read_bytes())


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
