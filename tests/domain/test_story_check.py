"""What a story lacks: one thing taken away at a time, and told with the key to write it in."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolios import whole_story
from tpmprep.domain.story import Story
from tpmprep.domain.story_check import checked, situation_share

FULL = whole_story()
TEXTS = ("situation", "task", "action", "decision", "mechanism", "result", "price", "lesson")
BACKGROUND = "The company had many teams that did many things in many places. " * 12
UNCOUNTED = whole_story(
    situation="The directors wanted the same people.",
    task="I had to bring a plan for both.",
    action="I listed the work. I asked each director. I wrote both options on a page.",
    decision="I proposed to stop search, over splitting the team.",
    mechanism="The CTO decided by revenue at risk.",
    result="Fewer payments fail.",
    numbers=(),
    price="Search was late.",
)
WE = {
    "task": "We had to bring one plan.",
    "action": "We listed the work. We asked both sides. We wrote it down.",
    "result": "We cut failed payments from 4.1% to 1.2%.",
}
WORDS = st.lists(
    st.sampled_from(
        [
            *("no", "not", "never", "we", "the", "team", "decided", "version", "2", "of", "one"),
            *("?", "in", "without", "phase", "May", "-", "(", "%", "per", ":", "nor", "Q3", "\n"),
        ]
    ),
    max_size=12,
).map(" ".join)


def lacks(story: Story) -> dict[str, str]:
    """What a story lacks and the key to write it in, in the order told."""
    return {lack.id: lack.key for lack in checked(story).lacks}


def test_a_full_sound_story_lacks_nothing() -> None:
    """And holds what the plan asks for."""
    verdict = checked(FULL)
    assert ((), ("number", "decision")) == (verdict.lacks, verdict.holds)
    assert verdict.numbers >= 5


def test_an_empty_story_lacks_everything() -> None:
    """Most important first, each with the key that it belongs in and a sentence."""
    verdict = checked(Story("a", "A", "failure"))
    parts = ["situation", "task", "action", "result", "number", "decision", "mechanism"]
    assert [*parts, "price", "lesson"] == [lack.id for lack in verdict.lacks]
    assert ((), 0) == (verdict.holds, verdict.numbers)
    assert all(hasattr(verdict.story, lack.key) for lack in verdict.lacks)
    assert all(lack.message.endswith(".") for lack in verdict.lacks)
    assert "The task is still empty." == verdict.lacks[1].message


@pytest.mark.parametrize("name", ["situation", "task", "action", "result"])
@pytest.mark.parametrize("blank", ["", " \n"])
def test_a_part_that_is_empty(name: str, blank: str) -> None:
    """Is told alone: what is not there is not measured too."""
    assert {name: name} == lacks(whole_story(**{name: blank}))


@pytest.mark.parametrize("name", ["mechanism", "price", "lesson"])
def test_what_makes_it_worth_telling(name: str) -> None:
    """How it was decided, the price, the lesson."""
    assert {name: name} == lacks(whole_story(**{name: " "}))


@pytest.mark.parametrize(
    ("numbers", "counted"),
    [((), 0), (("many teams",), 0), (("version 2",), 0), (("4 of 9 teams",), 1), (("1.2%",), 1)],
)
def test_a_number_that_counts(numbers: tuple[str, ...], counted: int) -> None:
    """A figure; neither words nor a part of a name."""
    verdict = checked(replace(UNCOUNTED, numbers=numbers))
    assert ("number" not in {lack.id for lack in verdict.lacks}) == bool(counted)
    assert ("number" in verdict.holds) == bool(counted)
    assert bool(verdict.numbers) == bool(counted)


@pytest.mark.parametrize(
    ("decision", "action", "lack"),
    [
        ("I decided to stop search.", FULL.action, None),
        ("I’d stop search, and said so.", FULL.action, None),
        ("To stop search: my proposal.", FULL.action, None),
        ("", "I listed the work, and I decided to stop search.", None),
        ("", "The work was listed by both sides.", "decision"),
        ("The VP decided to stop search.", FULL.action, "own_decision"),
        ("The VP decided, i.e. nobody else.", FULL.action, "own_decision"),
        ("We decided to stop search.", FULL.action, "own_decision"),
        ("Search was stopped.", "The work was listed.", "own_decision"),
    ],
)
def test_a_decision_of_ones_own(decision: str, action: str, lack: str | None) -> None:
    """None, or one of somebody else: each is told in the place where it belongs."""
    story = whole_story(decision=decision, action=action, mechanism="By revenue, on 20 July.")
    assert ({} if lack is None else {lack: "decision"}) == lacks(story)
    assert (lack is None) == ("decision" in checked(story).holds)


def test_a_situation_that_takes_over_half() -> None:
    """Told with its share; at half it is still well."""
    story = whole_story(situation=BACKGROUND)
    (lack,) = checked(story).lacks
    assert ("situation", "situation") == (lack.id, lack.key)
    assert f"takes {situation_share(story):.0%} of the words" in lack.message
    half = Story("a", "A", "failure", situation="a b c", action="d e f")
    assert 0.5 == situation_share(half)
    assert "situation" not in lacks(half)
    assert "situation" in lacks(replace(half, situation="a b c g"))
    assert 0.0 == situation_share(Story("a", "A", "failure"))


def test_a_situation_told_as_action() -> None:
    """The words are looked at too, wherever they stand."""
    action = f"{BACKGROUND} I asked each director."
    story = whole_story(situation="Two directors.", task="The plan for both.", action=action)
    assert {"situation": "action"} == lacks(story)


@pytest.mark.parametrize(
    ("changes", "is_we"),
    [
        ({}, False),
        (WE, True),
        ({**WE, "action": "I listed the work. We asked both sides."}, False),
        (
            {**WE, "task": "The plan.", "action": "Work was listed.", "result": "It fell to 1%."},
            False,
        ),
        ({"action": "Our teams did it.", "task": "A plan.", "result": "It fell to 1%."}, True),
    ],
)
def test_we_throughout(changes: dict[str, str], is_we: bool) -> None:
    """Only where nobody acts as I, or most sentences say we with no owner."""
    decision = "A list was chosen over splitting the team."
    assert is_we == ("we" in lacks(whole_story(decision=decision, **changes)))


def test_mostly_we_is_we_throughout() -> None:
    """One I among many sentences of we does not make it one's own."""
    many = "We aligned on it. " * 8
    assert "we" in lacks(whole_story(action=f"I came. {many}"))


