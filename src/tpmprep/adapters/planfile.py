"""What the user decided about the plan: one small JSON file, replaced whole."""

from datetime import date
from pathlib import Path

from tpmprep.adapters import jsonfile
from tpmprep.adapters.files import failed, make_folder, read_bounded, reason, replace_whole
from tpmprep.domain.plan import PlanState
from tpmprep.errors import BadData, StorageFailed

SCHEMA = 1


def load_plan(path: Path) -> PlanState | None:
    """The stored plan, or None when there is none yet.

    Raises BadData, CannotCreate or StorageFailed.
    """
    try:
        doc = jsonfile.load(read_bounded(path))
        return PlanState(
            interview=date.fromisoformat(doc["interview"]),
            start=date.fromisoformat(doc["start"]),
            since=date.fromisoformat(doc["since"]),
            minutes=int(doc["minutes"]),
            done=dict(doc["done"]),
        )
    except FileNotFoundError:
        return None
    except OSError as error:
        raise failed(f"cannot read {path}", error) from error
    except (BadData, KeyError, TypeError, ValueError) as error:
        hint = "Nothing was changed. Move the file away, then run: tpmprep plan --days N"
        raise BadData(f"{path} is not a plan: {error}", hint) from error


def save_plan(path: Path, state: PlanState) -> None:
    """Store the plan durably. Raises StorageFailed or CannotCreate."""
    make_folder(path.parent)
    doc = {
        "schema": SCHEMA,
        "interview": state.interview.isoformat(),
        "start": state.start.isoformat(),
        "since": state.since.isoformat(),
        "minutes": state.minutes,
        "done": dict(state.done),
    }
    try:
        replace_whole(path, jsonfile.dump(doc))
    except OSError as error:
        raise StorageFailed(f"could not save the plan: {reason(error)}") from error
