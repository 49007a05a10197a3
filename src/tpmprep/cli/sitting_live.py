"""A sitting with a person: answer after answer, each saved at once, and the scores at the end."""

from collections.abc import Sequence

from tpmprep import __version__
from tpmprep.adapters.content import load_loops
from tpmprep.adapters.drafts import Found, find_drafts
from tpmprep.adapters.sittings import drop_sitting, held, is_held, open_sittings, save_sitting
from tpmprep.cli.drill_end import Keeper, saved
from tpmprep.cli.drill_live import answer_with, restored
from tpmprep.cli.drill_made import Manner, drill_of
from tpmprep.cli.drill_setup import Request, draw_for
from tpmprep.cli.env import Env
from tpmprep.cli.fronts import front_for
from tpmprep.domain.attempt import Origin
from tpmprep.domain.draft import has_words
from tpmprep.domain.drill import Drill
from tpmprep.domain.formats import FORMATS, RUNGS
from tpmprep.domain.sitting import LADDER_KIND, MOCK_KIND, Item, Sitting, answered, begun
from tpmprep.errors import NOTHING_SAVED, Interrupted
from tpmprep.ui import layout, length_pages
from tpmprep.ui.session import Quit, no_offers

RESUME = {LADDER_KIND: "tpmprep drill --resume", MOCK_KIND: "tpmprep mock --resume"}
"""The command that goes on with each kind of sitting."""


def run_ladder(env: Env, request: Request) -> None:
    """Ask one question at every length. Raises NeedsInput where nobody can be asked."""
    env.require_prompts("a ladder needs somebody to answer")
    draw = draw_for(env, request, env.history())
    question, flags = draw.question(), request.flags
    manner = Manner(draw.seed, flags.mode, flags.pace, not flags.no_redirect)
    for rung in RUNGS:
        drill_of(env, question, rung, manner)  # a question that has no such length is told now
    items = tuple(Item(question.id, rung) for rung in RUNGS)
    sitting = Sitting(
        id=env.new_id(),
        kind=LADDER_KIND,
        items=items,
        mode=manner.mode,
        pace=manner.pace,
        seed=manner.seed,
        redirects=manner.redirects,
    )
    go_on(env, sitting)


def unfinished_sittings(env: Env) -> list[Sitting]:
    """The sittings that can be gone on with, newest first; all others become warnings."""
    found, unreadable = open_sittings(env.home)
    for path in unreadable:
        env.warnings.append(f"the sitting {path} cannot be read. It was left in place.")
    found = [sitting for sitting in found if _is_begun(env, sitting)]
    gone = [sitting for sitting in found if not _is_known(env, sitting)]
    for sitting in gone:
        what = f"the {sitting.kind} {sitting.id} asks for what is here no more"
        env.warnings.append(f"{what}. Its answers are saved; it was left in place.")
    return [sitting for sitting in found if sitting not in gone]


def _is_begun(env: Env, sitting: Sitting) -> bool:
    """Whether anything of a sitting was answered, or is being answered."""
    first = sitting.items[0]
    is_saved = bool(first.attempt) and env.store.has(first.attempt)
    return sitting.done > 0 or is_saved or _draft_of(env, first) is not None


def free_one(env: Env, sittings: Sequence[Sitting]) -> Sitting | None:
    """The first that is open in no other terminal; the first of all when every one is."""
    free = (sitting for sitting in sittings if not is_held(env.home, sitting))
    return next(free, next(iter(sittings), None))


def _is_known(env: Env, sitting: Sitting) -> bool:
    """Whether the loop, the stages, the formats and the next question of a sitting are there."""
    loop = load_loops().get(sitting.loop)
    stages = {stage.id for stage in loop.stages} if loop else {""}
    asked = sitting.items[sitting.done :]
    return (
        (loop is not None or sitting.kind == LADDER_KIND)
        and stages.issuperset(item.stage for item in sitting.items)
        and all(item.format in FORMATS for item in asked)
        and all(env.bank.has(item.question) for item in asked)
    )


def go_on(env: Env, sitting: Sitting) -> None:
    """Answer what is left of a sitting, then score it and show what it says.

    Raises Busy when another terminal does so already.
    """
    with held(env.home, sitting):
        _go_on(env, sitting)


