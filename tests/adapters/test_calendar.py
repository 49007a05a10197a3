"""The calendar file, read back by vobject: a reader that shares no code with what wrote it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject  # type: ignore[import-untyped]
from hypothesis import example, given
from hypothesis import strategies as st

from tpmprep.adapters.calendar import calendar_bytes, local_zone_name
from tpmprep.domain.plan_calendar import CalendarEvent
from tpmprep.domain.text import clean, clean_line

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 3, 2, 9, 30, 12, 345678, tzinfo=UTC)
ANY_TEXT = st.text(st.characters())  # with lone surrogates, controls and everything else


def at(*when: int, zone: str = BERLIN) -> datetime:
    """A time on the user's own clock."""
    year, month, day, hour, minute = when
    return datetime(year, month, day, hour, minute, tzinfo=ZoneInfo(zone))


SESSION = CalendarEvent("day-03@tpmprep", at(2026, 3, 10, 18, 30), 45, "Day 3", "Two drills.")


def written(*events: CalendarEvent, zone: str = BERLIN, alarm_min: int | None = None) -> bytes:
    """The file with `events`."""
    return calendar_bytes(events, now=NOW, zone=zone, alarm_min=alarm_min)


def read(data: bytes) -> Any:
    """The calendar as vobject understands it, times by the rules of the file itself."""
    return vobject.readOne(data.decode("utf-8"))


def events_in(data: bytes) -> Sequence[Any]:
    """Its events, in order."""
    return list(read(data).vevent_list)


def event_in(data: bytes) -> Any:
    """Its only event."""
    (event,) = events_in(data)
    return event


def test_what_a_session_says() -> None:
    """The id, the time on the user's clock with its zone, the length and the words."""
    event = event_in(written(SESSION))
    assert "day-03@tpmprep" == event.uid.value
    assert [BERLIN] == event.dtstart.params["X-VOBJ-ORIGINAL-TZID"]
    assert datetime(2026, 3, 10, 18, 30) == event.dtstart.value.replace(tzinfo=None)  # noqa: DTZ001
    assert timedelta(hours=1) == event.dtstart.value.utcoffset()
    assert timedelta(minutes=45) == event.dtend.value - event.dtstart.value
    assert ("Day 3", "Two drills.") == (event.summary.value, event.description.value)
    assert "OPAQUE" == event.transp.value
    assert NOW.replace(microsecond=0) == event.dtstamp.value == event.last_modified.value


def test_what_the_file_says_of_itself() -> None:
    """Who wrote it, and what the calendar is called; nothing that makes it an invitation."""
    calendar = read(written(SESSION))
    assert "tpmprep" in calendar.prodid.value
    assert ("2.0", "GREGORIAN") == (calendar.version.value, calendar.calscale.value)
    assert "Interview practice" == calendar.contents["x-wr-calname"][0].value
    assert "method" not in calendar.contents


def test_no_events_are_a_file_too() -> None:
    """An empty plan is an empty calendar."""
    assert "vevent" not in read(written()).contents


def test_a_whole_day() -> None:
    """The day of the interview is a date, takes no time and rings no bell."""
    late = replace(SESSION, starts=at(2026, 3, 12, 23, 59), all_day=True)
    for zone in (BERLIN, ""):
        event = event_in(written(late, zone=zone, alarm_min=10))
        assert date(2026, 3, 12) == event.dtstart.value
        assert date(2026, 3, 13) == event.dtend.value
        assert "TRANSPARENT" == event.transp.value
        assert "valarm" not in event.contents
    assert b"VTIMEZONE" not in written(late)  # no time, so no zone


@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_the_clocks_change(change: date) -> None:
    """Before, on and after the day of the change it is 18:30 there, by the file's own rules."""
    days = [change + timedelta(days=n) for n in (-1, 0, 1)]
    made = [replace(SESSION, starts=at(d.year, d.month, d.day, 18, 30)) for d in days]
    found = [event.dtstart.value for event in events_in(written(*made))]
    assert [(d, 18, 30) for d in days] == [(f.date(), f.hour, f.minute) for f in found]
    assert [event.starts for event in made] == found  # the same instants
    assert found[0].utcoffset() != found[1].utcoffset()


