"""The plan as a calendar file (iCalendar, RFC 5545), and the name of the machine's time zone."""

import logging
import warnings
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from tpmprep.domain.plan_calendar import CalendarEvent
from tpmprep.domain.text import clean, clean_line

if TYPE_CHECKING:
    from icalendar import Alarm, Event, Timezone

PRODUCT = "-//tpmprep//practice plan//EN"
CALENDAR_NAME = "Interview practice"

_COUNTED_FROM = datetime(2026, 1, 1, tzinfo=UTC)
_MOST_SEQUENCE = 2**31 - 1
"""Programs keep SEQUENCE in 32 bits with a sign: seconds reach that in 2094."""

_UTC_NAMES = {"UTC", "UCT", "Universal", "Zulu"}
"""With or without "Etc/" before them. The format writes UTC without any zone."""

_NAMES_NOTHING = {"localtime"}
"""A zone file that is there on Debian, but means another place on every machine."""


class _Text(str):
    """A text that is read back as it was: icalendar would make a line end of backslash and N."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        plain = self.replace("\\", r"\\").replace(";", r"\;").replace(",", r"\,")
        return plain.replace("\n", r"\n").encode("utf-8")


def calendar_bytes(
    events: Sequence[CalendarEvent], *, now: datetime, zone: str, alarm_min: int | None = None
) -> bytes:
    """The whole calendar file with `events` in the order given.

    Times stand in `zone`, an IANA name whose rules the file brings along; in UTC when it is "" or
    not known here. An export with a later `now` updates the events of an earlier one. `alarm_min`
    minutes before each event but those of a whole day, the calendar is asked to remind.

    There is no METHOD: it is for invitations, and PUBLISH would ask for an organizer with an
    address. Raises nothing for any text.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("X-WR-CALNAME", CALENDAR_NAME)
    known = None if zone.removeprefix("Etc/") in _UTC_NAMES else zone_named(zone)
    made = [_event(event, now, known or UTC, alarm_min) for event in events]
    if known and any("TZID" in event["DTSTART"].params for event in made):
        calendar.add_component(_rules(known, [event.starts.date() for event in events]))
    for component in made:
        calendar.add_component(component)
    return bytes(calendar.to_ical())


def local_zone_name(
    environ: Mapping[str, str], machine: Callable[[], str | None] | None = None
) -> str:
    """The IANA name of the zone that this machine's clock shows, or "" when it has none.

    What TZ says counts alone: when it holds a rule and no name, the machine's own zone is not the
    one shown. Without TZ, `machine` is asked (by default the settings of the system). Raises
    nothing.
    """
    wanted = environ.get("TZ", "")
    name = wanted.removeprefix(":").rpartition("zoneinfo/")[2]
    if not wanted:
        name = (machine or _machine_zone_name)() or ""
    return name if zone_named(name) else ""


def _machine_zone_name() -> str | None:
    from tzlocal import get_localzone_name

    # It logs and warns about odd settings, and raises when they disagree: UTC serves then.
    logging.getLogger("tzlocal").disabled = True
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return get_localzone_name()
        except (LookupError, OSError, ValueError):
            return None


def zone_named(name: str) -> ZoneInfo | None:
    """The rules of the zone `name`. A name comes from outside: a path or a folder is none."""
    if not name or name in _NAMES_NOTHING:
        return None
    try:
        return ZoneInfo(name)
    except (LookupError, OSError, ValueError):
        return None


def _event(event: CalendarEvent, now: datetime, zone: tzinfo, alarm_min: int | None) -> "Event":
    from icalendar import Event

    stamp = now.astimezone(UTC).replace(microsecond=0)
    starts, ends = _span(event, zone)
    made = Event()
    made.add("UID", _Text(clean_line(event.uid)), encode=False)
    made.add("DTSTAMP", stamp)
    made.add("LAST-MODIFIED", stamp)
    made.add("SEQUENCE", _sequence(stamp))
    made.add("DTSTART", starts)
    made.add("DTEND", ends)
    made.add("SUMMARY", _Text(clean_line(event.title)), encode=False)
    if event.description:
        made.add("DESCRIPTION", _Text(clean(event.description)), encode=False)
    # The day of an interview is not busy from midnight to midnight; practice time is taken.
    made.add("TRANSP", "TRANSPARENT" if event.all_day else "OPAQUE")
    if alarm_min is not None and not event.all_day:
        made.add_component(_alarm(event, alarm_min))
    return made


def _span(event: CalendarEvent, zone: tzinfo) -> tuple[date, date]:
    """Start and end. The end is counted in UTC: minutes are real ones when the clocks change."""
    if event.all_day:
        day = event.starts.date()
        return day, day + timedelta(days=1)
    starts = event.starts.astimezone(UTC).replace(microsecond=0)
    ends = starts + timedelta(minutes=event.minutes)
    local = starts.astimezone(zone), ends.astimezone(zone)
    # In the hour that comes twice, local times cannot say which one is meant.
    is_clear = local[0].replace(tzinfo=None) < local[1].replace(tzinfo=None)
    return local if is_clear or not event.minutes else (starts, ends)


def _alarm(event: CalendarEvent, minutes: int) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", _Text(clean_line(event.title)), encode=False)
    alarm.add("TRIGGER", timedelta(minutes=-minutes))
    return alarm


def _sequence(stamp: datetime) -> int:
    """A number that grows from one export to the next without a memory of the last one."""
    return min(max(0, int((stamp - _COUNTED_FROM).total_seconds())), _MOST_SEQUENCE)


def _rules(zone: ZoneInfo, days: Sequence[date]) -> "Timezone":
    """The clock changes of `zone` around `days`; those of all time would be most of the file."""
    from icalendar import Timezone

    first, last = date(min(days).year - 1, 1, 1), date(max(days).year + 2, 1, 1)
    return Timezone.from_tzinfo(zone, zone.key, first_date=first, last_date=last)
