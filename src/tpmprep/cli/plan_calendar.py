"""`tpmprep plan ics`: the plan as a file that calendars import."""

from datetime import UTC, time
from pathlib import Path
from typing import TYPE_CHECKING

from tpmprep.adapters.calendar import PRODUCT, calendar_bytes, local_zone_name, zone_named
from tpmprep.adapters.files import create_once, read_bounded, reason, replace_whole
from tpmprep.adapters.paths import for_people
from tpmprep.cli.choices import whole_number
from tpmprep.cli.output import emit
from tpmprep.cli.plan_made import plan_of, prompts_of
from tpmprep.cli.plan_setup import saved, stored
from tpmprep.domain.plan_calendar import events_of
from tpmprep.errors import BadData, CannotCreate, UsageProblem
from tpmprep.ui import layout

if TYPE_CHECKING:
    from tpmprep.cli.env import Env

MOST_ALARM_MIN = 7 * 24 * 60


def export(env: "Env", file: str, at: str, alarm: str | None) -> None:
    """Write the plan as a calendar file. Raises UsageProblem, CannotCreate or NeedsInput."""
    start = _time(at)
    alarm_min = whole_number("--alarm", alarm, 0, MOST_ALARM_MIN)
    state = stored(env)
    if not state.key:
        state = saved(env, state)
    plan = plan_of(env, state)
    now = env.clock.now()
    name = local_zone_name(env.environ)
    zone = zone_named(name) or now.tzinfo
    assert zone is not None  # the clock's time is aware
    events = events_of(
        plan, state.key, prompts_of(env, plan.days), at=start, zone=zone, today=now.date()
    )
    data = calendar_bytes(events, now=now, zone=name, alarm_min=alarm_min)
    path = _written(file, data)
    noun = "entry" if len(events) == 1 else "entries"
    zoned = name or "UTC, since the zone of this machine has no name"
    page = layout.text(
        f"Written: {for_people(path, env.environ)}\n"
        f"{len(events)} {noun}, times in {zoned}. Import it into your calendar; when the plan has "
        "changed, write and import it again."
    )
    emit(env, "plan.ics", {"path": str(path), "events": len(events), "zone": name}, page)


def _time(text: str) -> time:
    try:
        found = time.fromisoformat(text.zfill(len("00:00")))
    except ValueError:
        found = time(tzinfo=UTC)
    if found.tzinfo is not None:
        raise UsageProblem(f"--at takes a time of day such as 18:30, not '{text}'")
    return found.replace(second=0, microsecond=0)


def _written(file: str, data: bytes) -> Path:
    """Write the file; only one that we wrote before is replaced."""
    path = Path(file)
    try:
        path = path.expanduser()
        if not path.parent.is_dir():
            raise CannotCreate(f"there is no folder {path.parent}")
        if not path.exists():
            create_once(path, data)
        elif PRODUCT.encode() in read_bounded(path):
            replace_whole(path, data)
        else:
            hint = "Name another file; only a calendar of tpmprep is written over."
            raise CannotCreate(f"{path} is there already and is not from tpmprep", hint)
    except RuntimeError as error:
        raise CannotCreate(f"there is no home folder for {file}") from error
    except BadData as error:
        raise CannotCreate(f"could not write {path}: {error.message}") from error
    except OSError as error:
        raise CannotCreate(f"could not write {path}: {reason(error)}") from error
    return path
