"""The pages of a mock: loops with their sources, a stage before it begins, the debrief."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.debrief import Debrief, Level, StageResult
from tpmprep.domain.formats import FORMATS, PACES
from tpmprep.domain.loops import GRADES, Loop, LoopStage
from tpmprep.domain.phrases import Closing
from tpmprep.domain.rubric import READY_LEVEL, Dimension
from tpmprep.domain.sitting import Sitting
from tpmprep.domain.text import clean_line
from tpmprep.ui.layout import bullets, commands, grid, indented, stack, text
from tpmprep.ui.theme import ACCENT, Look

if TYPE_CHECKING:
    from rich.console import RenderableType


def loops(found: Sequence[Loop], look: Look) -> "RenderableType":
    """Every loop with its stages, and the commands that run them."""
    blocks: list[RenderableType] = []
    for loop in found:
        blocks += [loop_page(loop, loop.stages, look), text("")]
        blocks.append(text(("Run it     ", "bold"), (f"tpmprep mock --loop {loop.id}", ACCENT)))
        one = f"tpmprep mock --loop {loop.id} --stage {loop.stages[-1].id}"
        blocks += [text(("One stage  ", "bold"), (one, ACCENT)), text("")]
    return stack(*blocks)


def loop_page(loop: Loop, stages: Sequence[LoopStage], look: Look) -> "RenderableType":
    """What is known of a loop, from where and since when."""
    head = f"{loop.name}: {_known_from(loop)}"
    blocks: list[RenderableType] = [text((head, "bold")), indented(text((loop.note, "dim")))]
    for stage in stages:
        blocks += [text(f"  {stage.id}  ", (stage.name, "bold"))]
        blocks.append(indented(text(f"{_minutes(stage)} {look.marks.dot} {_source(stage)}"), 4))
    return stack(*blocks)


def stage_heading(stage: LoopStage) -> "RenderableType":
    """The title under which a stage is scored."""
    return text("\n", (f"Now the scores: {stage.name}", "bold"))


def stage_page(stage: LoopStage, sitting: Sitting, look: Look) -> "RenderableType":
    """What the next interview checks, how much is asked, and how long it may take."""
    items = sitting.of_stage(stage.id)
    names = "; ".join(FORMATS[item.format].title for item in items)
    lead = "" if sitting.done == 0 else "A break. Stand up, drink something; nothing runs.\n\n"
    blocks = [
        text("\n", lead, (stage.name, "bold")),
        bullets("They check", stage.checks, look),
        text(f"{len(items)} to answer: {names}. {_minutes(stage)}{_pace(sitting)}."),
    ]
    return stack(*blocks, text(""))


def debrief_page(
    result: Debrief, names: Mapping[str, Dimension], closing: Closing, look: Look
) -> "RenderableType":
    """Score per stage, what carried, what to mend first, and how to close."""
    blocks: list[RenderableType] = [text("\n", ("Debrief", "bold")), _table(result.stages)]
    if result.score is not None:
        blocks.append(text(f"\nAll stages: {result.score:.1f} of 4, each with the same weight."))
    if wanted := [
        f"{stage.id}: {stage.strong_signal}" for stage in result.stages if stage.strong_signal
    ]:
        blocks += [text(""), bullets("What they listen for", wanted, look)]
    if result.carried:
        carried = [_carried(level, names) for level in result.carried]
        blocks += [text(""), bullets("What carried", carried, look)]
    if result.first is not None:
        blocks += [text(""), *_first(result.first, result, names)]
    if result.answers:
        rows = [(f"tpmprep review {id_}", "") for id_ in result.answers]
        head = "Each answer, with what was expected of it"
        blocks += [text("\n", (head, "bold")), commands(rows, look)]
    blocks += [text(""), text(("Ask at the end", "bold")), indented(text(f'"{closing.question}"'))]
    blocks += [indented(text((closing.when, "dim"))), text("")]
    blocks.append(bullets("If they name a concern", closing.if_answered, look))
    return stack(*blocks)


def ending(sitting: Sitting, where: str, command: str) -> "RenderableType":
    """What was saved, where, and the one next thing to do."""
    return stack(
        text("\n", ("Saved ", "bold"), f"{sitting.id}, with {len(sitting.attempts)} answers"),
        indented(text((where, "dim"))),
        text("\n", ("Again       ", "bold"), f"tpmprep review {sitting.id}"),
        text(("Now         ", "bold"), command),
    )


def _table(stages: Sequence[StageResult]) -> "RenderableType":
    table = grid("Stage", "Score", "Answers", "Over time", "Signals", right=(1, 2, 3, 4))
    for stage in stages:
        score = "none" if stage.score is None else f"{stage.score:.1f}"
        signals = f"{stage.signals:g} of {stage.expected}"
        table.add_row(stage.id, score, str(stage.answers), str(stage.over_time), signals)
    return table


def _carried(level: Level, names: Mapping[str, Dimension]) -> str:
    return f'{_name(level, names)} {level.level}: "{clean_line(level.quote)}" ({level.stage})'


def _first(level: Level, result: Debrief, names: Mapping[str, Dimension]) -> list["RenderableType"]:
    dimension = names.get(level.dimension)
    head = f"Mend first: {_name(level, names)}, {level.level} in the {level.stage} stage"
    blocks: list[RenderableType] = [text((head, "bold"))]
    if dimension and level.level < READY_LEVEL:
        blocks.append(indented(text(f"What earns a {READY_LEVEL}: {dimension.words(READY_LEVEL)}")))
    slow = [stage.recovery_s for stage in result.stages if stage.recovery_s is not None]
    if slow:
        blocks.append(
            indented(text(f"Longest mean recovery after an interruption: {max(slow):.0f} s"))
        )
    return blocks


def _name(level: Level, names: Mapping[str, Dimension]) -> str:
    dimension = names.get(level.dimension)
    return dimension.name if dimension else level.dimension


def _minutes(stage: LoopStage) -> str:
    if stage.minutes is None:
        return f"{stage.practice_minutes} minutes here (no source states a length)"
    return f"{stage.minutes} minutes"


def _source(stage: LoopStage) -> str:
    split = "; what this round covers is our own split" if stage.split else ""
    return f"{_known_from(stage)}{split}"


def _known_from(fact: Loop | LoopStage) -> str:
    """How good a source is, which, and as of when."""
    if fact.grade == "guide":
        return f"{GRADES[fact.grade]}, {fact.as_of}"
    return f"{GRADES[fact.grade]}: {fact.source}, {fact.as_of}"


def _pace(sitting: Sitting) -> str:
    factor = PACES[sitting.pace]
    return (
        "" if factor == 1 else ", untimed" if factor == 0 else f", clocks {factor:g} times as long"
    )
