"""What `tpmprep review` says of the scores themselves: of others, blind ones, agreement."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from tpmprep.cli.output import emit
from tpmprep.ui import layout

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from tpmprep.cli.env import Env
    from tpmprep.domain.attempt import Attempt
    from tpmprep.domain.history import History

SEED = 90
"""The intervals are drawn; the same records always give the same ones."""
MOST_DUE = 3


def show_calibration(env: "Env") -> None:
    """Print how far the scores can be believed."""
    from tpmprep.cli.round_outcome import verdict_of
    from tpmprep.domain.calibration import calibration
    from tpmprep.ui import calibration_pages, round_pages

    history = env.history()
    found, told = calibration(history, env.random(SEED)), verdict_of(env, history)
    page = calibration_pages.calibration_page(found, env.bank.dimensions, env.look)
    page = layout.stack(page, *round_pages.verdict_lines(told), *round_pages.felt_lines(told))
    emit(env, "review.calibration", {**asdict(found), "rounds": asdict(told)}, page)


def real_rounds(env: "Env", history: "History") -> "list[RenderableType]":
    """Whether practice told passes from fails so far; nothing without a round."""
    from tpmprep.cli.round_outcome import verdict_of
    from tpmprep.ui import round_pages

    return round_pages.verdict_lines(verdict_of(env, history))


def due(env: "Env", history: "History", chosen: "Sequence[Attempt]") -> "list[RenderableType]":
    """Which chosen answers are old enough to be scored again blind, each with its command."""
    from tpmprep.domain.calibration import due_for_blind

    ids = {attempt.id for attempt in chosen}
    waiting = [a for a in due_for_blind(history, env.clock.now()) if a.id in ids]
    if not waiting:
        return []
    rows = [(f"tpmprep score {a.id} --blind", a.question.id) for a in waiting[:MOST_DUE]]
    more = len(waiting) - len(rows)
    title = f"Score again, blind ({more} more are due)" if more else "Score again, blind"
    return [layout.text("\n", (title, "bold")), layout.commands(rows, env.look)]


def more_of(env: "Env", history: "History", attempt: "Attempt") -> "list[RenderableType]":
    """Below one attempt: what others and a blind look gave it, and the hints."""
    from tpmprep.domain.formats import FORMATS, UNTIMED
    from tpmprep.domain.hints import aim_of, hints_of
    from tpmprep.domain.pace import own_pace
    from tpmprep.ui import hint_pages, share_pages

    names = {name: dimension.name for name, dimension in env.bank.dimensions.items()}
    again = history.blind(attempt.id)
    records = [*history.by_others(attempt.id), *([again] if again else [])]
    blocks = share_pages.others_said(attempt, records, names, env.look)
    hints = hints_of(attempt.answer, attempt.question.asked, (), own_pace(history))
    fmt = FORMATS.get(attempt.format)
    aim_s = aim_of(fmt) if fmt and attempt.pace != UNTIMED else 0.0
    rows = hint_pages.brief_rows(hints, env.look, aim_s)
    return [*blocks, hint_pages.headed(rows)]


def scored_by(history: "History", attempt: "Attempt") -> "dict[str, Any]":
    """The other scores of an attempt as JSON has them."""
    again = history.blind(attempt.id)
    return {
        "others": [asdict(record) for record in history.by_others(attempt.id)],
        "blind": asdict(again) if again else None,
    }
