"""A mock with a person: stages with breaks between, and one debrief at the end."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass

from tpmprep.adapters.content import load_loops, load_phrases
from tpmprep.adapters.paths import for_people
from tpmprep.adapters.sittings import drop_sitting, save_sitting
from tpmprep.cli.choices import one_of, whole_number
from tpmprep.cli.drill_setup import MODES
from tpmprep.cli.env import Env
from tpmprep.cli.fronts import front_for
from tpmprep.cli.output import emit
from tpmprep.domain.attempt import Attempt, utc_stamp
from tpmprep.domain.debrief import debrief_of
from tpmprep.domain.formats import PACES
from tpmprep.domain.loops import Loop, LoopStage, items_of
from tpmprep.domain.question import LEVELS, TRACKS, fits
from tpmprep.domain.quotes import evidence_of
from tpmprep.domain.sitting import MOCK_KIND, Sitting, as_document, scored
from tpmprep.errors import Interrupted, NoDraft, NotFound, NothingFits, UsageProblem
from tpmprep.ui import mock_pages, pages
from tpmprep.ui.front import Place

FIRST_LOOP = "guide"


@dataclass(frozen=True, slots=True)
class Wish:
    """What kind of mock is asked for, checked."""

    loop: Loop
    stages: tuple[LoopStage, ...]
    track: str | None
    level: str | None
    mode: str
    pace: str
    seed: int | None


def checked(
    *,
    loop: str | None,
    stage: str | None,
    track: str | None,
    level: str | None,
    mode: str,
    pace: str,
    seed: str | None,
) -> Wish:
    """The mock in the flags. Raises UnknownChoice, UsageProblem or NotFound."""
    loops = load_loops()
    one_of("loop", loop, tuple(loops))
    one_of("track", track, TRACKS)
    one_of("level", level, LEVELS)
    one_of("mode", mode, MODES)
    one_of("pace", pace, tuple(PACES))
    chosen = loops[loop or FIRST_LOOP]
    only = chosen.stage(stage) if stage else None
    if stage and only is None:
        raise NotFound(
            "stage", stage, [one.id for one in chosen.stages], "See: tpmprep mock --list"
        )
    number = whole_number("--seed", seed, 0, 2**31 - 1)
    stages = (only,) if only else chosen.stages
    return Wish(chosen, stages, track, level, mode, pace, number)


def show_loops(env: Env, only: str | None) -> None:
    """Print the loops, each fact with its source and its date."""
    loops = [loop for loop in load_loops().values() if only in (None, loop.id)]
    emit(env, "mock.list", [asdict(loop) for loop in loops], mock_pages.loops(loops, env.look))


def run_mock(env: Env, wish: Wish, *, redirects: bool) -> None:
    """Draw the questions of a mock and go through it. Raises NeedsInput or NothingFits."""
    from tpmprep.cli.sitting_live import go_on

    env.require_prompts("a mock needs somebody to answer")
    seed = env.new_seed() if wish.seed is None else wish.seed
    heads = [head for head in env.bank.heads() if fits(head, track=wish.track, fair_for=wish.level)]
    items = items_of(wish.stages, heads, env.history(), env.random(seed))
    if not items:
        hint = "See what there is with: tpmprep bank list"
        raise NothingFits("no question fits these filters together", hint)
    sitting = Sitting(
        id=env.new_id(),
        kind=MOCK_KIND,
        items=items,
        loop=wish.loop.id,
        mode=wish.mode,
        pace=wish.pace,
        seed=seed,
        redirects=redirects,
    )
    env.show(mock_pages.loop_page(wish.loop, wish.stages, env.look))
    go_on(env, sitting)


def resume_mock(env: Env, **others: str | None) -> None:
    """Go on with the newest unfinished mock. Raises NoDraft when there is none.

    `others` are options that mean nothing here; raises UsageProblem when one was given.
    """
    if extra := next((name for name, value in others.items() if value), None):
        raise UsageProblem(f"--resume goes on with the mock as it is: leave out --{extra}")
    from tpmprep.cli.sitting_live import free_one, go_on, unfinished_sittings

    env.require_prompts("a mock needs somebody to answer")
    mocks = [sitting for sitting in unfinished_sittings(env) if sitting.kind == MOCK_KIND]
    if not mocks:
        raise NoDraft("there is no unfinished mock", "Start one with: tpmprep mock")
    go_on(env, free_one(env, mocks) or mocks[0])


def open_stage(env: Env, sitting: Sitting) -> None:
    """Show what the next stage is about and wait for Enter; before all but the first, a break."""
    from tpmprep.cli.sitting_live import pause

    assert sitting.item is not None
    stage = _stages(sitting)[sitting.item.stage]
    env.show(mock_pages.stage_page(stage, sitting, env.look))
    pause(env, sitting, "Enter begins, q stops here: `tpmprep mock --resume` goes on.")


def debrief(env: Env, sitting: Sitting) -> None:
    """Ask for the levels of each stage, then say what carried and what to mend first."""
    from tpmprep.cli.sitting_live import pause

    stages = _stages(sitting)
    pause(env, sitting, "All is answered. Enter begins the scores, q stops.")
    attempts = {a.id: a for a in env.history().attempts if a.id in sitting.attempts}
    for stage in stages.values():
        if sitting.of_stage(stage.id) and stage.id not in sitting.scores:
            given = [
                attempts[i.attempt] for i in sitting.of_stage(stage.id) if i.attempt in attempts
            ]
            sitting = _scored(env, sitting, stage, given)
    result = debrief_of(sitting, list(stages.values()), attempts)
    ended = utc_stamp(env.clock.now())
    document = {**as_document(sitting), "ended_at": ended, **asdict(result)}
    path = env.store.save_mock(sitting.id, document)
    drop_sitting(env.home, sitting)
    names = env.bank.dimensions
    env.show(mock_pages.debrief_page(result, names, load_phrases().closing, env.look))
    weakest = stages[result.first.stage] if result.first else next(iter(stages.values()))
    command = f"tpmprep drill --area {weakest.areas[0]}"
    env.show(mock_pages.ending(sitting, for_people(path, env.environ), command))


def _scored(env: Env, sitting: Sitting, stage: LoopStage, attempts: Sequence[Attempt]) -> Sitting:
    front = front_for(env, lambda _: None, aloud=False)
    env.show(mock_pages.stage_heading(stage))
    for attempt in attempts:
        env.show(pages.asked_and_answered(attempt))
    text = "\n\n".join(attempt.answer for attempt in attempts)
    evidence = evidence_of(text, "\n\n".join(attempt.question.asked for attempt in attempts))
    dimensions = env.bank.dimensions_of(stage.rubric)
    grades = []
    try:
        for number, dimension in enumerate(dimensions, start=1):
            grades.append(front.grade(dimension, Place(number, len(dimensions)), evidence))
    except (KeyboardInterrupt, EOFError) as error:
        hint = "Go on with the scores: tpmprep mock --resume"
        raise Interrupted("Stopped. Your answers are saved.", hint) from error
    sitting = scored(sitting, stage.id, grades)
    save_sitting(env.home, sitting)
    return sitting


def _stages(sitting: Sitting) -> dict[str, LoopStage]:
    loop = load_loops()[sitting.loop]
    return {stage.id: stage for stage in loop.stages}
