"""What the user decided about the plan: one small JSON file, replaced whole."""

from datetime import date
from pathlib import Path
from typing import Any

from tpmprep.adapters import jsonfile
from tpmprep.adapters.files import failed, make_folder, read_bounded, reason, replace_whole
from tpmprep.adapters.paths import Home
from tpmprep.domain.planstate import Interview, PlanState
from tpmprep.errors import BadData, StorageFailed

SCHEMA = 2
"""Schema 1 had one interview as a bare date and the same minutes every day."""

WEEK = 7
MOST_PLAN_DAYS = 1_000
"""An interview is at most 60 days off when it is named, but a plan that goes on keeps its start."""

MOST_MINUTES = 24 * 60
MOST_TWINS = 1_000
YEARS = range(2000, 2200)

UNREADABLE = "its days or numbers cannot be read"
HINT = "Nothing was changed. Move the file away, then run: tpmprep plan --days N"


def load_plan(path: Path) -> PlanState | None:
    """The stored plan, or None when there is none yet.

    Raises BadData, CannotCreate or StorageFailed.
    """
    try:
        return _state(jsonfile.load(read_bounded(path)))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise failed(f"cannot read {path}", error) from error
    except BadData as error:
        raise BadData(f"{path} is not a plan: {error.message}", HINT) from error
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise BadData(f"{path} is not a plan: {UNREADABLE}", HINT) from error


def save_plan(path: Path, state: PlanState) -> None:
    """Store the plan durably. Raises StorageFailed or CannotCreate."""
    make_folder(path.parent)
    doc = {
        "schema": SCHEMA,
        "interviews": [
            {"date": one.on.isoformat(), "loop": one.loop, "stage": one.stage}
            for one in state.interviews
        ],
        "start": state.start.isoformat(),
        "since": state.since.isoformat(),
        "minutes": state.minutes,
        "weekdays": {str(day): minutes for day, minutes in sorted(state.weekdays.items())},
        "rest": sorted(day.isoformat() for day in state.rest),
        "done": dict(state.done),
        "track": state.track,
        "key": state.key,
    }
    try:
        replace_whole(path, jsonfile.dump(doc))
    except OSError as error:
        raise StorageFailed(f"could not save the plan: {reason(error)}") from error


def trash_plan(home: Home, stamp: str) -> Path:
    """Move the plan to the trash and give its place there. Raises StorageFailed or CannotCreate."""
    make_folder(home.trash)
    names = (f"plan-{stamp}{twin}.json" for twin in ("", *(f"-{n}" for n in range(2, MOST_TWINS))))
    target = next(path for name in names if not (path := home.trash / name).exists())
    try:
        home.plan.rename(target)
    except OSError as error:
        raise StorageFailed(f"could not move the plan: {reason(error)}") from error
    return target


def _state(doc: dict[str, Any]) -> PlanState:
    """The plan of a document.

    Raises BadData, or KeyError, TypeError, ValueError or AttributeError for another shape.
    """
    if int(doc.get("schema", 1)) > SCHEMA:
        raise BadData("it was made by a newer tpmprep")
    listed = doc.get("interviews") or [{"date": doc["interview"]}]
    interviews = list({one.on: one for one in map(_interview, listed)}.values())
    weekdays = {int(day): _minutes(value) for day, value in doc.get("weekdays", {}).items()}
    if any(day not in range(WEEK) for day in weekdays):
        raise BadData("a weekday is not 0 to 6")
    interviews.sort(key=lambda one: one.on)
    start = date.fromisoformat(doc["start"])
    if (interviews[-1].on - start).days > MOST_PLAN_DAYS:
        raise BadData(f"it is longer than {MOST_PLAN_DAYS} days")
    if not all(day.year in YEARS for day in (start, *(one.on for one in interviews))):
        raise BadData(f"its days are not in the years {YEARS.start} to {YEARS.stop - 1}")
    return PlanState(
        interviews=tuple(interviews),
        start=start,
        since=date.fromisoformat(doc["since"]),
        minutes=_minutes(doc["minutes"]),
        weekdays=weekdays,
        rest=frozenset(date.fromisoformat(day) for day in doc.get("rest", ())),
        done={str(name): str(on) for name, on in dict(doc["done"]).items()},
        track=str(doc.get("track", "")),
        key=str(doc.get("key", "")),
    )


def _interview(doc: dict[str, Any]) -> Interview:
    on = date.fromisoformat(doc["date"])
    return Interview(on, str(doc.get("loop", "")), str(doc.get("stage", "")))


def _minutes(value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MOST_MINUTES:
        raise BadData(f"{value} are no minutes of a day")
    return value