@pytest.mark.parametrize(
    "zone", ["America/New_York", "Australia/Lord_Howe", "America/Santiago", "Asia/Kathmandu"]
)
def test_other_zones_by_the_rules_of_the_file(zone: str) -> None:
    """Both halves of the globe, a half hour of daylight saving, and a zone without any."""
    days = [date(2026, 1, 15) + timedelta(days=n) for n in range(0, 365, 7)]
    made = [replace(SESSION, starts=at(d.year, d.month, d.day, 20, 0, zone=zone)) for d in days]
    found = events_in(written(*made, zone=zone))
    assert [event.starts for event in made] == [event.dtstart.value for event in found]


def test_the_rules_of_the_zone_come_along() -> None:
    """Once, and before the events; vobject would look elsewhere for a zone that is not there."""
    before, *after = written(SESSION, replace(SESSION, uid="b")).split(b"BEGIN:VEVENT")
    assert 1 == before.count(b"BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n")
    assert b"VTIMEZONE" not in b"".join(after)


def test_minutes_are_real_ones_when_the_clocks_change() -> None:
    """Three hours from half past one end at half past three: that night has three o'clock twice."""
    night = replace(SESSION, starts=at(2026, 10, 25, 1, 30), minutes=180)
    assert b"DTEND;TZID=Europe/Berlin:20261025T033000" in written(night)


def test_a_start_from_another_zone_is_the_same_moment() -> None:
    """What counts is the instant; the file tells it on the clock of its zone."""
    elsewhere = replace(SESSION, starts=at(2026, 3, 10, 13, 30, zone="America/New_York"))
    assert b"DTSTART;TZID=Europe/Berlin:20260310T183000" in written(elsewhere)


@pytest.mark.parametrize(
    "zone", ["", "UTC", "Etc/UTC", "Zulu", "Europe/Nowhere", "../../etc/passwd", "x\0"]
)
def test_utc_where_the_zone_has_no_name(zone: str) -> None:
    """The same instant with a Z, and no rules of any zone."""
    data = written(SESSION, zone=zone)
    assert b"DTSTART:20260310T173000Z" in data
    assert b"TZID" not in data
    assert SESSION.starts == event_in(data).dtstart.value


def test_a_bell_only_when_it_was_asked_for() -> None:
    """`alarm_min` minutes before, with the title; 0 is at the start."""
    assert "valarm" not in event_in(written(SESSION)).contents
    for minutes in (0, 10):
        alarm = event_in(written(SESSION, alarm_min=minutes)).valarm
        assert ("DISPLAY", "Day 3") == (alarm.action.value, alarm.description.value)
        assert timedelta(minutes=-minutes) == alarm.trigger.value


def test_texts_with_signs_of_the_format() -> None:
    """Commas, semicolons, backslashes, a path with an N, line ends and letters of any script."""
    title = r"A, b; c\d \n \N: größer 日本 😀"
    text = "one, two; three\nC:\\New\\notes\\\n\nBEGIN:VEVENT\r\nEND:VCALENDAR\tend "
    event = event_in(written(replace(SESSION, title=title, description=text)))
    assert title == event.summary.value
    assert text.replace("\r\n", "\n") == event.description.value


def test_nothing_in_a_text_becomes_a_line_of_the_file() -> None:
    """Controls and invisible signs are shown, line ends escaped: no property can be smuggled in."""
    evil = "x\r\nATTACH:file:///etc/passwd\x1b[2J\u202e\u2028\x85y"
    data = written(replace(SESSION, uid=evil, title=evil, description=evil), alarm_min=5)
    assert 1 == len(events_in(data))
    assert not re.search(rb"^ATTACH", data, flags=re.MULTILINE)
    assert b"\x1b" not in data
    assert "<U+001B>[2J<U+202E><U+2028><U+0085>y" in event_in(data).summary.value


def test_an_empty_description_is_left_out() -> None:
    """No words, no property."""
    assert "description" not in event_in(written(replace(SESSION, description=""))).contents


