"""Resume lines out of a program's own words, and what lines that exist already still lack.

Every figure and every noun of a drafted line stands in the program: nothing is made up.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tpmprep.domain.anchors import (
    MOST_READ,
    Anchor,
    AnchorKind,
    Positioning,
    anchors_of,
    concrete_in,
    hits_in,
    places_in,
    results_of,
    said,
    value_at,
)
from tpmprep.domain.clauses import (
    clause_with,
    common_words,
    first_clause,
    lowered,
    raised,
    tidy,
)
from tpmprep.domain.program import Program, texts
from tpmprep.domain.spoken_figures import figures_of
from tpmprep.domain.text import encodable, shorten, word_count

FLAGS = {
    "scope": "no anchor: add a number, for example how many teams",
    "decision": "no anchor: add a number, for example the weeks or the money that it saved",
    "outcome": "no anchor: add a number, from which value to which",
    "risk": "no anchor: add a number, for example the limit at which you would have stopped",
}
NO_ANCHOR = "no anchor: add a number, for example how many teams"
NOT_YOURS = "not yours as it stands: say what you chose or proposed"
COORDINATION = "coordination only: say what was decided, or which risk went down"

CUT = "…"
CUT_SHORT = "cut short: finish it in your own words"

_DECISION_WORDS = 24
_NUMBER = r"(?:[$€£]?\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half)\b)"
_ABOUT = r"(?:(?:about|around|over|nearly|almost|up to|more than|all|some)\s+)?"
_COUNTED = re.compile(rf"{_ABOUT}{_NUMBER}", re.IGNORECASE)
_TIME = re.compile(
    rf"{_ABOUT}\S+[\s-](?:weeks?|months?|quarters?|years?|sprints?|days?)\b", re.IGNORECASE
)
_BARE = re.compile(r"[\d.,\s]+(?:thousand|million|billion|[kKmM])?")
_I = re.compile(r"I\s+(?=[a-z])")
_ME = re.compile(r"\bI\b|\bmy\b")
_WE = re.compile(r"\b[Ww]e\b")
_TO = re.compile(r"To\s+(?=[a-z])", re.IGNORECASE)
_VERB = re.compile(
    r"(?:[a-z]+ed|cut|chose|built|led|set|put|held|kept|made|took|split|brought|ran|wrote|won|drew"
    r"|froze|broke|stood|paid|bought|sold|gave|went|got|let|shut|drove|met|found)(?=\s)",
    re.IGNORECASE,
)
_MEASURE = re.compile(r"(?P<what>[^,;:]{2,60}?)\s+from\s+\S")
_FINITE = re.compile(
    r"\b(?:is|was|were|are|went|fell|rose|grew|came|got|down|up|has|have|had|we|it|they|i|he|she"
    r"|[a-z]+ed)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(r"\s*(?:[•·▪◦‣*–—-]|\d{1,2}[.)])\s+")
_WORDS_OF_A_LINE = 5
"""A shorter line without a bullet is a heading."""


@dataclass(frozen=True, slots=True)
class ResumeLine:
    """A drafted line. `kind`: scope, decision, outcome or risk; `anchors`: ids of those in it.

    `figures` are its numbers and dates in words; `remarks` what it lacks.
    """

    kind: str
    text: str
    anchors: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line that somebody has: its number in the text, what is concrete in it, what it lacks."""

    number: int
    text: str
    anchors: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def resume_lines(program: Program, kinds: Sequence[AnchorKind]) -> list[ResumeLine]:
    """Lines to begin from: scope and scale, a line per decision, the outcome, the risk."""
    common = common_words([text[:MOST_READ] for path, text in texts(program) if path != ("id",)])
    changes = results_of(program)
    decisions = (_decision(text, common) for text in value_at(program, "decisions"))
    risks = (_risk(text, common) for text in value_at(program, "technical_risk"))
    drafts = [
        ("scope", _scope(program, changes[:1], common)),
        *(("decision", line) for line in decisions),
        ("outcome", _outcome(program, changes, common)),
        *(("risk", line) for line in risks),
    ]
    anchors = anchors_of(program, kinds)
    return [_judged(kind, line, anchors) for kind, line in drafts if line]


def _judged(kind: str, line: str, anchors: Sequence[Anchor]) -> ResumeLine:
    named = [one.kind for one, is_said in zip(anchors, said(anchors, line), strict=True) if is_said]
    figures = tuple(words for _, words in concrete_in(line))
    remarks = [] if named or figures else [FLAGS[kind]]
    if line.startswith("Decision: ") and _WE.search(line) and not _ME.search(line):
        remarks.append(NOT_YOURS)
    if CUT in line:
        remarks.append(CUT_SHORT)
    return ResumeLine(kind, line, tuple(named), figures, tuple(remarks))


def _scope(program: Program, result: Sequence[Anchor], common: frozenset[str]) -> str:
    """As in "Led one sign-in with 4 teams over 9 months: tickets from 900 to 310 a week"."""
    name = tidy(encodable(program.name[:MOST_READ]))
    if not name:
        return ""
    line = f"Led {lowered(shorten(name, 80), common)}"
    others: list[str] = []
    if teams := _concrete(program, "teams"):
        teams = lowered(teams if re.search(r"[^\W\d_]{3}", teams) else f"{teams} teams", common)
        line, others = _with(line, " with ", teams, _COUNTED, others)
    if customers := _concrete(program, "scale.customers"):
        is_bare = _BARE.fullmatch(customers) is not None
        others.append(f"{customers} customers" if is_bare else customers)
    others += [words for words in (_concrete(program, "scale.migration_size"),) if words]
    if time := lowered(_concrete(program, "timeline"), common):
        line, others = _with(line, " over ", time, _TIME, others)
    line += f" ({', '.join(others)})" if others else ""
    return _ended(f"{line}: {lowered(result[0].words, common)}" if result else line)


