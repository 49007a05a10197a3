"""A drill with a person: on the screen or in plain lines, kept at every step, saved at the end."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tpmprep.adapters.drafts import Found, find_drafts, is_open
from tpmprep.adapters.sittings import kept_at
from tpmprep.cli.drill_end import Keeper, finish
from tpmprep.cli.drill_setup import Draw, Request, draw_for, folder_of, takes_the_plan
from tpmprep.cli.env import Env
from tpmprep.cli.fronts import asker_for, front_for
from tpmprep.domain.attempt import Origin
from tpmprep.domain.draft import has_words, restore
from tpmprep.domain.drill import Drill
from tpmprep.domain.engine import step
from tpmprep.domain.events import Predict
from tpmprep.domain.sitting import Sitting
from tpmprep.errors import NOTHING_SAVED, BadData, Busy, Interrupted, KilledBySignal, NoDraft
from tpmprep.ui import layout, pages
from tpmprep.ui.session import Offers, Quit, Session, no_offers


@dataclass(frozen=True, slots=True)
class Waiting:
    """An unfinished answer that nobody has open."""

    found: Found
    drill: Drill
    origin: Origin


def run_live(env: Env, request: Request) -> None:
    """Drill as often as asked for. Raises NeedsInput where nobody can be asked."""
    env.require_prompts("give --answer FILE")
    for _ in range(request.count):
        from_plan = takes_the_plan(request) and env.settings.bank is None
        asked = _from_plan(env, request) if from_plan else request
        draw = draw_for(env, asked, env.history())
        if not _one(env, asked, draw):
            return


def _from_plan(env: Env, request: Request) -> Request:
    """The request with what the plan has next, and the reason on the screen."""
    from tpmprep.cli.plan_made import next_drill

    step = next_drill(env)
    if step is None or step.drill is None:
        return request
    drill = step.drill
    env.show(layout.text(("From your plan: ", "bold"), step.why))
    flags = replace(request.flags, area=drill.area or None) if not drill.question else request.flags
    return replace(request, flags=flags, format_id=drill.format, planned=drill.question)


def resume_live(env: Env, export: str | None = None) -> None:
    """Go on with the newest unfinished answer. Raises NotFound or Busy."""
    env.require_prompts("--resume needs you at a terminal")
    from tpmprep.cli import sitting_live

    waiting, busy = unfinished(env)
    sitting = _next_sitting(env, waiting, sitting_live.unfinished_sittings(env))
    if sitting is not None:
        sitting_live.go_on(env, sitting)
        return
    if waiting is None:
        if busy:
            hint = "Finish it there, or close that terminal and try again."
            raise Busy("the unfinished answer is open in another terminal", hint)
        hint = "Start one with: tpmprep drill --area execution"
        raise NoDraft("there is no unfinished answer", hint)
    named = folder_of(export) or waiting.origin.export
    keeper = Keeper(env, replace(waiting.origin, export=named))
    keeper.open()
    _ran(env, keeper, waiting.drill, 0.0, no_offers)


def _next_sitting(env: Env, waiting: Waiting | None, sittings: Sequence[Sitting]) -> Sitting | None:
    """The sitting to go on with: that of the unfinished answer, or one that was left after it."""
    from tpmprep.cli import sitting_live

    if waiting is not None and waiting.origin.sitting:
        return next((s for s in sittings if s.name == waiting.origin.sitting), None)
    newest = sitting_live.free_one(env, sittings)
    if newest is None or waiting is None:
        return newest
    return newest if kept_at(env.home, newest) > waiting.found.saved_at else None


def unfinished(env: Env) -> tuple[Waiting | None, bool]:
    """The newest unfinished answer with words, and whether one is open elsewhere.

    A leftover of an answer that was saved is removed; unreadable drafts become warnings.
    """
    found, unreadable = find_drafts(env.home.drafts)
    for path in unreadable:
        env.warnings.append(f"the draft {path} cannot be read. It was left in place.")
    busy = False
    for draft in found:
        if not has_words(draft.document):
            continue
        if is_open(draft.path):
            busy = True
            continue
        if env.store.has(draft.path.stem):
            draft.path.unlink(missing_ok=True)
            continue
        return restored(env, draft), busy
    return None, busy


def restored(env: Env, draft: Found) -> Waiting:
    """The drill of a draft, paused. Raises BadData when it is none of ours."""
    away_s = max(0.0, (env.clock.now() - draft.saved_at).total_seconds())
    try:
        drill, origin = restore(draft.document, away_s)
    except (KeyError, TypeError, ValueError) as error:
        hint = "It was left in place. Start a new answer with: tpmprep drill"
        raise BadData(f"the draft {draft.path} cannot be used: {error}", hint) from error
    return Waiting(draft, drill, origin)


def _one(env: Env, request: Request, draw: Draw) -> bool:
    """One drill; False when the person left the card."""
    drill = _drawn(env, draw)
    if request.predicted_pass is not None:
        drill = step(drill, Predict(request.predicted_pass))
    origin = draw.origin()
    if request.flags.assume:
        from tpmprep.cli.case_end import assumed

        env.show(pages.question(drill))
        origin = replace(origin, assumptions=assumed(env))
    keeper = Keeper(env, origin)
    keeper.open()  # a disk that takes nothing is told before the answer, not after it

    offers = no_offers if request.flags.assume else draw.offers
    return _ran(env, keeper, drill, request.think_s, offers)


def _drawn(env: Env, draw: Draw) -> Drill:
    """The drill to show: the one of the draw, or of the two of a format that shows two."""
    drill = draw.drill()
    if not (drill.format.of_two and draw.has_choice):
        return drill
    both = (drill, draw.drill(not_this=drill.question.id))
    prompts = {str(n): one.question.prompt for n, one in enumerate(both, start=1)}
    title = "Which of these two do you write about?"
    try:
        return both[int(asker_for(env).choose(title, prompts)) - 1]
    except (KeyboardInterrupt, EOFError) as error:
        raise Interrupted(NOTHING_SAVED) from error


def _ran(
    env: Env,
    keeper: Keeper,
    drill: Drill,
    think_s: float,
    offers: Offers,
) -> bool:
    """Run a drill to its end and save it; False when it was not started."""
    try:
        done = answer_with(env, keeper, drill, think_s, offers, scored=True)
    except Quit:
        keeper.discard()
        env.show(layout.text("Nothing was started, nothing was saved."))
        return False
    finish(env, keeper, done)
    return True


def answer_with(
    env: Env,
    keeper: Keeper,
    drill: Drill,
    think_s: float,
    offers: Offers,
    *,
    scored: bool = False,
) -> Drill:
    """The drill with its answer, and with its scores where they are asked for at once.

    Raises Quit when it was not started, Interrupted when the person stops.
    """
    session = Session(
        front=front_for(env, keeper.keep, aloud=keeper.origin.mode == "aloud"),
        clock=env.clock,
        persist=keeper.keep,
        dimensions=lambda drill: env.bank.dimensions_of(drill.rubric),
        think_s=think_s,
        aloud=keeper.origin.mode == "aloud",
    )
    try:
        return session.run(drill, offers) if scored else session.answered(drill, offers)
    except (KeyboardInterrupt, EOFError) as error:
        raise keeper.stopped() from error
    except KilledBySignal:
        keeper.let_go()
        raise
