"""What ships for the interviewer: loops, lines, timed parts and phrases, complete and usable."""

import re
from collections import Counter
from functools import cache
from itertools import cycle, islice
from random import Random

import pytest

from tpmprep.adapters.bank import Bank, load_shipped
from tpmprep.adapters.content import load_lines, load_loops, load_phrases, load_stretches
from tpmprep.domain.casework import OTHER, headings
from tpmprep.domain.formats import FORMATS, GUIDE_LENGTHS, LADDER, RUNGS, Format, Stretch
from tpmprep.domain.history import History
from tpmprep.domain.interviewer import LONGEST_QUOTE, SLOT, Interviewer, Line, Talk, follow_up
from tpmprep.domain.loops import GRADES, OPENERS, Loop, LoopStage, items_of
from tpmprep.domain.papers import PAPERS
from tpmprep.domain.phrases import CHANGE_FIRST, Assumptions
from tpmprep.domain.question import AREAS, KINDS, fits, fits_format
from tpmprep.domain.text import is_clean

GUIDE_ORDER = [
    "Goals and non-goals",
    "Stakeholders",
    "Workstreams",
    "Milestones",
    "Dependencies",
    "Risks",
    "Metrics",
    "Communication",
    "What I would do next",
]
ASSUMED = (
    "I will design this for a two-quarter program with five engineering teams, two product teams, "
    "executive visibility, customer-facing launch risk, and dependencies that can slip by weeks if "
    "unmanaged; if the numbers are much larger, I would change these parts first."
)
CLOSING_QUESTION = (
    "Based on today’s conversation, is there any area where you would want more signal from me "
    "before making a recommendation?"
)
LINE_ROOM, ASK_ROOM, PHRASE_ROOM, NOTE_ROOM = 80, 170, 300, 600
PREPARED = "prework"
"""What is written before a stage begins; its clock is not one of the interview's."""


@cache
def bank() -> Bank:
    """The shipped bank."""
    return load_shipped()


@cache
def loops() -> dict[str, Loop]:
    """The shipped loops."""
    return load_loops()


@cache
def stretches() -> dict[str, tuple[Stretch, ...]]:
    """The shipped timed parts."""
    return load_stretches()


def assumptions() -> Assumptions:
    """The shipped sentence that states assumptions."""
    return load_phrases().assumptions


STAGES = {f"{loop.id}/{stage.id}": stage for loop in loops().values() for stage in loop.stages}
LINES = {line.id: line for line in load_lines()}
PARTS = {f"{name}/{part.id}": part for name, row in stretches().items() for part in row}
every_stage = pytest.mark.parametrize("stage", STAGES.values(), ids=list(STAGES))
every_line = pytest.mark.parametrize("line", LINES.values(), ids=list(LINES))
every_part = pytest.mark.parametrize("part", PARTS.values(), ids=list(PARTS))


def reads_well(text: str, room: int) -> bool:
    """Whether a text is a sentence or more, on one line, and of a length to be said or read."""
    one_line = is_clean(text) and "\n" not in text and text == text.strip()
    return one_line and 10 < len(text) <= room and text[-1] in ".?" and text[0].isupper()


def formats_of(stage: LoopStage) -> list[str]:
    """The format of each answer of a stage."""
    return list(islice(cycle(stage.formats), max(stage.count, len(stage.formats))))


def test_the_loops() -> None:
    """The guide's comes first: it is the one that a mock without flags takes."""
    assert ["guide", "amazon", "meta", "google"] == list(loops())


def test_the_guide_s_loop_has_its_five_interviews() -> None:
    """In the order of the guide's table, none with a length: the guide gives none."""
    stages = loops()["guide"].stages
    assert ["screen", "execution", "technical", "stakeholder", "case"] == [s.id for s in stages]
    assert {None} == {stage.minutes for stage in stages}
    assert all(reads_well(f"{stage.strong_signal.capitalize()}.", NOTE_ROOM) for stage in stages)


