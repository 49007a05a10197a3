"""The page for the day: what is chosen, what is suggested, and what is said to be missing."""

from dataclasses import replace
from datetime import date

import pytest

from briefs import (
    ASKS,
    CLOSING,
    DAY,
    NOTES,
    PROGRAMS,
    STORIES,
    THEMES,
    WEAKEST,
    a_brief,
    a_story,
    an_empty_brief,
    portfolio,
)
from tpmprep.domain.brief import brief_of
from tpmprep.domain.brief_parts import Brief, Line, Missing
from tpmprep.domain.brief_stories import figures_of, number_of
from tpmprep.domain.notes import Close, Level, Notes
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.program import Program
from tpmprep.domain.story import Story

NOTHING = Notes()


def texts(brief: Brief, section: str) -> list[str]:
    """The lines of a section."""
    return [line.text for line in brief.section(section).lines]


def examples(brief: Brief) -> list[str]:
    """The ids of the examples."""
    return [line.story for line in brief.section("examples").lines]


def with_notes(stories: tuple[Story, ...] = STORIES, **changes: object) -> Brief:
    """The full page with other notes."""
    return a_brief(portfolio(replace(NOTES, **changes), stories))  # type: ignore[arg-type]


def missing(brief: Brief) -> list[tuple[str, str]]:
    """What is missing, and the commands."""
    return [(lack.what, lack.command) for lack in brief.missing]


def test_with_everything_written_nothing_is_missing() -> None:
    """All of it stands there word for word, in the guide's order."""
    brief = a_brief()
    assert () == brief.missing
    assert ("Senior TPM, Payments Platform at Acme", "2026-12-04") == (brief.role, brief.interview)
    assert "Friday 4 December 2026" == brief.on
    order = "examples risks ambiguity numbers artifacts level close ask closing"
    assert order.split() == [section.id for section in brief.sections]
    first = Line(
        "The forecast nobody needed",
        number="The wait fell from 9 hours to 5 hours in six weeks",
        theme="ambiguous program",
        program="Discharge times",
        story="forecast",
    )
    assert first == brief.section("examples").lines[0]
    assert list(NOTES.examples) == examples(brief)
    assert list(NOTES.risks) == texts(brief, "risks")
    assert ["forecast"] == [line.story for line in brief.section("ambiguity").lines]
    assert [NOTES.level.owned, NOTES.level.ready, NOTES.level.bridge] == texts(brief, "level")
    assert ["Style", "Engineers", "Escalation", "Success"] == [
        line.label for line in brief.section("close").lines
    ]
    assert [CLOSING] == texts(brief, "closing")
    assert not brief.is_empty


def test_nothing_written() -> None:
    """The questions are there, and every gap is named once, most important first."""
    brief = an_empty_brief()
    assert brief.is_empty
    assert [ask.text for ask in ASKS] == texts(brief, "ask")
    assert [
        ("3 examples", "tpmprep story add"),
        ("the risks that you expect", "tpmprep brief fill risks"),
        ("the ambiguity story", "tpmprep story add --theme ambiguous"),
        ("honest numbers and things to show", "tpmprep brief fill numbers"),
        ("the level story", "tpmprep brief fill level"),
        ("how you work", "tpmprep brief fill close"),
        ("the role and the company", "tpmprep brief fill role"),
        ("the day", "tpmprep plan --date YYYY-MM-DD"),
    ] == missing(brief)
    assert ("", "", "") == (brief.role, brief.interview, brief.on)


def test_scores_alone_are_nothing_of_ones_own() -> None:
    """What is only suggested by scores leaves the page empty; a program or a story does not."""
    assert brief_of(Portfolio(), THEMES, ASKS, CLOSING, DAY, WEAKEST).is_empty
    assert not a_brief(Portfolio(stories={"a": a_story("a", "failure")})).is_empty
    assert not a_brief(Portfolio(programs={"beds": PROGRAMS[0]})).is_empty


def test_suggested_examples_are_marked_and_differ() -> None:
    """Three themes, and other programs before second stories of one."""
    brief = a_brief(portfolio(NOTHING))
    assert ["forecast", "second-factor", "two-owners"] == examples(brief)
    assert all(line.suggested for line in brief.section("examples").lines)