@given(ANY_TEXT, ANY_TEXT)
@example("\\N", "\\\\n\\;\\,\n,;")
@example("é" * 40, "日" * 60 + "\n" + "😀" * 60)
def test_any_text_survives(title: str, text: str) -> None:
    """What is read back is what `clean` made of it; lines are short, whole and end with CRLF."""
    data = written(replace(SESSION, title=title, description=text), alarm_min=5)
    event = event_in(data)
    assert clean_line(title) == event.summary.value
    assert clean(text) == (event.description.value if text else "")
    lines = data.split(b"\r\n")
    assert b"" == lines.pop()
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    for line in lines:
        assert len(line) <= 75
        line.decode("utf-8")  # no letter is cut


def test_a_later_export_updates_an_earlier_one() -> None:
    """The ids stay, SEQUENCE and LAST-MODIFIED grow; the same moment gives the same bytes."""
    events = [SESSION, replace(SESSION, uid="day-04@tpmprep", starts=at(2026, 3, 11, 18, 30))]
    first = written(*events)
    assert first == written(*events)
    later = calendar_bytes(events, now=NOW + timedelta(seconds=1), zone=BERLIN)
    pairs = list(zip(events_in(first), events_in(later), strict=True))
    assert [("day-03@tpmprep",) * 2, ("day-04@tpmprep",) * 2] == [
        (a.uid.value, b.uid.value) for a, b in pairs
    ]
    assert all(int(a.sequence.value) < int(b.sequence.value) for a, b in pairs)
    assert all(a.last_modified.value < b.last_modified.value for a, b in pairs)


@pytest.mark.parametrize(("year", "sequence"), [(1970, 0), (2026, 0), (2200, 2**31 - 1)])
def test_sequence_stays_within_32_bits(year: int, sequence: int) -> None:
    """However wrong the clock of the machine is."""
    data = calendar_bytes([SESSION], now=datetime(year, 1, 1, tzinfo=UTC), zone=BERLIN)
    assert str(sequence) == event_in(data).sequence.value


@pytest.mark.parametrize(
    ("tz", "name"),
    [
        ("Europe/Berlin", "Europe/Berlin"),
        (":Europe/Berlin", "Europe/Berlin"),
        ("/usr/share/zoneinfo/Asia/Tokyo", "Asia/Tokyo"),
        ("CET-1CEST,M3.5.0,M10.5.0/3", ""),  # a rule has no name
        ("Europe", ""),
        ("../../etc/passwd", ""),
        ("localtime", ""),
        ("x\0y", ""),
        ("x" * 5000, ""),
    ],
)
def test_tz_names_the_zone(tz: str, name: str) -> None:
    """And when it holds something else, the machine is not asked: its zone is not the one shown."""
    assert name == local_zone_name({"TZ": tz}, lambda: "America/New_York")


@pytest.mark.parametrize(
    ("machine", "name"),
    [("America/New_York", "America/New_York"), (None, ""), ("Nowhere/Land", ""), ("", "")],
)
@pytest.mark.parametrize("environ", [{}, {"TZ": ""}])
def test_without_tz_the_machine_says(
    environ: dict[str, str], machine: str | None, name: str
) -> None:
    """A name that zoneinfo does not know is no name."""
    assert name == local_zone_name(environ, lambda: machine)


def test_this_machine_can_be_asked() -> None:
    """The real settings give a known zone or nothing."""
    name = local_zone_name({})
    assert not name or ZoneInfo(name).key == name


@pytest.mark.parametrize(("zone", "day"), [(BERLIN, 25), ("Europe/Madrid", 25)])
def test_an_entry_in_the_hour_that_comes_twice_ends_after_it_starts(zone: str, day: int) -> None:
    """Local times cannot say which of the two hours is meant: that entry stands in UTC."""
    starts = datetime(2026, 10, day, 2, 30, tzinfo=ZoneInfo(zone))
    (event,) = events_in(written(replace(SESSION, starts=starts, minutes=45), zone=zone))
    begin, end = event.dtstart.value, event.dtend.value
    assert timedelta(minutes=45) == end - begin
    assert begin.astimezone(UTC) == starts.astimezone(UTC)
