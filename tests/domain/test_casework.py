"""A worked case: its sections, and where its workstreams and signals stand in them."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt, make_question
from tpmprep.domain.attempt import Attempt, Segment
from tpmprep.domain.casework import (
    CLOSING,
    OTHER,
    TIME_BOX_LEFT,
    Section,
    coverage_of,
    headings,
    sections_of,
    sheet,
)
from tpmprep.domain.formats import FORMATS, Stretch

BOARD = (
    Stretch("goals", "Goals and non-goals", "What is it for?", 300),
    Stretch("workstreams", "Workstreams", "Who builds what?", 420),
    Stretch("change", "The conditions change", "Half leave.", 240, changes=True),
    Stretch("next", "What I would do next", "Three steps.", 120),
)
TITLES = ("Goals and non-goals", "Workstreams", "Rationale", "Edge cases", "What I would do next")
BODIES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="#"), max_size=60)


def board(**said: str) -> Attempt:
    """A case board with these words in these parts, in this order."""
    parts = [Segment("?", "task", 0.0, text, line=line) for line, text in said.items()]
    answer = "\n\n".join(text for text in said.values() if text)
    return make_attempt(format="board", answer=answer, segments=parts)


def takehome(page: str) -> Attempt:
    """A take-home that holds this page."""
    segments = [Segment("The case.", "main", 0.0, page)]
    return make_attempt(format="takehome", answer=page, segments=segments)


def written(page: str) -> dict[str, str]:
    """The sections of a take-home that hold something, by id."""
    return {s.id: s.text for s in sections_of(takehome(page), BOARD) if s.text}


def test_a_take_home_has_the_parts_of_the_board_and_the_closing_three() -> None:
    """In their order; no changed condition, and what comes next stands once, at the end."""
    assert ["goals", "workstreams", "rationale", "edge-cases", "next"] == [
        name for name, _ in headings(BOARD)
    ]
    assert list(CLOSING) == headings(BOARD)[-3:] == headings(())


def test_the_sheet_holds_every_heading_in_order_and_nothing_else() -> None:
    """A line for each, and it ends in a line break."""
    lines = sheet(BOARD).splitlines()
    assert [f"# {title}" for title in TITLES] == [line for line in lines if line]
    assert sheet(BOARD).endswith("\n")


def test_an_empty_sheet_has_only_empty_sections() -> None:
    """Headings that were given are no words of one's own."""
    found = sections_of(takehome(sheet(BOARD)), BOARD)
    assert TITLES == tuple(section.title for section in found if section.is_empty)
    assert len(TITLES) == len(found)


@given(st.tuples(*[BODIES] * len(TITLES)))
def test_what_is_written_under_a_heading_is_its_section(bodies: tuple[str, ...]) -> None:
    """Word for word but for the blanks around it, whatever it is."""
    page = "\n".join(f"# {title}\n{body}" for title, body in zip(TITLES, bodies, strict=True))
    found = sections_of(takehome(page), BOARD)
    assert [body.strip() for body in bodies] == [section.text for section in found]


@given(st.permutations(TITLES))
def test_the_order_of_the_page_does_not_matter(order: list[str]) -> None:
    """Whoever moves the headings gets the same sections, in the order of the board."""
    page = "\n".join(f"# {title}\nof {title}" for title in order)
    found = sections_of(takehome(page), BOARD)
    assert [(title, f"of {title}") for title in TITLES] == [(s.title, s.text) for s in found]


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("# workstreams\nWeb.", {"workstreams": "Web."}),
        ("### WORKSTREAMS   \r\nWeb.\r\nApps.\r\n", {"workstreams": "Web.\r\nApps."}),
        ("# Workstreams\n\nRisk #4: nobody owns it.", {"workstreams": "Risk #4: nobody owns it."}),
        ("# Rationale\nWhy.\n#Workstreams", {"rationale": "Why.\n#Workstreams"}),
        ("# Rationale\nThe # Workstreams", {"rationale": "The # Workstreams"}),
        ("# Rationale\nWhy.\n## API Price\nLow.", {"rationale": "Why.\n## API Price\nLow."}),
        ("# Rationale #\nWhy.", {"rationale": "Why."}),
        ("", {}),
    ],
)
def test_which_line_is_a_heading(page: str, found: dict[str, str]) -> None:
    """Signs and a blank at the start of a line; large and small letters are the same."""
    assert found == written(page)


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("Web.", {OTHER: "Web."}),
        ("A note.\n# Workstreams\nWeb.", {"workstreams": "Web.", OTHER: "A note."}),
        ("# Budget\nNone.\n# Rationale\nWhy.", {"rationale": "Why.", OTHER: "# Budget\nNone."}),
        ("A.\n# B\nC.", {OTHER: "A.\n# B\nC."}),
    ],
)
def test_what_stands_above_the_headings_of_the_board_comes_last(
    page: str, found: dict[str, str]
) -> None:
    """In a section of its own, in the order of the page."""
    assert found == written(page)
    last = sections_of(takehome(page), BOARD)[-1]
    assert (OTHER, "Above the headings") == (last.id, last.title)


def test_two_sections_of_one_name_are_one() -> None:
    """The words of both stand in it, the first ones first."""
    page = "# Rationale\nOne.\n# Workstreams\nWeb.\n## rationale\nTwo."
    assert {"workstreams": "Web.", "rationale": "One.\n\nTwo."} == written(page)


