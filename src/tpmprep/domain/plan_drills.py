"""Fills the days of a plan with drills, each with the reason why it is this one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tpmprep.domain.areas import Answer, Item
from tpmprep.domain.days import Frame
from tpmprep.domain.ladder import COST_MIN, Ladder
from tpmprep.domain.memory import GOOD, rating_of
from tpmprep.domain.plan import DrillView
from tpmprep.domain.practice import Practised, by_question
from tpmprep.domain.question import Head
from tpmprep.domain.rubric import READY_LEVEL
from tpmprep.domain.schedule import BEHIND, PRACTICE, Choice, Schedule, Target, fair_shares
from tpmprep.domain.stages import CASES, FUNDAMENTALS, STORIES, Stage, Task
from tpmprep.domain.workload import how_many, in_order, lengths_of

STAGE_WEIGHT = 1.5
STAGE_AREAS = {
    STORIES: ("execution", "stakeholder"),
    CASES: ("case",),
    FUNDAMENTALS: ("technical",),
}
"""The areas that count STAGE_WEIGHT times on the days of a stage."""

SHORT, SHORT_EVERY_DAYS = "2min", 3
"""Each such day of practice one long answer is asked short: most rehearse only the long version."""

ON_LAST_DAY = (("own-program", "headline"), ("own-recruiter", "recruiter"), ("own-close", "2min"))
"""What the last day holds, once it was practised before: the short ones, and the close with the
questions to ask."""

KEPT_WARM = "the last day keeps the short ones warm"
SHORT_AGAIN = "the short version again: an interviewer who redirects asks for it"


@dataclass(frozen=True, slots=True)
class Sources:
    """What a plan is made from beside the decisions.

    The guide's stages, the questions of the bank, and what the interviews ask.
    """

    stages: Sequence[Stage]
    heads: Sequence[Head]
    targets: Sequence[Target]


class Filler:
    """Fills day after day, in their order; what it plans counts as done well for the days after."""

    def __init__(
        self,
        frames: Sequence[Frame],
        sources: Sources,
        practised: Sequence[Practised],
        today: date,
        *,
        bias: float = 0.0,
        track: str = "",
    ) -> None:
        self._today, self._bias = today, bias
        self._known = by_question(practised)
        self._done_today = {one.question for one in practised if one.day == today}
        self._planned: dict[str, date] = {}
        self._met = {one.area for one in practised}
        self._last_area = practised[-1].area if practised else ""
        self._areas = {head.id: head.area for head in sources.heads}
        asked = ((head.id, lengths_of(head)) for head in sources.heads)
        lengths = {name: found for name, found in asked if found}
        self._ladder = Ladder(lengths)
        practice_days = [frame.on for frame in frames if frame.minutes]
        self._short_days = set(practice_days[SHORT_EVERY_DAYS - 1 :: SHORT_EVERY_DAYS])
        pool = [head for head in sources.heads if head.id in lengths]
        times = {name: len(answers) for name, answers in self._known.items()}
        self._ordered = in_order(pool, times, fair_shares(sources.targets), track)
        size = how_many(_minutes_in_all(frames, practised, today))
        start = frames[0].on if frames else today
        beside = [h for h in self._ordered[size:] if self._was_practised(h.id, start)]
        self._taken_on = [*self._ordered[:size], *beside]
        items = [
            Item(head.id, head.area, {length: COST_MIN[length] for length in lengths[head.id]})
            for head in self._taken_on
        ]
        self._schedule = Schedule(items, sources.targets, self._ladder.length)
        self._replay(practised)

    def _was_practised(self, question: str, since: date) -> bool:
        answers = self._known.get(question)
        return answers is not None and answers[-1].day >= since

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions that the plan takes on: practised already, or on one of its days."""
        taken = {head.id for head in self._taken_on if head.id in self._known} | set(self._planned)
        return tuple(head.id for head in self._ordered if head.id in taken)

    @property
    def left_out(self) -> tuple[str, ...]:
        """All others, the most valuable first."""
        taken = set(self.questions)
        return tuple(head.id for head in self._ordered if head.id not in taken)

    def settle(self, tasks: Sequence[Task], on: date) -> list[Task]:
        """Open tasks of a day, with a question where they named an area alone, as if done."""
        settled: list[Task] = []
        for task in tasks:
            drill = task.drill
            if drill is not None and not drill.question and drill.area:
                taken = self._taken(on, [*tasks, *settled])
                question = self._schedule.turn_of(drill.area, drill.format, taken)
                drill = replace(drill, question=question)
            settled.append(replace(task, drill=drill))
            if drill is not None:
                area = self._areas.get(drill.question, drill.area)
                self._plan(DrillView(drill.question, drill.format, task.minutes, "", area), on)
        return settled

    def fill(self, frame: Frame, tasks: Sequence[Task], spent_min: int) -> list[DrillView]:
        """The drills of a day beside its open `tasks`, in what its minutes leave."""
        left = frame.minutes - spent_min - sum(task.minutes for task in tasks)
        taken = self._taken(frame.on, tasks)
        drills: list[DrillView] = []
        if frame.is_last:
            drills = self._short_ones(left, taken)
        wants_short = frame.on in self._short_days and not self._was_short(frame.on)
        while True:
            room = left - sum(drill.minutes for drill in drills)
            choice = self._choose(frame, room, taken)
            if choice is None:
                return drills
            is_short = wants_short and choice.length != SHORT and SHORT in choice.item.costs_min
            wants_short = wants_short and not is_short
            view = self._short(choice) if is_short else self._view(choice, frame)
            drills.append(view)
            taken.add(view.question)
            self._plan(view, frame.on)

    def _choose(self, frame: Frame, minutes: int, taken: set[str]) -> Choice | None:
        """The best drill of a day, or on the last one what is known and fades most."""
        day, last = frame.on.toordinal(), self._last_area
        if frame.is_last:
            return self._schedule.choose_known(day, minutes, taken=taken, last_area=last)
        boosts = _boosts(frame)
        return self._schedule.choose(day, minutes, taken=taken, last_area=last, boosts=boosts)

    def _short_ones(self, left: int, taken: set[str]) -> list[DrillView]:
        """What the last day holds of oneself, where it was practised before."""
        drills = []
        for question, length in ON_LAST_DAY:
            known = question in self._known or question in self._planned
            if known and question not in taken and COST_MIN[length] <= left:
                drills.append(DrillView(question, length, COST_MIN[length], KEPT_WARM))
                left -= COST_MIN[length]
        return drills

    def _replay(self, practised: Iterable[Practised]) -> None:
        for one in practised:
            self._ladder.add(one.question, one.format, one.score, self._bias)
            area = self._areas.get(one.question, one.area)
            score = None if one.score is None else one.score - self._bias
            rating, day = rating_of(one, self._bias), one.day.toordinal()
            self._schedule.take(Answer(one.question, area, one.format, day, rating, score))

    def _plan(self, view: DrillView, on: date) -> None:
        """Take a planned drill for done, and done well."""
        self._planned[view.question] = on
        self._met.add(view.area)
        self._last_area = view.area or self._last_area
        self._ladder.add(view.question, view.format, float(READY_LEVEL))
        day = on.toordinal()
        self._schedule.take(Answer(view.question, view.area, view.format, day, GOOD))

    def _taken(self, on: date, tasks: Iterable[Task]) -> set[str]:
        """What is done or set for a day already."""
        drilled = {task.drill.question for task in tasks if task.drill is not None}
        if on != self._today:
            return drilled
        return drilled | self._done_today

    def _was_short(self, on: date) -> bool:
        """Whether a question that is asked long by now was answered short on that day."""
        return on == self._today and any(
            one.day == on and one.format == SHORT
            for name in self._done_today
            if self._ladder.length(name) != SHORT
            for one in self._known[name]
        )

    def _short(self, choice: Choice) -> DrillView:
        item = choice.item
        return DrillView(item.question, SHORT, item.costs_min[SHORT], SHORT_AGAIN, item.area)

    def _view(self, choice: Choice, frame: Frame) -> DrillView:
        item = choice.item
        why = self._seen(choice)
        if frame.is_last:
            why += "; most likely to fade by the interview"
        elif item.area not in self._met:
            why += f", the first {item.area} question"
        elif choice.guard == PRACTICE:
            why += f", and {item.area} questions had the least practice"
        elif choice.guard == BEHIND:
            why += f", and {item.area} questions would be the weakest on the day"
        else:
            why += f", {item.area}"
        return DrillView(item.question, choice.length, choice.cost_min, why, item.area)

    def _seen(self, choice: Choice) -> str:
        question = choice.item.question
        if question in self._planned:
            return f"again, after {self._planned[question]:%a %d %b}"
        answers = self._known.get(question)
        if not answers:
            return "new to you"
        last = answers[-1]
        how = "not scored yet" if last.score is None else f"last score {last.score:.1f}"
        return f"{how}, on {last.day:%a %d %b}"


def _boosts(frame: Frame) -> dict[str, float]:
    areas = (area for stage in frame.stages for area in STAGE_AREAS.get(stage, ()))
    return dict.fromkeys(areas, STAGE_WEIGHT)


def _minutes_in_all(frames: Sequence[Frame], practised: Sequence[Practised], today: date) -> int:
    """The minutes of the whole plan: practised on its days before today, and from today on.

    Today counts whole, so that practice today changes nothing.
    """
    start = frames[0].on if frames else today
    done = sum(COST_MIN.get(one.format, 0) for one in practised if start <= one.day < today)
    return done + sum(frame.minutes for frame in frames if frame.on >= today)
