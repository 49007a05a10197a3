"""The calendar file in a real calendar program: khal, with a calendar folder of its own."""

import os
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tpmprep.adapters.calendar import calendar_bytes
from tpmprep.domain.plan_calendar import CalendarEvent

CONFIG = """\
[calendars]
[[practice]]
path = {home}/practice
type = calendar

[sqlite]
path = {home}/khal.db

[locale]
local_timezone = Europe/Berlin
default_timezone = Europe/Berlin
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""
NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
LINE = "{start-end-time-style}|{title}|{description}"


class Khal:
    """The khal of this machine with one empty calendar."""

    def __init__(self, program: str, home: Path) -> None:
        self._program, self._home = program, home
        (home / "practice").mkdir()
        (home / "config").write_text(CONFIG.format(home=home), "utf-8")

    def take(self, data: bytes) -> None:
        """Import a file the way a person does."""
        path = self._home / "plan.ics"
        path.write_bytes(data)
        self._run("import", "--batch", "-a", "practice", str(path))

    def shows(self) -> list[str]:
        """Every line it prints for the days of the plan, days as headings."""
        arguments = ["list", "--format", LINE, "--day-format", "{date}", "2026-03-28", "5d"]
        return self._run(*arguments).splitlines()

    def kept(self) -> int:
        """How many event files the calendar has."""
        return len(list((self._home / "practice").glob("*.ics")))

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [self._program, "-c", str(self._home / "config"), *arguments],
            env={
                "PATH": os.environ["PATH"],
                "LANG": "C.UTF-8",
                "HOME": str(self._home),
                "XDG_CONFIG_HOME": str(self._home),
                "XDG_DATA_HOME": str(self._home),
                "XDG_CACHE_HOME": str(self._home),
            },
            capture_output=True,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        assert (0, "") == (done.returncode, done.stderr)
        return done.stdout


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    """Skips the test without khal, unless TPMPREP_TEST_ALL is set."""
    program = shutil.which("khal")
    if program:
        return Khal(program, tmp_path)
    if os.environ.get("TPMPREP_TEST_ALL"):
        pytest.fail("TPMPREP_TEST_ALL is set, and there is no khal on PATH")
    pytest.skip("there is no khal on PATH")


def plan() -> list[CalendarEvent]:
    """Half past six on three evenings around the change of the clocks, then the interview."""
    first = datetime(2026, 3, 28, 18, 30, tzinfo=ZoneInfo("Europe/Berlin"))
    sessions = [
        CalendarEvent(
            f"day-{n}@tpmprep", first + timedelta(days=n), 45, f"Day {n}; größer, 日本", "A"
        )
        for n in range(3)
    ]
    day = CalendarEvent("x@tpmprep", first + timedelta(days=3), 0, "Interview", "", all_day=True)
    return [*sessions, day]


def test_an_import_and_a_later_one(khal: Khal) -> None:
    """Local times on both sides of the change; a second export updates and doubles nothing."""
    events = plan()
    khal.take(calendar_bytes(events, now=NOW, zone="Europe/Berlin", alarm_min=10))
    assert [
        *("2026-03-28", "18:30-19:15|Day 0; größer, 日本|A"),
        *("2026-03-29", "18:30-19:15|Day 1; größer, 日本|A"),
        *("2026-03-30", "18:30-19:15|Day 2; größer, 日本|A"),
        *("2026-03-31", "|Interview|"),
    ] == khal.shows()
    assert 4 == khal.kept()

    events[1] = replace(events[1], title="Moved", starts=events[1].starts.replace(hour=7))
    later = NOW + timedelta(days=1)
    khal.take(calendar_bytes(events, now=later, zone="Europe/Berlin", alarm_min=10))
    assert [
        *("2026-03-28", "18:30-19:15|Day 0; größer, 日本|A"),
        *("2026-03-29", "07:30-08:15|Moved|A"),
        *("2026-03-30", "18:30-19:15|Day 2; größer, 日本|A"),
        *("2026-03-31", "|Interview|"),
    ] == khal.shows()
    assert 4 == khal.kept()


def test_times_in_utc_are_local_there(khal: Khal) -> None:
    """Without a zone name the calendar program still shows the user's own clock."""
    khal.take(calendar_bytes(plan()[:2], now=NOW, zone=""))
    assert [
        *("2026-03-28", "18:30-19:15|Day 0; größer, 日本|A"),
        *("2026-03-29", "18:30-19:15|Day 1; größer, 日本|A"),
    ] == khal.shows()