def test_a_result_without_a_measure() -> None:
    """Told where there is one at all; a measure in the numbers will do."""
    vague = replace(UNCOUNTED, result="It went well and everybody was happy.")
    assert {"number": "numbers", "result": "result"} == lacks(vague)
    assert {"result": "result"} == lacks(replace(vague, numbers=("6 engineers",)))
    assert {} == lacks(replace(vague, numbers=("failures fell from 4.1% to 1.2%",)))


@given(st.sampled_from(TEXTS), st.text(st.characters(exclude_categories=()), max_size=80))
def test_any_text_is_judged(name: str, text: str) -> None:
    """Nothing raises, and no lack is told twice."""
    verdict = checked(whole_story(**{name: text}))
    ids = [lack.id for lack in verdict.lacks]
    assert len(ids) == len(set(ids))


@given(st.sampled_from(TEXTS), WORDS)
def test_more_words_never_take_the_number_away(name: str, words: str) -> None:
    """What counted once counts on, whatever is written around it."""
    story = replace(UNCOUNTED, numbers=("4 of 9 teams moved",))
    changed: dict[str, Any] = {name: f"{getattr(story, name)} {words}"}
    assert "number" not in lacks(story)
    assert "number" not in lacks(replace(story, **changed))
    assert "number" not in lacks(replace(story, numbers=(*story.numbers, words)))
