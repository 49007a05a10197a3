"""What to practise next: the answer that raises the interview most for the minutes it takes.

The questions of an area take turns: the one practised least often, longest ago, comes first, and
of those a weak one before the rest. Between areas the expected gain decides, a loop is failed on
its worst round: no area falls behind in practice, and none is left much weaker than the others.
tests/benchmarks/planner.py compares this with other ways to choose.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from tpmprep.domain.areas import Answer, Area, Item, Turn
from tpmprep.domain.memory import Memory, chances_of

LEAST_WHILE_NEW, LEAST_LATER = 0.90, 0.95
"""An area with less than this share of the mean number of answers comes first: while there are
questions never answered, and after that."""

MOST_BEHIND = 0.10
"""An area whose predicted recall is this far below the weighted mean comes first."""

PRACTICE, BEHIND = "practice", "behind"


@dataclass(frozen=True, slots=True)
class Target:
    """An interview that the practice is for: its day, and how much each area counts on it."""

    day: int
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen, at which length, and which guard did so: PRACTICE, BEHIND or none."""

    item: Item
    length: str
    guard: str = ""

    @property
    def cost_min(self) -> int:
        """Minutes that it takes."""
        return self.item.costs_min[self.length]


class Schedule:
    """Chooses drill by drill; whatever it is told of practice changes what comes next.

    `length_of` gives the length that is next for a question.
    """

    def __init__(
        self, items: Iterable[Item], targets: Sequence[Target], length_of: Callable[[str], str]
    ) -> None:
        self._targets = sorted(targets, key=lambda target: target.day)
        self._length_of = length_of
        self._memory = Memory()
        self._areas: dict[str, Area] = {}
        self._new = 0
        fair = fair_shares(self._targets)
        for place, item in enumerate(items):
            if item.area not in self._areas:
                self._areas[item.area] = Area(fair=fair[item.area])
            self._areas[item.area].turns[item.question] = Turn(item, place)
            self._new += 1

    def take(self, answer: Answer) -> None:
        """Take in an answer, real or planned. They must come in the order of their days."""
        record = self._areas.get(answer.area)
        if record is None:
            return
        record.take(answer)
        turn = record.turns.get(answer.question)
        if turn is not None:
            self._new -= turn.times == 1
            self._memory.review(answer.question, answer.length, answer.day, answer.rating)
            record.recall_sum -= record.recalls.pop(answer.question, 0.0)

    def choose(
        self,
        day: int,
        minutes: int,
        *,
        taken: Collection[str] = (),
        last_area: str = "",
        boosts: Mapping[str, float] | None = None,
    ) -> Choice | None:
        """The best drill for `minutes` on `day`, or None when none fits.

        `taken` are questions that are done for the day, `boosts` weighs areas for its stage.
        """
        nexts = {
            name: choice
            for name in self._areas
            if (choice := self._next(name, day, minutes, taken)) is not None
        }
        names, guard = self._guarded(list(nexts), day)
        if not guard:
            names = [name for name in names if name != last_area] or names
        weigh = boosts or {}
        best = max(
            (nexts[name] for name in names),
            key=lambda choice: self._gain(choice, day) * weigh.get(choice.item.area, 1.0),
            default=None,
        )
        return best and replace(best, guard=guard)

    def choose_known(
        self, day: int, minutes: int, *, taken: Collection[str] = (), last_area: str = ""
    ) -> Choice | None:
        """The known question that is most likely to be lost by the interview, as it was asked."""
        found = [
            choice
            for record in self._areas.values()
            for turn in record.turns.values()
            if turn.times
            and (choice := self._fitting(turn, minutes, taken, turn.last_length)) is not None
        ]
        others = [choice for choice in found if choice.item.area != last_area] or found
        return min(others, key=lambda c: self.recall(c.item.question, day), default=None)

    def recall(self, question: str, day: int) -> float:
        """How likely a question is known, at any length, at the first interview after `day`."""
        return self._memory.recall_at_best(question, self._ahead(day)[0].day)

    def turn_of(self, area: str, length: str, taken: Collection[str]) -> str:
        """The question of an area whose turn it is, of those asked at that length; "" for none."""
        turns = self._areas[area].turns.values() if area in self._areas else ()
        asked = [t for t in turns if length in t.item.costs_min and t.item.question not in taken]
        first = min(asked, key=lambda turn: turn.order(0), default=None)
        return first.item.question if first else ""

    def _next(self, name: str, day: int, minutes: int, taken: Collection[str]) -> Choice | None:
        """The question of an area whose turn it is."""
        best: tuple[tuple[float, int, int], Choice] | None = None
        for turn in self._areas[name].turns.values():
            order = turn.order(day)
            if best is None or order < best[0]:
                choice = self._fitting(turn, minutes, taken)
                best = best if choice is None else (order, choice)
        return best[1] if best else None

    def _fitting(
        self, turn: Turn, minutes: int, taken: Collection[str], known: str = ""
    ) -> Choice | None:
        """The question at its next length, or at a shorter one for which there is time.

        `known` is a length that is asked in place of the next.
        """
        item = turn.item
        if item.question in taken:
            return None
        lengths = list(item.costs_min)
        wanted = known if known in lengths else self._length_of(item.question)
        upto = lengths[: lengths.index(wanted) + 1]
        fitting = [length for length in upto if item.costs_min[length] <= minutes]
        return Choice(item, fitting[-1]) if fitting else None

    def _guarded(self, names: list[str], day: int) -> tuple[list[str], str]:
        """The areas to choose from: one alone, and why, when it falls behind."""
        if not names:
            return [], ""
        areas = self._areas
        least = LEAST_WHILE_NEW if self._new else LEAST_LATER
        least *= fmean(record.practice for record in areas.values())
        rare = [name for name in names if areas[name].practice < least]
        if rare:
            return [min(rare, key=lambda name: (areas[name].practice, name))], PRACTICE
        shares = self._ahead(day)[0].shares
        known = {name: self._mean_recall(record, day) for name, record in areas.items()}
        total = sum(shares[name] for name in known)
        mean = sum(shares[name] * known[name] for name in known) / total
        weak = [name for name in names if known[name] < mean - MOST_BEHIND]
        if weak:
            return [min(weak, key=lambda name: (known[name], name))], BEHIND
        return names, ""

    def _mean_recall(self, record: Area, day: int) -> float:
        """Kept as a sum in which only what was just practised changes."""
        target = self._ahead(day)[0].day
        if record.recalls_on != target:
            record.recalls_on, record.recalls, record.recall_sum = target, {}, 0.0
        for question, turn in record.turns.items():
            if turn.times and question not in record.recalls:
                record.recalls[question] = self.recall(question, day)
                record.recall_sum += record.recalls[question]
        return record.recall_sum / len(record.turns)

    def _gain(self, choice: Choice, day: int) -> float:
        """What a drill adds to the recall on the days of the interviews, by weight and minute."""
        question, length, area = choice.item.question, choice.length, choice.item.area
        record, memory, targets = self._areas[area], self._memory, self._ahead(day)
        chances = record.first_chances
        if memory.has(question, length):
            chances = chances_of(memory.recall(question, length, day))
        days = [target.day for target in targets]
        after = memory.recall_after(question, length, day, chances, days)
        gained = sum(
            target.shares[area] * (then - memory.recall(question, length, target.day))
            for target, then in zip(targets, after, strict=True)
        )
        return gained * record.need / choice.cost_min

    def _ahead(self, day: int) -> list[Target]:
        """The interviews after `day`; when all are over, the last one as if it were tomorrow."""
        ahead = [target for target in self._targets if target.day > day]
        return ahead or [replace(self._targets[-1], day=day + 1)]


def fair_shares(targets: Sequence[Target]) -> dict[str, float]:
    """1 for each area, or less for one with under half of an equal share in every interview."""
    areas = {area for target in targets for area in target.shares}
    most = {area: max(target.shares[area] for target in targets) for area in sorted(areas)}
    return {area: min(1.0, share * 2 * len(most)) for area, share in most.items()}