def test_chosen_examples_come_first_and_are_filled_up() -> None:
    """One that was chosen stays unmarked; the others go with it."""
    brief = with_notes(examples=("replay", "replay"))
    assert ["replay", "forecast", "second-factor"] == examples(brief)
    assert [False, True, True] == [line.suggested for line in brief.section("examples").lines]


def test_four_chosen_examples_all_stay() -> None:
    """What somebody chose is not dropped."""
    chosen = tuple(story.id for story in STORIES)
    assert list(chosen) == examples(with_notes(examples=chosen))


def test_the_story_that_lacks_least_of_a_theme_is_suggested() -> None:
    """A second story of a theme has to wait until every theme is there."""
    rough = a_story("rough", "conflict", price="", lesson="", mechanism="")
    held = portfolio(NOTHING, (rough, a_story("fine", "conflict"), a_story("other", "failure")), ())
    assert ["fine", "other", "rough"] == examples(a_brief(held))


def test_another_employer_is_worth_a_small_gap() -> None:
    """Between stories that lack about as much, the one from elsewhere is suggested."""
    stories = (
        a_story("first", "ambiguous", "passkeys"),
        a_story("same", "conflict", "passkeys"),
        a_story("same-employer", "failure", "ledger", lesson=""),
        a_story("elsewhere", "scope-cut", "beds", lesson=""),
    )
    assert ["first", "elsewhere", "same-employer"] == examples(a_brief(portfolio(NOTHING, stories)))


def test_an_untold_story_is_suggested_last() -> None:
    """A title alone is nothing to tell, however rare its theme."""
    bare = Story("bare", "Only a title", "technical-risk")
    stories = (bare, *(a_story(name, "failure") for name in ("a", "b", "c")))
    assert ["a", "b", "c"] == examples(a_brief(portfolio(NOTHING, stories)))
    assert ["a", "bare"] == examples(a_brief(portfolio(NOTHING, (bare, stories[1]))))


def test_fewer_than_three_examples() -> None:
    """How many more are needed."""
    brief = a_brief(portfolio(NOTHING, STORIES[:2]))
    assert ("1 more example", "tpmprep story add") in missing(brief)
    brief = a_brief(portfolio(NOTHING, STORIES[:1]))
    assert ("2 more examples", "tpmprep story add") in missing(brief)


def test_a_story_that_is_not_there_is_missing() -> None:
    """With a guess where one is near; the page is filled all the same."""
    brief = with_notes(examples=("forcast", "second-factor"), ambiguity="nothing-like-it")
    guess = "there is no story 'forcast' (did you mean forecast?)"
    unknown = f"{guess} and there is no story 'nothing-like-it'"
    assert [(unknown, "tpmprep brief fill examples")] == missing(brief)
    assert ["second-factor", "forecast", "two-owners"] == examples(brief)
    assert ["forecast"] == [line.story for line in brief.section("ambiguity").lines]
    assert (Missing(guess, "tpmprep brief fill examples"),) == brief.section("examples").missing


def test_suggested_risks_are_the_two_lowest_scores() -> None:
    """Marked, with the mean; one that was written down leaves room for one."""
    first, second = with_notes(risks=()).section("risks").lines
    assert Line("Scope", number="1.5 of 4 so far", suggested=True) == first
    assert "Answer first" == second.text
    brief = with_notes(risks=(" ", " Depth "))
    assert ["Depth", "Scope"] == texts(brief, "risks")
    assert [("a second risk", "tpmprep brief fill risks")] == missing(brief)
    assert ["a", "b", "c"] == texts(with_notes(risks=("a", "b", "c")), "risks")


def test_the_ambiguity_story_is_the_best_of_its_theme() -> None:
    """Where none was chosen; a chosen one may have any theme."""
    rough = a_story("rough", "ambiguous", price="")
    brief = with_notes((rough, *STORIES), ambiguity="")
    assert ["The forecast nobody needed"] == texts(brief, "ambiguity")
    assert ["Replay before the move"] == texts(with_notes(ambiguity="replay"), "ambiguity")
    without = with_notes(STORIES[1:], ambiguity="", examples=())
    assert [("the ambiguity story", "tpmprep story add --theme ambiguous")] == missing(without)