def _go_on(env: Env, sitting: Sitting) -> None:
    while sitting.item is not None:
        sitting = _next_answer(env, sitting)
    if sitting.kind == MOCK_KIND:
        from tpmprep.cli.mock_live import debrief

        debrief(env, sitting)
    else:
        pause(env, sitting, "All four are answered. Enter begins the scores, q stops.")
        _score_all(env, sitting.attempts)
        drop_sitting(env.home, sitting)
        env.show(length_pages.lengths_page(lengths_for(env, sitting.items[0].question), env.look))


def pause(env: Env, sitting: Sitting, why: str) -> None:
    """Say `why` and wait for Enter, so that no key of an answer becomes one of what follows.

    Raises Interrupted with how to go on.
    """
    front = front_for(env, lambda _: None, aloud=False)
    try:
        front.wait(why)
    except (KeyboardInterrupt, EOFError) as error:
        raise _stopped(env, sitting) from error


def lengths_for(env: Env, question_id: str) -> length_pages.Told:
    """What the lengths page needs to know of one question."""
    from tpmprep.domain.lengths import lengths_of, missing_lengths

    history = env.history()
    known = {**env.bank.openers, **env.bank.questions}
    question = known.get(question_id)
    return length_pages.Told(
        question_id,
        question,
        lengths_of(history, question_id),
        missing_lengths(history, question_id),
    )


def _next_answer(env: Env, sitting: Sitting) -> Sitting:
    item = sitting.item
    assert item is not None
    if item.attempt and env.store.has(item.attempt):
        return _kept(env, answered(sitting))
    draft = _draft_of(env, item)
    if sitting.begins_stage and draft is None:
        from tpmprep.cli.mock_live import open_stage

        open_stage(env, sitting)
    drill, origin = _drill(env, sitting, item, draft)
    sitting = _kept(env, begun(sitting, origin.id))
    keeper = Keeper(env, origin)
    keeper.open()
    env.show(layout.text("", (length_pages.place(sitting), "dim")))
    try:
        done = answer_with(env, keeper, drill, 0.0, no_offers)
    except Quit as error:
        keeper.discard()
        raise _stopped(env, sitting) from error
    except Interrupted as error:
        raise _stopped(env, sitting) from error
    saved(env, keeper, done)
    return _kept(env, answered(sitting))


def _draft_of(env: Env, item: Item) -> Found | None:
    """The unfinished answer to an item, when it has words."""
    drafts = find_drafts(env.home.drafts)[0] if item.attempt else []
    mine = (draft for draft in drafts if draft.path.stem == item.attempt)
    return next((draft for draft in mine if has_words(draft.document)), None)


def _drill(env: Env, sitting: Sitting, item: Item, draft: Found | None) -> tuple[Drill, Origin]:
    """The drill of an item: its draft when there is one, else a fresh one."""
    if draft is not None:
        waiting = restored(env, draft)
        return waiting.drill, waiting.origin
    mode = "type" if FORMATS[item.format].is_read else sitting.mode
    manner = Manner(sitting.seed + sitting.done, mode, sitting.pace, sitting.redirects)
    drill = drill_of(env, env.bank.question(item.question), item.format, manner)
    now = env.clock.now()
    return drill, Origin(
        env.new_id(),
        __version__,
        now,
        manner.mode,
        manner.seed,
        manner.pace,
        sitting.name,
        redirects=manner.redirects,
    )


def _kept(env: Env, sitting: Sitting) -> Sitting:
    save_sitting(env.home, sitting)
    return sitting


def _stopped(env: Env, sitting: Sitting) -> Interrupted:
    """What to tell when somebody stops; a sitting without an answer is not worth keeping."""
    begun_ = sitting.item is not None and _draft_of(env, sitting.item) is not None
    if not _is_begun(env, sitting):
        drop_sitting(env.home, sitting)
        return Interrupted(NOTHING_SAVED)
    hint = f"Go on with: {RESUME[sitting.kind]}"
    if begun_ and not sitting.done:
        return Interrupted("Stopped. The answer you were at is kept.", hint)
    noun = "answer is" if sitting.done == 1 else "answers are"
    kept = ", the one you were at is kept" if begun_ else ""
    return Interrupted(f"Stopped. {sitting.done} {noun} saved{kept}.", hint)


def _score_all(env: Env, attempts: Sequence[str]) -> None:
    """Ask for the levels of every answer that has none yet, shortest first."""
    from tpmprep.cli.score import score_now

    scored = {a.id for a in env.history().attempts if a.scores}
    for name in attempts:
        if name not in scored:
            attempt = env.store.attempt(name).attempt
            env.show(layout.text("", (FORMATS[attempt.format].title.capitalize(), "bold")))
            score_now(env, name, RESUME[LADDER_KIND])
