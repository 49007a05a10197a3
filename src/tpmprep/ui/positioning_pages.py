"""The 45 seconds for a recruiter, what of it was said, and resume lines with what they lack."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from tpmprep.domain.positioning import ANCHORS, Anchor, Frame, Gap, ResumeLine, Slot, TextLine
from tpmprep.ui.layout import commands, indented, marked, stack, text
from tpmprep.ui.theme import Look
from tpmprep.ui.words import count

if TYPE_CHECKING:
    from rich.console import RenderableType

TITLES = {"scope": "Scope", "decision": "Decision", "outcome": "Outcome", "risk": "Risk"}
OWN_WORDS = "Your own words, cut short: no speech to read out."
DRAFTS = "Drafts in your own words and figures. Nothing is added; what is wrong, change."
CHECK = ("tpmprep story resume --check FILE", "check the lines you have")


def pitch_page(frame: Frame, look: Look) -> "RenderableType":
    """What to say, slot after slot, with the seconds and words of each, and what is missing."""
    pace = f"about {count(frame.room, 'word')} at your {frame.words_per_minute} a minute"
    blocks: list[RenderableType] = [
        text((frame.name, "bold"), (f"  {frame.program}", "dim")),
        text(f"{frame.seconds} seconds, {pace}. {OWN_WORDS}\n"),
    ]
    for slot in frame.slots:
        blocks += [_slot(slot, look), text("")]
    if places := list(dict.fromkeys(gap.command for gap in frame.gaps)):
        blocks += [text((f"{look.marks.ask} is not written down yet. Write it with", "dim"))]
        blocks += [indented(text(place)) for place in places]
        blocks.append(text(""))
    return stack(*blocks, commands([_after_pitch(frame)], look))


def anchors_said_page(
    anchors: Sequence[Anchor], said: Sequence[bool], look: Look
) -> "RenderableType":
    """Which anchors the answer named, and which it left out."""
    again = ("tpmprep story pitch --drill", "say it once more")
    if not anchors:
        line = text("This program has no anchor yet: nothing to look for in the answer.\n")
        return stack(line, commands([("tpmprep story pitch", "what it needs")], look))
    named = sum(said)
    head = text((f"Anchors named: {named} of {len(anchors)}", "bold"))
    marks = [look.marks.yes if is_said else look.marks.no for is_said in said]
    width = max(map(len, marks))
    rows = [
        (mark.ljust(width), _as_named(anchor)) for mark, anchor in zip(marks, anchors, strict=True)
    ]
    blocks = [head, marked(*rows), text("")]
    if named < min(ANCHORS[0], len(anchors)):
        blocks.append(text("Two anchors are the least: a listener passes on figures, not names.\n"))
    step = ("tpmprep story resume", "the same figures as resume lines")
    return stack(*blocks, commands([step if all(said) else again], look))


def resume_page(lines: Sequence[ResumeLine], look: Look) -> "RenderableType":
    """The drafted lines with what each lacks."""
    if not lines:
        step = ("tpmprep story program list", "which programs there are, and what is empty")
        line = text("Nothing to draft from: the program is still empty.\n")
        return stack(line, commands([step], look))
    blocks: list[RenderableType] = [text((f"{DRAFTS}\n", "dim"))]
    for kind, title in TITLES.items():
        if mine := [line for line in lines if line.kind == kind]:
            blocks.append(text((title, "bold")))
            blocks += [_line(look.marks.dot, line.text, line.remarks) for line in mine]
            blocks.append(text(""))
    bare = sum(bool(line.remarks) for line in lines)
    blocks.append(text(f"{_lacking(bare, len(lines))}\n"))
    return stack(*blocks, commands([CHECK], look))


def resume_text_page(flagged: Sequence[TextLine], look: Look) -> "RenderableType":
    """The lines of a resume that lack something; how many are fine."""
    if not flagged:
        line = text("No line of a resume in it: a line is a bullet, or five words or more.\n")
        return stack(line, commands([("tpmprep story resume", "draft some")], look))
    weak = [line for line in flagged if line.remarks]
    width = len(str(max(line.number for line in flagged)))
    blocks: list[RenderableType] = [text((_lacking(len(weak), len(flagged)), "bold")), text("")]
    blocks += [_line(f"{line.number:>{width}}", line.text, line.remarks) for line in weak]
    blocks += [text("")] if weak else []
    fine = [line for line in flagged if not line.remarks]
    if fine:
        blocks.append(text(("With an anchor", "bold")))
        rows = ((f"{line.number:>{width}}", ", ".join(line.anchors)) for line in fine)
        blocks += [marked(*rows), text("")]
    blocks.append(text(("Found by rule: look twice at each.\n", "dim")))
    step = ("tpmprep story resume", "draft lines from your own numbers")
    return stack(*blocks, commands([step if weak else ("tpmprep story pitch", "say it")], look))


def _slot(slot: Slot, look: Look) -> "RenderableType":
    room = f"  {slot.seconds} s, {count(slot.room, 'word')}"
    over = f": {slot.over} too many here" if slot.over else ""
    rows = [(look.marks.dot, words) for words in slot.own]
    rows += [(look.marks.ask, _missing(gap)) for gap in slot.gaps]
    width = max((len(mark) for mark, _ in rows), default=0)
    blocks = [
        text((slot.title, "bold"), (room + over, "dim")),
        indented(text((slot.say, "dim"))),
        marked(*((mark.ljust(width), words) for mark, words in rows)),
    ]
    return stack(*blocks)


def _missing(gap: Gap) -> str:
    return f"{gap.key}: {gap.what}"


def _after_pitch(frame: Frame) -> tuple[str, str]:
    """What comes next: the drill, once there is something to name; before that the first gap."""
    if len(frame.anchors) >= ANCHORS[0] or not frame.gaps:
        return f"tpmprep story pitch {frame.program} --drill", "say it on the clock"
    return frame.gaps[0].command, "write down what is missing"


def _as_named(anchor: Anchor) -> str:
    return f"{anchor.name}: {anchor.words}"


def _line(mark: str, line: str, remarks: Sequence[str]) -> "RenderableType":
    said = marked((mark, line))
    notes = [indented(text((remark, "italic")), len(mark) + 3) for remark in remarks]
    return stack(said, *notes)


def _lacking(bare: int, total: int) -> str:
    if not bare:
        return f"All {count(total, 'line')} hold an anchor."
    verb = "lacks" if bare == 1 else "lack"
    return f"{bare} of {count(total, 'line')} {verb} something."