@pytest.mark.parametrize("loop", loops().values(), ids=list(loops()))
def test_a_loop_says_where_it_is_known_from(loop: Loop) -> None:
    """It and each of its stages: a source, how good it is, and as of when."""
    assert reads_well(loop.note, NOTE_ROOM)
    assert len(loop.stages) == len({stage.id for stage in loop.stages})
    facts: list[Loop | LoopStage] = [loop, *loop.stages]
    for fact in facts:
        assert fact.source.strip(), fact.id
        assert fact.grade in GRADES, fact.id
        assert re.fullmatch(r"20\d\d(-(0[1-9]|1[0-2]))?", fact.as_of), fact.id
        assert fact.name == fact.name.strip() != "", fact.id


@every_stage
def test_a_stage_names_what_exists(stage: LoopStage) -> None:
    """Formats, areas, kinds and dimensions; and it says what is checked."""
    assert set(stage.formats) <= set(FORMATS)
    assert set(stage.areas) <= set(AREAS)
    assert set(stage.kinds) <= set(KINDS)
    assert set(stage.rubric) <= set(bank().dimensions)
    assert len(stage.rubric) == len(set(stage.rubric)) >= 4
    assert min(map(len, (stage.formats, stage.areas, stage.kinds, stage.checks))) >= 1
    assert stage.count >= 1


@every_stage
def test_a_stage_has_shipped_questions(stage: LoopStage) -> None:
    """For each format enough questions made for it, in an area and of a kind of the stage."""
    formats = Counter(fmt for fmt in formats_of(stage) if fmt not in OPENERS)
    for fmt, count in formats.items():
        heads = [head for head in bank().heads() if fits(head, for_format=fmt)]
        own = [head for head in heads if head.area in stage.areas and head.kind in stage.kinds]
        assert count < len(own), fmt


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("loop", loops().values(), ids=list(loops()))
def test_a_whole_loop_can_be_drawn(loop: Loop, seed: int) -> None:
    """No answer is missing, no question comes twice, each can be asked, in an area of its stage."""
    heads = {head.id: head for head in bank().heads()}
    items = items_of(loop.stages, list(heads.values()), History(), Random(seed))
    expected = [(stage.id, fmt) for stage in loop.stages for fmt in formats_of(stage)]
    assert expected == [(item.stage, item.format) for item in items]
    assert len(items) == len({item.question for item in items})
    for item in items:
        stage = loop.stage(item.stage)
        assert fits_format(bank().question(item.question), item.format)
        if item.format not in OPENERS:
            assert stage is not None
            assert heads[item.question].area in stage.areas


@every_stage
def test_the_clocks_of_a_stage_fit_into_its_minutes(stage: LoopStage) -> None:
    """What was prepared before it apart; stated minutes are the ones that are practised."""
    parts = [part for fmt in formats_of(stage) for part in stretches().get(fmt, ())]
    seconds = sum(FORMATS[fmt].limit_s for fmt in formats_of(stage))
    seconds += sum(part.seconds for part in parts if part.id != PREPARED)
    assert 0 < seconds <= stage.practice_minutes * 60
    assert stage.minutes in (None, stage.practice_minutes)


def test_openers_of_formats_fit_them() -> None:
    """What is asked about one's own work exists, and can be asked at that length."""
    for fmt, name in OPENERS.items():
        assert fits_format(bank().openers[name], fmt)
        assert FORMATS[fmt].opener in (None, name)


def test_lengths_are_formats() -> None:
    """The rungs of a ladder and the guide's lengths exist, and no format is called a ladder."""
    assert set(GUIDE_LENGTHS) < set(RUNGS) <= set(FORMATS)
    assert LADDER not in FORMATS


@pytest.mark.parametrize("fmt", FORMATS.values(), ids=list(FORMATS))
def test_a_format_has_a_clock_and_dimensions_that_exist(fmt: Format) -> None:
    """Its own clock or those of its parts, never both."""
    assert (fmt.main_s > 0) is not (fmt.id in stretches())
    assert set(fmt.rubric) <= set(bank().dimensions)


@every_line
def test_a_line_can_be_said(line: Line) -> None:
    """One breath, a whole sentence, named after what it is after."""
    assert reads_well(line.text, LINE_ROOM)
    assert re.fullmatch(rf"{line.kind}\.[1-9]", line.id)
    assert line.text.count("{") == line.text.count(SLOT) <= (line.kind == "depth")
    assert len(line.text.replace(SLOT, "x" * LONGEST_QUOTE)) <= 2 * LINE_ROOM


