"""Small schedules: questions are named by their area's letter, days count from DAY."""

from tpmprep.domain.areas import Answer, Item
from tpmprep.domain.memory import GOOD
from tpmprep.domain.schedule import Choice, Schedule

DAY = 740_000
LENGTH = "2min"
PLENTY = 60
EQUAL = {"a": 0.5, "b": 0.5}


def items(names: str, **costs: int) -> list[Item]:
    """Questions whose first letter is their area; each 6 minutes or what is said."""
    return [Item(name, name[0], {LENGTH: costs.get(name, 6)}) for name in names.split()]


def answer(name: str, day: int = 0, rating: int = GOOD, score: float | None = None) -> Answer:
    """An answer to a question, in the area of its first letter."""
    return Answer(name, name[0], LENGTH, DAY + day, rating, score)


def told(made: Schedule, *answers: Answer) -> Schedule:
    """The schedule after those answers."""
    for one in answers:
        made.take(one)
    return made


def name_of(choice: Choice | None) -> str:
    """The question that was chosen, "" for none."""
    return choice.item.question if choice else ""
