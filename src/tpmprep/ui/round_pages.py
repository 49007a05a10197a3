"""Real interviews as people read them: what was noted, how they ended, what that says."""

import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tpmprep.domain.attempt import SCHEMA
from tpmprep.domain.outcomes import OUTCOMES_FROM, PRACTICE_DAYS, Apart, Verdict
from tpmprep.domain.rounds import OPEN, Logbook, Result, Round
from tpmprep.domain.text import clean_line, shorten
from tpmprep.ui.layout import bullets, commands, grid, indented, marked, stack, text
from tpmprep.ui.theme import ACCENT, Look
from tpmprep.ui.words import count

if TYPE_CHECKING:
    from rich.console import RenderableType

LUCKY = 0.1
"""From this chance on it is said that luck may be all there is to it."""

SHORT_ID = len("20261124-120000")
LIST = "tpmprep brief debrief --list"
FIRST = ("tpmprep brief debrief", "note a real interview while it is fresh")
END = ("tpmprep brief outcome passed", "or failed, as soon as they tell you")


@dataclass(frozen=True, slots=True)
class Met:
    """A question they asked: `known` is the bank's of the same kind, `own` its new id.

    `skipped`: the person does not want it in the bank.
    """

    question: str
    known: str = ""
    practised: int = 0
    own: str = ""
    skipped: bool = False


def new_question(question: str) -> "RenderableType":
    """A question that the bank does not have, before its area is asked for."""
    return text("\n", ("New to your bank: ", "bold"), clean_line(question))


def saved(
    round_: Round, where: str, met: Sequence[Met], look: Look, *, is_one_of_several: bool
) -> "RenderableType":
    """What was saved and where, what they asked, and what comes next."""
    blocks: list[RenderableType] = [
        text(("Saved ", "bold"), f"{clean_line(round_.name)}, {round_.day:%d %b %Y}"),
        indented(text((where, "dim"))),
        text(""),
    ]
    if met:
        blocks.append(text(("What they asked", "bold")))
        blocks.append(marked(*((look.marks.dot, _met(one)) for one in met)))
        blocks.append(text(""))
    command, about = END
    if is_one_of_several:
        command = f"tpmprep brief outcome {round_.id} passed"
    drills = [f"tpmprep drill --question {one.own}" for one in met if one.own]
    rows = [(command, about), *((drill, "the new question, on the clock") for drill in drills)]
    blocks.append(commands(rows, look))
    left = [one for one in met if not (one.known or one.own or one.skipped)]
    if left:
        blocks.append(text("\nInto your bank, where you want to drill them:"))
        blocks += [indented(text((_bank_new(one.question), ACCENT)), 2) for one in left]
    return stack(*blocks)


def round_list(book: Logbook, look: Look) -> "RenderableType":
    """The rounds, newest first."""
    if not book.rounds:
        return stack(text("No real interview was noted yet.\n"), commands([FIRST], look))
    table = grid("ID", "Day", "Where", "Felt", "Outcome", right=(3,))
    short = [round_.id[:SHORT_ID] for round_ in book.rounds]
    are_clear = len(set(short)) == len(short)
    wide = SHORT_ID if are_clear else max(len(round_.id) for round_ in book.rounds)
    room = max(8, look.width - wide - 36)
    for round_ in reversed(book.rounds):
        felt = look.marks.none if round_.felt is None else f"{round_.felt}%"
        table.add_row(
            text((round_.id[:wide], ACCENT)),
            text(round_.on),
            text(shorten(round_.name, room)),
            text(felt),
            text(book.result(round_)),
        )
    rows = [("tpmprep brief debrief --show ID", "prints one in full")]
    if book.open:
        rows.append(("tpmprep brief outcome ID passed", "or failed, or open again"))
    return stack(table, text(""), commands(rows, look))