def test_every_kind_of_line_can_be_said_in_two_ways() -> None:
    """Depth also where no words can be quoted; no line is there twice."""
    kinds = Counter(line.kind for line in LINES.values())
    assert {"ownership", "metric", "depth"} == set(kinds)
    assert min(kinds.values()) >= 2
    assert sum(line.kind == "depth" and SLOT not in line.text for line in LINES.values()) >= 2
    assert len(load_lines()) == len(LINES) == len({line.text for line in LINES.values()})


@pytest.mark.parametrize("text", ["", "We talked about it together until we were all done. " * 3])
def test_a_deep_dive_never_runs_out_of_questions(text: str) -> None:
    """Four follow-ups for every shipped question, whatever the answer lacks."""
    who = Interviewer(seed=3, interrupts=2, general=tuple(LINES.values()))
    for question in [*bank().questions.values(), *bank().openers.values()]:
        spoken: tuple[str, ...] = ()
        for left in range(FORMATS["deep"].follow_ups, 0, -1):
            line = follow_up(who, question, Talk(text, spoken, left))
            assert line is not None, (question.id, spoken)
            spoken = (*spoken, line.id)


@every_part
def test_a_part_can_be_done(part: Stretch) -> None:
    """A task in a sentence or two, a title for a line, and a clock of at least a minute."""
    assert reads_well(part.ask, ASK_ROOM)
    assert 0 < len(part.title) <= 30
    assert part.title == part.title.strip()
    assert 60 <= part.seconds <= 3600
    assert 0 == part.seconds % 30


@pytest.mark.parametrize("name", list(stretches()))
def test_the_parts_of_a_format_fit_together(name: str) -> None:
    """Each has its own name, begins with words that are there, and conditions change once."""
    parts = stretches()[name]
    assert name in FORMATS
    assert len(parts) == len({part.id for part in parts}) == len({part.title for part in parts})
    for place, part in enumerate(parts):
        assert part.carries in {"", *(earlier.id for earlier in parts[:place])}
    assert sum(part.changes for part in parts) <= 1


def test_the_case_board_comes_in_the_order_of_the_guide() -> None:
    """With one change of the conditions on the way."""
    board = stretches()["board"]
    assert GUIDE_ORDER == [part.title for part in board if not part.changes]
    assert 1 == sum(part.changes for part in board)
    assert GUIDE_ORDER[:-1] == [title for _, title in headings(board)][:8]


def test_every_section_of_a_case_stands_in_some_paper() -> None:
    """Of a board and of a take-home; and no paper asks for a section that there is not."""
    board = stretches()["board"]
    sections = {part.id for part in board} | {name for name, _ in headings(board)}
    used = {section for _, parts in PAPERS.values() for section, _ in parts}
    assert sections | {"assumptions", OTHER} == used


def test_the_assumptions_are_the_guide_s_own() -> None:
    """Word for word where nothing is given, and as long as one breath holds."""
    assert ASSUMED == assumptions().said({})
    assert reads_well(ASSUMED, PHRASE_ROOM)
    assert reads_well(assumptions().why, PHRASE_ROOM)


def test_the_slots_are_those_of_the_sentence() -> None:
    """In the order in which they are said, each with words of its own; the last is open."""
    slots = assumptions().slots
    assert [slot.id for slot in slots] == re.findall(r"\{(\w+)\}", assumptions().sentence)
    assert all(len(slot.ask) <= LINE_ROOM and slot.ask.endswith(":") for slot in slots)
    assert [CHANGE_FIRST] == [slot.id for slot in slots if not slot.default]
    assert len(slots) == len({slot.ask for slot in slots})


def test_the_closing_question_is_the_guide_s_own() -> None:
    """Word for word, with when to ask it and what to do with the reply."""
    closing = load_phrases().closing
    assert CLOSING_QUESTION == closing.question
    assert all(reads_well(text, ASK_ROOM) for text in (closing.when, *closing.if_answered))
    assert len(closing.if_answered) == len(set(closing.if_answered)) >= 3