def test_numbers_come_from_notes_and_the_programs_of_the_examples() -> None:
    """Own ones first, each once, and only figures out of an outcome."""
    brief = with_notes(examples=("forecast",), numbers=("4 H  less waiting for a bed", " "))
    stories = brief.section("examples").lines
    assert {"Discharge times", "Passkeys", "Ledger move"} == {line.program for line in stories}
    numbers = brief.section("numbers").lines
    assert Line("4 H  less waiting for a bed") == numbers[0]
    assert Line("discharge before noon from 18% to 41%", program="Discharge times") == numbers[1]
    assert "4 h less waiting for a bed" not in [line.text for line in numbers]
    shown = texts(brief, "artifacts")
    assert ["discharge chart", "the stop rules as a page", "launch plan, one page"] == shown[:3]


def test_without_an_example_every_program_counts() -> None:
    """What is in the inventory is not hidden until a story comes out of it."""
    brief = a_brief(portfolio(NOTHING, ()))
    assert "212 services moved" in texts(brief, "numbers")
    assert "decision log" in texts(brief, "artifacts")


def test_examples_without_a_number_are_counted() -> None:
    """A figure is what an example is remembered by."""
    bare = tuple(replace(story, result="It went well.", numbers=()) for story in STORIES)
    brief = with_notes(bare)
    assert [("a number in 3 of the examples", "tpmprep story check")] == missing(brief)
    assert "" == brief.section("examples").lines[0].number


@pytest.mark.parametrize(
    ("result", "numbers", "expected"),
    [
        ("Fell by 40%.", (" ", " 9 teams "), "9 teams"),
        ("It was late. Fell by 40% in six weeks. 3 teams left.", (), "Fell by 40% in six weeks"),
        ("Nobody was hurt.", (), ""),
        ("", (), ""),
        (
            "After a long autumn in which nothing moved, failures fell to 2%, which few believed.",
            (),
            "failures fell to 2%",
        ),
        (
            "Two teams that nobody had asked before gave 300 hours of work to the move - for free",
            (),
            "Two teams that nobody had asked before gave 300 hours of work to the move",
        ),
    ],
)
def test_the_number_of_a_story(result: str, numbers: tuple[str, ...], expected: str) -> None:
    """Its own first one, else the sentence of the result, or the part of it, that holds one."""
    assert expected == number_of(Story("a", "A", "failure", result=result, numbers=numbers))


def test_figures_of_a_program() -> None:
    """Metrics as they are, and of the outcome what holds a number."""
    program = Program("p", "P", metrics=("less noise", " "), outcome="It is live. 3 teams use it.")
    assert ["less noise", "3 teams use it"] == figures_of(program)


def test_half_a_level_story() -> None:
    """What is there is shown; what lacks of it is named."""
    brief = with_notes(level=Level(owned=" x ", ready=" "), close=Close(success="y"))
    assert ["x"] == texts(brief, "level")
    assert [
        ("the level story (ready for, why here)", "tpmprep brief fill level"),
        ("how you work (style, engineers, escalation)", "tpmprep brief fill close"),
    ] == missing(brief)


@pytest.mark.parametrize("own", [0, 1, 5, 8])
def test_own_questions_come_first(own: int) -> None:
    """Those of the guide fill up to five, word for word; of one's own all stay."""
    mine = tuple(f"Question {n}?" for n in range(own))
    brief = with_notes(ask=mine)
    assert [*mine, *(ask.text for ask in ASKS)][: max(5, own)] == texts(brief, "ask")


def test_a_question_of_the_guide_is_not_asked_twice() -> None:
    """Somebody may have typed it in."""
    brief = with_notes(ask=("how is success measured for TPMs  here?",))
    assert "how is success measured for TPMs  here?" == texts(brief, "ask")[0]
    assert 5 == len(texts(brief, "ask")) == len({text.lower() for text in texts(brief, "ask")})
    assert ASKS[1].text not in texts(brief, "ask")


def test_role_and_day() -> None:
    """Both may be unknown; the day is never guessed."""
    brief = a_brief(portfolio(replace(NOTES, role=" ")), None)
    assert [
        ("the role and the company", "tpmprep brief fill role"),
        ("the day", "tpmprep plan --date YYYY-MM-DD"),
    ] == missing(brief)
    assert "Monday 1 March 2027" == a_brief(day=date(2027, 3, 1)).on


def test_an_own_theme_and_an_unknown_program() -> None:
    """Shown as people call it; a program that is not there is left out."""
    stories = (a_story("a", "own/night-shift", "gone"),)
    line = with_notes(stories, examples=("a",), ambiguity="a").section("examples").lines[0]
    assert ("night-shift", "") == (line.theme, line.program)
