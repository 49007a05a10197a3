"""Plain `tpmprep`: where one stands, and the next step."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from tpmprep.cli.env import Env
    from tpmprep.domain.history import History
    from tpmprep.domain.plan import Day, Plan
    from tpmprep.ui.start_page import Step, Unfinished


def start(env: "Env") -> None:
    """Print the start screen. An unfinished answer comes first, it is what could be lost."""
    from tpmprep.cli.output import emit
    from tpmprep.cli.plan_made import built_plan
    from tpmprep.ui import start_page

    history = env.history()
    plan = built_plan(env)
    today = env.clock.now().date()
    blind = _blind(env, history)
    page = start_page.StartPage(
        attempts=len(history.attempts),
        unfinished=_unfinished(env),
        headline=_headline(plan, today) if plan else "",
        steps=_steps(history, plan.day_of(today) if plan else None, _waiting(env), blind),
    )
    data = {
        "attempts": page.attempts,
        "unfinished": page.unfinished is not None,
        "interview": plan.interview if plan else None,
        "next": [step.command for step in page.steps],
    }
    emit(env, "start", data, start_page.start_page(page, env.look))


def _unfinished(env: "Env") -> "Unfinished | None":
    from tpmprep.cli.drill_live import unfinished
    from tpmprep.domain.text import word_count
    from tpmprep.ui import words
    from tpmprep.ui.start_page import Unfinished
    from tpmprep.ui.tables import when

    waiting, _ = unfinished(env)
    if waiting is None:
        return None
    saved = waiting.found.saved_at
    offset = saved.utcoffset()
    minutes = int(offset.total_seconds() // 60) if offset else 0
    stamp = (saved - offset if offset else saved).replace(tzinfo=None).isoformat()
    return Unfinished(
        left_at=when(stamp, minutes, env.clock.now().date()),
        words=word_count(waiting.drill.text),
        remaining=words.stands_at(waiting.drill),
    )


def _headline(plan: "Plan", today: "date") -> str:
    from datetime import date

    from tpmprep.ui.plan_pages import GOOD_LUCK

    interview = date.fromisoformat(plan.interview)
    days = (interview - today).days
    if days < 0:
        return f"The interview was on {interview:%a %d %b}. A new one: tpmprep plan --days N"
    if days == 0:
        return GOOD_LUCK
    noun = "day" if days == 1 else "days"
    line = f"{days} {noun} to your interview ({interview:%a %d %b})"
    day = plan.day_of(today)
    if day is None or not day.minutes:
        return f"{line}. Today is a day of rest." if day else line
    return f"{line}, today {day.minutes_done} of {day.minutes} minutes done"


def _waiting(env: "Env") -> "list[Step]":
    """How to go on with the ladder or mock that is not finished, where there is one."""
    from tpmprep.cli.sitting_live import RESUME, unfinished_sittings
    from tpmprep.ui.start_page import Step

    sitting = next(iter(unfinished_sittings(env)), None)
    if sitting is None:
        return _begun_forms(env)[:1]
    far = f"your {sitting.kind}: {sitting.done} of {len(sitting.items)} answered"
    return [Step("Next", RESUME[sitting.kind], far)]


def _begun_forms(env: "Env") -> "list[Step]":
    """How to go on with what was begun about one's own work."""
    if not env.home.forms.is_dir():
        return []
    from tpmprep.cli.forms import command_of, waiting
    from tpmprep.ui.start_page import Step
    from tpmprep.ui.words import count

    found = waiting(env)
    return [
        Step("Next", command_of(n), f"begun: {count(k, 'answer')} kept") for n, k in found.items()
    ]


def _blind(env: "Env", history: "History") -> "list[Step]":
    """The answers that are old enough to be scored again without sight of the first scores."""
    from tpmprep.domain.calibration import due_for_blind
    from tpmprep.ui.start_page import Step

    due = due_for_blind(history, env.clock.now())
    why = "score it again blind: a day later one sees the words"
    return [Step("", f"tpmprep score {attempt.id} --blind", why) for attempt in due]


def _steps(
    history: "History", day: "Day | None", unfinished: "list[Step]", blind: "list[Step]"
) -> "list[Step]":
    from tpmprep.domain.plan import steps_of
    from tpmprep.domain.sitting import MOCK_KIND
    from tpmprep.ui.plan_pages import command_of, why_of
    from tpmprep.ui.start_page import Step

    if not history.attempts and day is None:
        return unfinished
    if day is None:
        later = Step("", "tpmprep plan --days 10", "if you have a date")
        first = Step("", "tpmprep drill", "the question you answered least often")
        return _labelled([*(unfinished or [first]), *blind[:1], later])
    planned = [Step("", command_of(step), why_of(step)) for step in steps_of(day)[:1]]
    steps = unfinished + planned
    unscored = [
        a for a in history.attempts if a.score is None and not a.sitting.startswith(MOCK_KIND)
    ]
    if unscored:
        steps.append(Step("", f"tpmprep score {unscored[-1].id}", "saved without a score"))
    steps += blind[:1]
    if not steps and not history.attempts:
        steps = [Step("", "tpmprep drill", "if you like: practice counts on any day")]
    if not steps:
        why = "today's work is done; see how it moves" if day.minutes else "see how it moves"
        steps = [Step("", "tpmprep review --trend", why)]
    return _labelled(steps)


def _labelled(steps: "list[Step]") -> "list[Step]":
    from dataclasses import replace

    labels = ("Next", *["Then"] * len(steps))
    return [replace(step, label=label) for label, step in zip(labels, steps, strict=False)]