def _with(
    line: str, join: str, words: str, pattern: re.Pattern[str], others: list[str]
) -> tuple[str, list[str]]:
    """The line with words where they fit behind a preposition, else with the others."""
    if pattern.match(words):
        return f"{line}{join}{words}", others
    return line, [*others, words]


def _concrete(program: Program, key: str) -> str:
    """The figure of a field with what it counts, short; empty when it holds none."""
    for text in value_at(program, key):
        for start, end in places_in(text):
            clause = clause_with(text, start, end, 8)
            head = re.split(r",\s|\s\(|:\s", clause)
            part = next((part for part in head if places_in(part)), clause)
            return "" if CUT in part else tidy(part)
    return ""


def _decision(text: str, common: frozenset[str]) -> str:
    """What was decided, with its effect where one is told in figures."""
    head = first_clause(text, _DECISION_WORDS)
    if not re.search(r"[^\W\d_]{2}", head):
        return ""
    if own := _I.match(head):
        line = raised(head[own.end() :])
    elif to := _TO.match(head):
        line = f"Decided to {head[to.end() :]}"
    else:
        line = raised(head) if _VERB.match(head) else f"Decision: {lowered(head, common)}"
    if not figures_of(line).is_measured and (effect := _effect(text, head)):
        join = "; " if line.startswith("Decision: ") else ": "
        line = f"{line}{join}{lowered(effect, common)}"
    return _ended(line)


def _effect(text: str, head: str) -> str:
    """The first clause with a figure that is not in the words already taken."""
    for place in places_in(text):
        clause = clause_with(text, *place)
        is_new = clause not in head and head not in clause and CUT not in clause
        if figures_of(clause).is_measured and is_new:
            return clause
    return ""


def _outcome(program: Program, changes: Sequence[Anchor], common: frozenset[str]) -> str:
    """How it ended: the next change with the outcome behind it, or the outcome alone."""
    ending = next(_endings(program, changes), "")
    if len(changes) > 1:
        line = _changed(changes[1].words, common)
        return _ended(f"{line}; {lowered(ending, common)}" if ending else line)
    if not ending:
        return ""
    return _ended(raised(ending) if _VERB.match(ending) else f"Result: {lowered(ending, common)}")


def _endings(program: Program, changes: Sequence[Anchor]) -> Iterator[str]:
    """The clauses of the outcome, and after them of the metrics, those with a figure first."""
    used = [change.words for change in changes]
    for key in ("outcome", "metrics"):
        for text in value_at(program, key):
            clauses = [
                *(clause_with(text, *place) for place in places_in(text)),
                first_clause(text),
            ]
            yield from (clause for clause in clauses if clause and clause not in used)


def _changed(words: str, common: frozenset[str]) -> str:
    """As in "Brought tickets from 900 to 310", where the words are a measure and no sentence."""
    if _VERB.match(words):
        return raised(words)
    measure = _MEASURE.match(words)
    if measure and not _FINITE.search(measure["what"]):
        return f"Brought {lowered(words, common)}"
    return f"Result: {lowered(words, common)}"


def _risk(text: str, common: frozenset[str]) -> str:
    """The risk in the system, and the figure by which it was watched where one is told."""
    clause = first_clause(text, _DECISION_WORDS)
    if not clause:
        return ""
    line = f"Managed technical risk: {lowered(clause, common)}"
    if not figures_of(line).is_measured and (effect := _effect(text, clause)):
        line = f"{line}; {lowered(effect, common)}"
    return _ended(line)


def _ended(line: str) -> str:
    """A line with its full stop."""
    return line if line.endswith(("…", "!", "?")) else f"{line}."


def flagged(text: str, positioning: Positioning) -> list[TextLine]:
    """Every line of a pasted resume with what is concrete in it, and what it lacks."""
    judged = []
    for number, line in _lines(encodable(text)):
        anchors = _anchors(line, positioning.scale_words)
        remarks = [] if anchors else [NO_ANCHOR]
        if _is_coordination(line, positioning):
            remarks.append(COORDINATION)
        judged.append(TextLine(number, line, anchors, tuple(remarks)))
    return judged


def _anchors(line: str, scale_words: tuple[str, ...]) -> tuple[str, ...]:
    named = ((hit.start, hit.text) for hit in hits_in(line, scale_words))
    return tuple(dict.fromkeys(words for _, words in sorted([*concrete_in(line), *named])))


def _is_coordination(line: str, positioning: Positioning) -> bool:
    """Whether a line says only that people met: nothing decided, nothing changed."""
    if not hits_in(line, positioning.coordination) or hits_in(line, positioning.substance):
        return False
    return figures_of(line).change is None


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something: bullets with what they go on with; no headings."""
    open_number, open_words = 0, ""
    for number, raw in enumerate(text.splitlines(), start=1):
        bullet = _BULLET.match(raw)
        words = " ".join(raw[bullet.end() if bullet else 0 :].split())
        if open_words and words and not bullet and (raw[0].isspace() or words[0].islower()):
            open_words = f"{open_words} {words}"
            continue
        if open_words:
            yield open_number, open_words
        is_line = bool(words) and (bullet or word_count(words) >= _WORDS_OF_A_LINE)
        open_number, open_words = (number, words) if is_line else (0, "")
    if open_words:
        yield open_number, open_words
