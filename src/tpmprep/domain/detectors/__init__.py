"""What stands in an answer, found by rule: a detector gives the places it saw. Hints, no grades."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from tpmprep.domain.detectors import claims, events, manner, options, order, people, plans, risks
from tpmprep.domain.detectors.own_words import bare_lists, mostly, pasted, questions
from tpmprep.domain.detectors.passage import Passage, Span
from tpmprep.domain.detectors.reading import Reading, read

__all__ = ["BY_ID", "DETECTORS", "Detector", "Span", "found_in", "numbers", "we_without_owner"]


@dataclass(frozen=True, slots=True)
class Detector:
    """One kind of thing that is looked for: why it matters, and one thing to try.

    `title` names many of it, `one` a single one, both as they stand inside a sentence. `helps` is
    on for what an answer should hold, off for what it is better without. `in_lists`: found in bare
    lists of keywords too.
    """

    id: str
    title: str
    one: str
    why: str
    tip: str
    find: Callable[[Reading], list[Span]]
    helps: bool = True
    in_lists: bool = False


DETECTORS = (
    Detector(
        "answer_first",
        "the answer first",
        "claim in the first sentence",
        "The first sentence decides how the rest is heard.",
        "Begin with the claim; the background comes after it.",
        claims.answer_first,
    ),
    Detector(
        "number",
        "numbers",
        "number",
        "A number can be checked; an adjective has to be believed.",
        "Put one figure, with what it is measured against, beside your main claim.",
        lambda reading: reading.numbers,
        in_lists=True,
    ),
    Detector(
        "date",
        "dates",
        "date",
        "A date turns an intention into a promise.",
        "Say by when, and what the date rests on.",
        lambda reading: reading.dates,
        in_lists=True,
    ),
    Detector(
        "owner",
        "owners",
        "owner",
        "Work with a name on it gets done; work without one gets reported.",
        "Name the person who answers for it.",
        people.owners,
    ),
    Detector(
        "decision",
        "decisions",
        "decision",
        "The listener looks for who decided what, and when.",
        "Say what was decided, by whom, and what it ruled out.",
        claims.decisions,
    ),
    Detector(
        "option_cost",
        "options with their cost",
        "option with its cost",
        "A choice shows judgement only when the other way had a price.",
        "Name the way you did not take, and what it would have cost.",
        options.options_with_cost,
    ),
    Detector(
        "risk_mitigation",
        "risks with an action",
        "risk with an action",
        "A risk alone is a worry; with an action it is a plan.",
        "Add the trigger, and what happens then.",
        risks.risks_with_mitigation,
    ),
    Detector(
        "rollback",
        "ways back",
        "way back",
        "A way back is what makes a bold step safe.",
        "Say how you go back, how long it takes, and until when it works.",
        plans.rollbacks,
    ),
    Detector(
        "signal_change",
        "signals that changed the plan",
        "signal that changed the plan",
        "It shows that you steer by what you see.",
        "Say what you saw, and what you did differently because of it.",
        events.signals_that_changed,
    ),
    Detector(
        "non_goal",
        "non-goals",
        "non-goal",
        "What is left out on purpose shows the edge of the scope.",
        "Name one thing that you left out, and who agreed.",
        plans.non_goals,
    ),
    Detector(
        "result",
        "results with a measure",
        "result with a measure",
        "A result with a figure ends the story; without one it only stops.",
        "Close with from and to, and over what time.",
        events.results,
        in_lists=True,
    ),
    Detector(
        "signpost",
        "signposts",
        "signpost",
        "They let a listener keep the parts apart.",
        "Say how many parts there are, and deliver that many.",
        order.signposts,
    ),
    Detector(
        "theatre",
        "status theatre",
        "status theatre",
        "Meetings and reports are effort; the listener waits for what they changed.",
        "Say which decision came out of it, or leave it out.",
        events.theatre,
        helps=False,
    ),
    Detector(
        "we_without_owner",
        "“we” without an owner",
        "“we” without an owner",
        "The listener cannot tell your part from the team's.",
        "Say who did it; where it was you, say I.",
        people.we_without_owner,
        helps=False,
    ),
    Detector(
        "hedge",
        "hedges",
        "hedge",
        "Doubt about everything hides what you are sure of.",
        "Say it plainly, or say in a figure how sure you are.",
        manner.hedges,
        helps=False,
    ),
    Detector(
        "filler",
        "fillers",
        "filler",
        "About five a minute cost nothing, twelve do (Laske and DiGennaro Reed 2024).",
        "Where one comes, pause instead.",
        manner.fillers,
        helps=False,
    ),
    Detector(
        "negated",
        "negations",
        "negation",
        "What was not there reads as a gap unless you say what stood in its place.",
        "After a no, say what there was instead.",
        manner.negated,
        helps=False,
    ),
)
BY_ID = {detector.id: detector for detector in DETECTORS}


def found_in(text: str, prompt: str = "") -> dict[str, list[Span]]:
    """Every detector's spans by its id.

    Sentences that only repeat `prompt` count for nothing, and questions hold nothing that helps.
    Bare lists of keywords count only where a list is as good as a sentence (a number stays a
    number) and there is more than lists.
    """
    reading = read(text)
    copied, lists = pasted(reading.passage, prompt), bare_lists(reading.passage)
    asked = questions(reading.passage)
    all_lists = mostly(reading.passage, lists)
    found = {}
    for detector in DETECTORS:
        takes_lists = detector.in_lists and not all_lists
        left_out = copied if takes_lists or not detector.helps else copied | lists
        if detector.helps and detector.id not in ("number", "date"):
            left_out = left_out | asked
        found[detector.id] = _outside(detector.find(reading), left_out, reading.passage)
    return found


def numbers(text: str) -> list[Span]:
    """Figures, amounts and counted words ("40%", "two teams", "half")."""
    return read(text).numbers


def we_without_owner(text: str) -> list[Span]:
    """The sentences in which "we" acted and nobody is named who did or decided it."""
    return people.we_without_owner(read(text))


def _outside(spans: Iterable[Span], left_out: set[int], passage: Passage) -> list[Span]:
    """The spans that do not begin in one of these sentences."""
    places = [passage.sentence_place(number) for number in sorted(left_out)]
    return [s for s in spans if not any(start <= s.start < end for start, end in places)]
