"""Real interviews and their outcomes on disk: write-once JSON files, filed like attempts."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from tpmprep.adapters.paths import Home
from tpmprep.adapters.store import Damage, create, every, validated
from tpmprep.domain.attempt import ID
from tpmprep.domain.rounds import MOST_PERCENT, Logbook, Outcome, Round, logbook_of
from tpmprep.errors import BadData


def save_round(home: Home, round_: Round) -> Path:
    """Write a round; when this returns it is on disk. Raises StorageFailed or CannotCreate."""
    return create(home.rounds, round_.id, asdict(round_), "round")


def save_outcome(home: Home, outcome: Outcome) -> Path:
    """Write how a round ended, beside what was noted before. Raises as save_round does."""
    return create(home.outcomes, outcome.id, asdict(outcome), "outcome")


def load_logbook(home: Home) -> tuple[Logbook, list[Damage]]:
    """Every readable round with its newest outcome, and the files that are damaged."""
    rounds, damaged = every(home.rounds, round_from)
    outcomes, more = every(home.outcomes, outcome_from)
    return logbook_of(rounds, outcomes), [*damaged, *more]


def round_from(document: dict[str, Any]) -> Round:
    """The round in a document; keys it does not know are left aside. Raises BadData."""
    round_: Round = validated(Round, document, "a round")
    _require_id(round_.id, "a round")
    try:
        _ = round_.day
    except ValueError as error:
        raise BadData("it is not a round: its day is none") from error
    if round_.felt is not None and not 0 <= round_.felt <= MOST_PERCENT:
        raise BadData("it is not a round: how it felt is not 0 to 100")
    return round_


def outcome_from(document: dict[str, Any]) -> Outcome:
    """The outcome in a document; keys it does not know are left aside. Raises BadData."""
    outcome: Outcome = validated(Outcome, document, "an outcome")
    _require_id(outcome.id, "an outcome")
    return outcome


def _require_id(record_id: str, what: str) -> None:
    if not ID.fullmatch(record_id):
        raise BadData(f"it is not {what}: its id is not one of ours")