@given(st.lists(st.sampled_from(["# Workstreams", "## RATIONALE", "# budget", ""]), max_size=12))
def test_no_word_is_left_out(marks: list[str]) -> None:
    """Whatever the headings and however often: each line stands in one section, once."""
    page = "\n".join(mark or f"line{n}" for n, mark in enumerate(marks))
    kept = Counter(
        word for s in sections_of(takehome(page), BOARD) for word in s.text.replace("#", "").split()
    )
    told = {f"line{n}": 1 for n, mark in enumerate(marks) if not mark}
    others = marks.count("# budget")
    assert kept == told | ({"budget": others} if others else {})


def test_the_sections_of_a_board_are_its_parts() -> None:
    """By the part they were written in, whatever the words look like; what was not reached too."""
    found = sections_of(board(goals="# Rationale\nOne million. ", change="Cut the apps."), BOARD)
    assert [(s.id, s.title) for s in found] == [(s.id, s.title) for s in BOARD]
    assert ["# Rationale\nOne million.", "", "Cut the apps.", ""] == [s.text for s in found]


def test_a_board_that_stopped_in_its_first_part_is_a_board() -> None:
    """One part with a task of its own is no page with headings."""
    found = sections_of(board(goals="One million."), BOARD)
    assert ["One million.", "", "", ""] == [section.text for section in found]


def test_a_case_that_was_never_begun_has_only_empty_sections() -> None:
    """Without a part, as without a word."""
    found = sections_of(make_attempt(format="takehome", answer="", segments=[]), BOARD)
    assert TITLES == tuple(section.title for section in found if section.is_empty)


def test_a_board_that_was_given_as_one_page_is_cut_at_its_headings() -> None:
    """The headings of the board, with the changed condition; others are words like any."""
    page = "# Workstreams\nWeb.\n# The conditions change\nCut the apps.\n# Rationale\nWhy."
    found = sections_of(board(goals=page), BOARD)
    assert [s.id for s in BOARD] == [s.id for s in found]
    assert ["", "Web.", "Cut the apps.\n# Rationale\nWhy.", ""] == [s.text for s in found]


@pytest.mark.parametrize("text", ["", " \n", "...", "- \n- \n", "#"])
def test_signs_alone_are_no_words(text: str) -> None:
    """A section of bullets and dots is empty, and is named as such."""
    sections = (Section("goals", "Goals", text), Section("risks", "Risks", "One."))
    assert sections[0].is_empty
    assert ("Goals",) == coverage_of(make_question(), sections).empty


CASE = make_question(
    kind="case",
    workstreams=(("identity backend", "login service"), ("mobile clients", "apps"), ("docs",)),
)
SECTIONS = (
    Section("goals", "Goals", "The owner decides."),
    Section("workstreams", "Workstreams", "The login services first, then the app."),
    Section("risks", "Risks", "The app breaks: the owner decides, and we can roll back."),
    Section("metrics", "Metrics", ""),
)


def test_a_workstream_is_found_by_any_of_its_names() -> None:
    """In every section that mentions it, under the first name; what nobody mentions stays too."""
    assert [
        ("identity backend", ("Workstreams",)),
        ("mobile clients", ("Workstreams", "Risks")),
        ("docs", ()),
    ] == [(found.name, found.sections) for found in coverage_of(CASE, SECTIONS).workstreams]


def test_a_signal_is_found_in_every_section_that_mentions_it() -> None:
    """Told by its text, as people read it."""
    assert [
        ("Names one person who decides.", ("Goals", "Risks")),
        ("Says how to go back.", ("Risks",)),
    ] == [(found.name, found.sections) for found in coverage_of(CASE, SECTIONS).signals]


def test_a_signal_is_not_put_together_from_two_sections() -> None:
    """Half of it here and half of it there is no mention."""
    halves = (Section("a", "A", "I measured it."), Section("b", "B", "Twelve teams did."))
    whole = Section("c", "C", "I measured it in twelve teams.")
    signal = CASE.strong_signals[0].__class__("both", "Both.", (("measured",), ("teams",)))
    question = make_question(strong_signals=(signal,))
    assert ((), ("C",)) == (
        coverage_of(question, halves).signals[0].sections,
        coverage_of(question, (*halves, whole)).signals[0].sections,
    )


@given(st.lists(BODIES, max_size=4))
def test_coverage_names_only_sections_that_hold_words(bodies: list[str]) -> None:
    """A section is empty or may be named; every workstream and signal is told once."""
    sections = [Section(str(n), f"Part {n}", body) for n, body in enumerate(bodies)]
    coverage = coverage_of(CASE, sections)
    named = {t for found in (*coverage.workstreams, *coverage.signals) for t in found.sections}
    assert not named & set(coverage.empty)
    assert (3, 2) == (len(coverage.workstreams), len(coverage.signals))
    assert tuple(sections) == coverage.sections


def test_a_take_home_is_closed_from_four_fifths_on() -> None:
    """The format says so itself, with the share that any other time box gets."""
    row = FORMATS["takehome"]
    assert TIME_BOX_LEFT * row.main_s == row.close_s
    assert 4 * 3600 <= row.main_s <= 6 * 3600
