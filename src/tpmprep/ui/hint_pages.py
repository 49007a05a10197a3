"""What the detectors found, beside the words in which they found it. Hints, never a grade."""

from typing import TYPE_CHECKING

from tpmprep.domain.detectors import Detector
from tpmprep.domain.drill import Drill
from tpmprep.domain.hints import Hints, aim_of, hints_of
from tpmprep.domain.question import Question
from tpmprep.domain.star import hint_for, in_words
from tpmprep.domain.text import clean_line, clock_words, shorten
from tpmprep.ui.layout import indented, marked, stack, text
from tpmprep.ui.theme import ACCENT, Look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

NO_GRADE = "Found by rule; it grades nothing. A strong answer may lack some, a weak one hold all."
TOO_FEW = "too few words for hints. Say what you did, who decided, and what came of it."
MOST_QUOTES = 3
"""So many places of one kind are shown; the number says how many there are."""


def hints_page(
    hints: Hints,
    words_per_minute: int,
    question: Question | None,
    look: Look,
    *,
    aim_s: float = 0.0,
) -> "RenderableType":
    """Everything: what was found, what was not, what to look at again, the expected signals.

    `aim_s` is the length to aim for; 0: none.
    """
    head = _length(hints, words_per_minute) + _aim(aim_s)
    blocks: list[RenderableType] = [text((head, "bold")), text("")]
    if hints.is_short:
        blocks.append(text(f"{_count(hints.words)}: {TOO_FEW}\n"))
    blocks += _section("In these words", [_found(hints, d, look, tip=False) for d in hints.held])
    if not hints.is_short:
        blocks += _section("Not found", [_lacking(detector) for detector in hints.lacking])
    blocks += _section("Look at again", [_found(hints, d, look, tip=True) for d in hints.spoiling])
    blocks += _story(hints, look)
    if question is not None:
        blocks += [_signals(hints, question, look), text("")]
    return stack(*blocks, text((NO_GRADE, "dim")))


def brief(drill: Drill, look: Look) -> "RenderableType":
    """The same in a few lines, for the end of a drill."""
    hints = hints_of(drill.text, drill.question.asked, (), drill.words_per_minute)
    return headed(brief_rows(hints, look, aim_of(drill.format)))


def headed(rows: "Sequence[tuple[str, str]]") -> "RenderableType":
    """Rows of `brief_rows` below their title."""
    head = text(("Hints", "bold"), ("  found by rule, they grade nothing", "dim"))
    return stack(head, marked(*rows))


def brief_rows(hints: Hints, look: Look, aim_s: float = 0.0) -> list[tuple[str, str]]:
    """A row per kind of hint: its name and its words. `aim_s` is the length to aim for; 0: none."""
    if hints.is_short:
        return [("length", f"{_count(hints.words)}: {TOO_FEW}")]
    dot = f" {look.marks.dot} "
    rows = [
        ("found", dot.join(_counted(hints, detector) for detector in hints.held) or "nothing"),
        ("not found", dot.join(detector.one for detector in hints.lacking)),
        *(("look again", _with_words(hints, detector, look)) for detector in hints.spoiling),
    ]
    if aim_s:
        rows.append(("length", f"about {clock_words(hints.spoken_s)} aloud{_aim(aim_s)}"))
    if tips := [d.tip for d in (*hints.lacking[:1], *hints.spoiling[:1])]:
        rows.append(("try", " ".join(tips)))
    width = max(len(name) for name, _ in rows)
    return [(name.ljust(width), words) for name, words in rows if words]


def _length(hints: Hints, words_per_minute: int) -> str:
    aloud = f"about {clock_words(hints.spoken_s)} aloud at {words_per_minute} words a minute"
    return f"{_count(hints.words)}, {aloud}"


def _aim(aim_s: float) -> str:
    return f"; aim for {clock_words(aim_s)}" if aim_s else ""


def _count(words: int) -> str:
    return f"{words} word" if words == 1 else f"{words} words"


def _section(title: str, blocks: "Sequence[RenderableType]") -> "list[RenderableType]":
    return [text((title, "bold")), *blocks, text("")] if blocks else []


def _found(hints: Hints, detector: Detector, look: Look, *, tip: bool) -> "RenderableType":
    spans = hints.found[detector.id]
    room = max(30, look.width - 6)
    lines = [text((f"{_counted(hints, detector)}", "bold"), (f"  {detector.why}", "dim"))]
    lines += [
        text((shorten(f'"{clean_line(span.text)}"', room), ACCENT)) for span in spans[:MOST_QUOTES]
    ]
    if tip:
        lines.append(text(f"Try: {detector.tip}"))
    return stack(indented(lines[0]), *(indented(line, 4) for line in lines[1:]))


def _lacking(detector: Detector) -> "RenderableType":
    return stack(
        indented(text((detector.one, "bold"), (f"  {detector.why}", "dim"))),
        indented(text(f"Try: {detector.tip}"), 4),
    )


def _counted(hints: Hints, detector: Detector) -> str:
    return f"{detector.title} {len(hints.found[detector.id])}"


def _with_words(hints: Hints, detector: Detector, look: Look) -> str:
    """The count, and the first of the words."""
    words = f'"{clean_line(hints.found[detector.id][0].text)}"'
    return f"{_counted(hints, detector)}  {shorten(words, max(20, look.width // 2))}"


def _story(hints: Hints, look: Look) -> "list[RenderableType]":
    if hints.star is None:
        return []
    parts = [f"{name} {share:.0%}" for name, share in in_words(hints.star)]
    shares = f" {look.marks.dot} ".join(parts)
    blocks = [text(("If it is a story", "bold")), indented(text(shares))]
    if advice := hint_for(hints.star):
        blocks.append(indented(text(f"Try: {advice}"), 4))
    return [*blocks, text("")]


def _signals(hints: Hints, question: Question, look: Look) -> "RenderableType":
    from tpmprep.domain.credit import Reached
    from tpmprep.ui.pages import expected

    found = [
        Reached(m.signal, mentioned=m.mentioned, quote=m.quote, negated=m.negated)
        for m in hints.signals
    ]
    return expected(question, found, look)
