"""The papers out of a worked case: what stands in which, and what is left out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.domain.casework import CLOSING, Section
from tpmprep.domain.papers import NOTHING, PAPERS, SUMMARY, SUMMARY_SENTENCES, papers

CHARTER, RAID = "charter.md", "raid.md"
PROMPT = "Move billing to a new platform."
IDS = sorted({section for _, parts in PAPERS.values() for section, _ in parts})
BODIES = st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="#"), max_size=30)


def section(name: str, text: str) -> Section:
    """A section whose title does not matter here."""
    return Section(name, name.capitalize(), text)


def made(assumptions: str = "", **texts: str) -> dict[str, str]:
    """The papers of a case with these sections."""
    parts = [section(name.replace("_", "-"), text) for name, text in texts.items()]
    return papers(PROMPT, parts, assumptions)


def headings(paper: str) -> list[str]:
    """The headings of a paper below its title."""
    return re.findall(r"^## (.*)$", paper, flags=re.MULTILINE)


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_begins_with_its_title_and_the_case(name: str) -> None:
    """The case on one line, however it was wrapped; the file ends in one line break."""
    text = papers("Move billing\n\nto a  new platform.", ())[name]
    assert text.startswith(f"# {PAPERS[name][0]}\n\n> {PROMPT}\n\n")
    assert text.endswith(f"{NOTHING}\n")


@given(st.fixed_dictionaries({name: BODIES for name in IDS if name != "assumptions"}), BODIES)
def test_every_paper_holds_its_sections_in_order(texts: dict[str, str], assumed: str) -> None:
    """Those that hold something, each under its heading; without any it says so."""
    made_papers = papers(PROMPT, [section(*item) for item in texts.items()], assumed)
    assert list(PAPERS) == list(made_papers)
    filled = {name for name, text in {**texts, "assumptions": assumed}.items() if text}
    for name, (_, parts) in PAPERS.items():
        expected = [heading for part, heading in parts if part in filled]
        assert expected == headings(made_papers[name])
        assert (NOTHING in made_papers[name]) is not bool(expected)


EVERY_HEADING = {
    CHARTER: "Goals and non-goals, Stakeholders, Workstreams, Milestones, Metrics, Communication, "
    "Why this way, What I would do next, Other notes",
    RAID: "Risks, Assumptions, Issues, Edge cases, Dependencies",
    SUMMARY: "What it is for, How it comes, What could stop it, How we will know, Why this way, "
    "What I would do next",
}


@pytest.mark.parametrize("name", PAPERS)
def test_the_headings_of_a_paper(name: str) -> None:
    """What a whole case becomes: a charter, a log of what may go wrong, a page for executives."""
    whole = papers(PROMPT, [section(part, f"{part}.") for part in IDS], "assumptions.")
    assert EVERY_HEADING[name].split(", ") == headings(whole[name])
    changed = "change.\n\n## Edge cases\n\nedge-cases."
    assert (f"## Issues\n\n{changed}\n" in whole[name]) is (name == RAID)


@pytest.mark.parametrize(
    ("part", "paper"),
    [(part, name) for name in (CHARTER, RAID) for part, _ in PAPERS[name][1]],
)
def test_charter_and_log_hold_the_words_as_they_stand(part: str, paper: str) -> None:
    """Every sentence and line of a section, lists and figures too."""
    text = "One. Two! Three? Four.\n\n- five: 4.5%\n- six | seven\n\n1. Eight."
    assumed = text if part == "assumptions" else ""
    found = papers(PROMPT, [section(part, text)], assumed)[paper]
    heading = dict(PAPERS[paper][1])[part]
    assert f"## {heading}\n\n{text}\n" in found


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("One. Two. Three. Four.", "One.\nTwo.\nThree."),
        ("One\nTwo\nThree\nFour", "One\nTwo\nThree"),
        ("It fell to 4.5% in May. Why? We cut.", "It fell to 4.5% in May.\nWhy?\nWe cut."),
        ("- one\n\n\n- two", "- one\n- two"),
        ("1. One.\n2. Two.\n3. Three.\n4. Four.", "1. One.\n2. Two.\n3. Three."),
        ("One", "One"),
    ],
)
def test_the_summary_holds_the_beginning_of_a_section(text: str, kept: str) -> None:
    """Its first three sentences or lines, each on a line."""
    assert f"## What could stop it\n\n{kept}\n" in made(risks=text)[SUMMARY]
    assert len(kept.splitlines()) <= SUMMARY_SENTENCES


@given(st.lists(st.sampled_from(["One.", "Two!", "Three?", "4.5 %", "- five"]), max_size=9))
def test_the_summary_never_says_more_than_three_things_of_a_section(said: list[str]) -> None:
    """And all of what it says stands in the section."""
    text = "\n".join(said)
    lines = made(goals=text)[SUMMARY].split("## What it is for\n\n")[1:]
    kept = lines[0].splitlines() if lines else []
    assert said[:SUMMARY_SENTENCES] == kept


@pytest.mark.parametrize("text", ["", " \n\t\n"])
def test_a_section_without_words_is_left_out(text: str) -> None:
    """No heading stands over nothing."""
    found = made(goals="One million.", milestones=text)
    assert ["Goals and non-goals"] == headings(found[CHARTER])
    assert ["What it is for"] == headings(found[SUMMARY])


def test_assumptions_stand_in_the_log() -> None:
    """What was taken for granted before the answer, and only there."""
    found = made(assumptions="Five teams.", risks="The date.")
    assert ["Risks", "Assumptions"] == headings(found[RAID])
    assert [RAID] == [name for name, text in found.items() if "Five teams." in text]


def test_a_section_of_another_case_format_changes_nothing() -> None:
    """What no paper asks for stands in none."""
    assert papers(PROMPT, ()) == made(prework="Once upon a time.")


@pytest.mark.parametrize("name", [RAID, SUMMARY])
def test_what_a_terminal_would_obey_is_shown(name: str) -> None:
    """Hidden signs of the case and of the words are written out, line ends are plain."""
    found = papers("Move \x1b[2Jbilling", [section("risks", "One\r\nTwo\u202e")])[name]
    assert {"\x1b", "\r", "\u202e"}.isdisjoint(found)
    assert "> Move <U+001B>[2Jbilling" in found
    assert "One\nTwo<U+202E>\n" in found


def test_the_closing_three_of_a_take_home_are_in_some_paper() -> None:
    """Nothing that it must hold is left out of everything."""
    assert {name for name, _ in CLOSING} <= set(IDS)
