"""Interview loops: which questions make up a sitting."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import make_attempt, make_question
from tpmprep.domain.attempt import asked
from tpmprep.domain.history import History, history_of
from tpmprep.domain.loops import OPENERS, Loop, LoopStage, items_of
from tpmprep.domain.question import AREAS, Head, fits
from tpmprep.domain.sitting import Item

SEEDS = range(12)


def stage(stage_id: str = "execution", **changes: Any) -> LoopStage:
    """A stage of two short answers about execution."""
    usual = LoopStage(
        id=stage_id,
        name="Execution interview",
        practice_minutes=45,
        checks=("making a plan",),
        areas=("execution",),
        kinds=("past",),
        count=2,
        formats=("2min",),
        rubric=("ex.risk",),
        source="the guide",
        grade="guide",
        as_of="2026",
    )
    return replace(usual, **changes)


def head(name: str, area: str = "execution", kind: str = "past", *formats: str) -> Head:
    """A question as far as filters know it."""
    return Head(name, area, "senior", kind, (), formats)


def items(
    *stages: LoopStage, pool: list[Head], seed: int = 1, history: History | None = None
) -> tuple[Item, ...]:
    """The answers of a sitting."""
    return items_of(stages, pool, history or History(), Random(seed))


def names(*stages: LoopStage, pool: list[Head], seed: int = 1) -> list[str]:
    """The questions of a sitting."""
    return [item.question for item in items(*stages, pool=pool, seed=seed)]


EXECUTION = [head(f"ex-{n}") for n in range(6)]
TECHNICAL = [head(f"te-{n}", "technical", "deep-dive") for n in range(6)]
CASES = [head(f"ca-{n}", "case", "case") for n in range(3)]
NARRATIVES = [head(f"na-{n}", "execution", "past", "narrative") for n in range(2)]
EVERYTHING = [*EXECUTION, *TECHNICAL, *CASES, *NARRATIVES]


@pytest.mark.parametrize(
    ("count", "formats", "asked_in"),
    [
        (2, ("2min",), ["2min", "2min"]),
        (3, ("2min", "5min"), ["2min", "5min", "2min"]),
        (1, ("2min", "5min"), ["2min", "5min"]),
        (4, ("5min", "2min", "deep"), ["5min", "2min", "deep", "5min"]),
    ],
)
def test_formats_take_turns(count: int, formats: tuple[str, ...], asked_in: list[str]) -> None:
    """In the order of the stage, and each at least once."""
    found = items(stage(count=count, formats=formats), pool=EXECUTION)
    assert asked_in == [item.format for item in found]
    assert {"execution"} == {item.stage for item in found}


def test_areas_take_turns() -> None:
    """In the order of the stage, whatever the seed."""
    both = stage(areas=("technical", "execution"), kinds=("past", "deep-dive"), count=3)
    for seed in SEEDS:
        found = names(both, pool=EVERYTHING, seed=seed)
        assert ["te", "ex", "te"] == [name[:2] for name in found]


@pytest.mark.parametrize(
    ("pool", "allowed"),
    [
        ([head("a", kind="hypothetical"), head("b"), head("c", "technical")], {"b"}),
        ([head("a", kind="hypothetical"), head("c", "technical")], {"a"}),
        ([head("c", "technical"), head("d", "stakeholder")], {"c"}),
        ([head("d", "stakeholder"), head("e", "case", "case")], {"d", "e"}),
        ([head("f", "execution", "past", "narrative")], set()),
    ],
)
def test_kinds_give_way_and_then_areas(pool: list[Head], allowed: set[str]) -> None:
    """Area and kind, else the area, else another area of the stage, else whatever fits."""
    one = stage(areas=("execution", "technical"), count=1)
    assert allowed == {name for seed in SEEDS for name in names(one, pool=pool, seed=seed)}


@pytest.mark.parametrize(
    ("fmt", "prefixes"),
    [("narrative", {"na"}), ("board", {"ca"}), ("5min", {"ex"}), ("pushback", set())],
)
def test_a_question_is_one_made_for_the_format(fmt: str, prefixes: set[str]) -> None:
    """A format of its own takes its own questions, the board takes cases."""
    one = stage(formats=(fmt,), count=1)
    found = {name[:2] for seed in SEEDS for name in names(one, pool=EVERYTHING, seed=seed)}
    assert prefixes == found


def test_a_stage_without_a_question_has_an_answer_less() -> None:
    """One question for three answers is asked once; the stages after it are as they were."""
    short = stage("short", count=3)
    last = stage("last", areas=("technical",), kinds=("deep-dive",), count=1)
    found = items(short, last, pool=[EXECUTION[0], TECHNICAL[0]])
    assert [("ex-0", "short"), ("te-0", "short")] == [(i.question, i.stage) for i in found]
    assert () == items(stage(), pool=[])


@pytest.mark.parametrize("fmt", OPENERS)
def test_formats_about_ones_own_work_ask_for_it(fmt: str) -> None:
    """They have a prompt of their own and need no bank."""
    one = stage(formats=(fmt,), count=1)
    for pool in ([], EVERYTHING):
        assert [Item(OPENERS[fmt], fmt, "execution")] == list(items(one, pool=pool))


def test_what_was_answered_least_comes_first() -> None:
    """As in a drill: new questions before old ones."""
    done = [asked(make_question(f"ex-{n}")) for n in range(6) if n != 4]
    history = history_of(
        make_attempt(f"2026112{n}-120000-00000001", question=q) for n, q in enumerate(done)
    )
    for seed in SEEDS:
        found = items(stage(), pool=EXECUTION, seed=seed, history=history)
        assert ["ex-4", "ex-0"] == [item.question for item in found]


LENGTHS = st.lists(
    st.sampled_from(["2min", "5min", "deep", "narrative", "board"]), min_size=1, max_size=3
).map(tuple)
STAGES = st.lists(
    st.builds(
        stage,
        areas=st.lists(st.sampled_from(AREAS), min_size=1, unique=True).map(tuple),
        kinds=st.lists(st.sampled_from(["past", "case"]), unique=True).map(tuple),
        count=st.integers(1, 4),
        formats=LENGTHS,
    ),
    max_size=4,
)


@given(STAGES, st.lists(st.sampled_from(EVERYTHING), unique=True), st.integers(0, 1000))
def test_no_question_twice_and_each_fits(
    stages: list[LoopStage], pool: list[Head], seed: int
) -> None:
    """Whatever the loop and the bank: new questions, made for their format, from the bank."""
    numbered = [replace(one, id=f"s{n}") for n, one in enumerate(stages)]
    found = items(*numbered, pool=pool, seed=seed)
    by_name = {one.id: one for one in pool}
    asked_for = [item.question for item in found]
    assert len(asked_for) == len(set(asked_for))
    assert all(fits(by_name[item.question], for_format=item.format) for item in found)
    assert [item.stage for item in found] == sorted(item.stage for item in found)
    assert len(found) <= sum(max(one.count, len(one.formats)) for one in stages)


@given(STAGES, st.integers(0, 1000))
def test_the_same_seed_draws_the_same_sitting(stages: list[LoopStage], seed: int) -> None:
    """Nothing else decides."""
    first = items(*stages, pool=EVERYTHING, seed=seed)
    assert first == items(*stages, pool=EVERYTHING, seed=seed)


def test_two_seeds_draw_different_sittings() -> None:
    """Of six questions that fit, each comes first for some seed."""
    first = {names(stage(), pool=EXECUTION, seed=seed)[0] for seed in range(60)}
    assert {one.id for one in EXECUTION} == first


def test_a_stage_by_its_id() -> None:
    """Of a loop, and none by any other name."""
    loop = Loop("guide", "Guide", "g", "guide", "2026", "", (stage("a"), stage("b", count=4)))
    assert loop.stages[1] is loop.stage("b")
    assert loop.stage("c") is None