def round_page(round_: Round, result: Result, look: Look) -> "RenderableType":
    """One round in full."""
    dot = f" {look.marks.dot} "
    felt = "" if round_.felt is None else f"{dot}felt like {round_.felt}%"
    blocks: list[RenderableType] = [
        text((clean_line(round_.name), "bold")),
        text((f"{round_.id}{dot}{round_.day:%a %d %b %Y}{dot}{result}{felt}", "dim")),
    ]
    if round_.schema > SCHEMA:
        blocks.append(text(("A newer tpmprep wrote this; it may hold more.", "dim")))
    if round_.questions:
        blocks += [text(""), bullets("What they asked", round_.questions, look)]
    if round_.asked:
        blocks.append(text("\n", ("What you asked and heard", "bold")))
    for one in round_.asked:
        blocks.append(indented(text((one.question or "Heard", "dim"))))
        blocks.append(indented(text(one.heard or "(nothing noted)"), 4))
    if round_.notes:
        blocks += [text("\n", ("Notes", "bold")), indented(text(round_.notes))]
    if result == OPEN:
        row = (f"tpmprep brief outcome {round_.id} passed", END[1])
        blocks += [text(""), commands([row], look)]
    return stack(*blocks)


def ended(round_: Round, result: Result, found: Verdict, look: Look) -> "RenderableType":
    """How a round ended, as it was noted, and what all of them say."""
    words = "is open again" if result == OPEN else f"is noted as {result}"
    line = f"{clean_line(round_.name)}, {round_.day:%d %b %Y}, {words}."
    row = ("tpmprep review --calibration", "how far your scores can be believed")
    return stack(text(line), *verdict_lines(found), text(""), commands([row], look))


def verdict_lines(found: Verdict) -> "list[RenderableType]":
    """Whether practice told passes from fails, in a line or two; nothing without a round."""
    if not found.rounds:
        return []
    return [text("\n", ("Real rounds  ", "bold"), _said(found))]


def felt_lines(found: Verdict) -> "list[RenderableType]":
    """The same of the feeling right after, where it can be told."""
    if found.felt is None:
        return []
    said = f"Your feeling right after was higher for the pass in {_pairs(found.felt)}"
    return [text(f"{said}{_luck(found.felt)}")]


def _said(found: Verdict) -> str:
    if found.usable < OUTCOMES_FROM:
        head = "too early to say whether practice scores tell passes from fails: "
        return f"{head}{found.usable} of {OUTCOMES_FROM} outcomes.{_missing(found)}"
    if found.practice is None:
        all_of = f"all {found.usable} {'passed' if found.passed else 'failed'}"
        return f"{all_of}, so there is nothing to tell apart yet.{_missing(found)}"
    what = f"practice scores {_told(found.practice)} passes from fails"
    told = f"{what}: higher before the pass in {_pairs(found.practice)}"
    return f"{told}{_luck(found.practice)}{_missing(found)}"


def _told(figures: Apart) -> str:
    if figures.share <= 0.5:
        return "did not tell"
    return "may tell" if (figures.chance or 0.0) >= LUCKY else "told"


def _pairs(figures: Apart) -> str:
    """For example: 5 of 6 pairs of a pass and a fail; a coin gets half."""
    noun = "pair" if figures.pairs == 1 else "pairs"
    return f"{figures.higher:g} of {figures.pairs} {noun} of a pass and a fail; a coin gets half."


def _luck(figures: Apart) -> str:
    if figures.share <= 0.5:
        return ""
    if figures.chance is None:
        return " There are too many rounds to count what luck would do."
    share = f" Dealt out at random, the same outcomes do as well {_percent(figures.chance)}"
    if figures.chance >= LUCKY:
        return f"{share} of the time: this may be luck."
    return f"{share} of the time: hardly luck, yet few rounds, and the scores are your own."


def _percent(chance: float) -> str:
    return "under 1%" if chance < 0.01 else f"{chance:.0%}"


def _missing(found: Verdict) -> str:
    said = ""
    if found.without_practice:
        rounds = count(found.without_practice, "round")
        said += f" Left out: {rounds} without scored practice in the {PRACTICE_DAYS} days before."
    if found.open:
        said += f" Open: {count(found.open, 'round')}."
    return said


def _met(one: Met) -> str:
    question = clean_line(one.question)
    if one.own:
        return f"{question} (new, now {one.own})"
    if not one.known:
        return f"{question} (new)"
    return f"{question} ({one.known}, {_practised(one.practised)})"


def _practised(times: int) -> str:
    words = ("not practised yet", "you have practised it once", "you have practised it twice")
    return words[times] if times < len(words) else f"you have practised it {times} times"


def _bank_new(question: str) -> str:
    return f"tpmprep bank new --prompt {shlex.quote(clean_line(question))}"
