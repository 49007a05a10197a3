"""What the interviews ask, and how that weighs on what is practised."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduling import DAY, EQUAL, LENGTH, PLENTY, answer, items, name_of, told
from tpmprep.adapters.content import load_loops
from tpmprep.domain.areas import Area
from tpmprep.domain.loops import LoopStage
from tpmprep.domain.memory import AGAIN, EASY, GOOD, HARD, Memory, chances_of
from tpmprep.domain.planstate import Interview
from tpmprep.domain.question import AREAS
from tpmprep.domain.schedule import BEHIND, Schedule, Target, fair_shares
from tpmprep.domain.targets import LEAST_SHARE, USUAL_LOOP, shares_of, targets_of

ON = date(2026, 12, 1)
LOOPS = load_loops()
GUIDE = {"execution": 0.3, "technical": 0.2, "stakeholder": 0.3, "case": 0.2}
LEAST = LEAST_SHARE / (1 + LEAST_SHARE)
"""What is left of the least share when one area is lifted to it."""


def stage(*areas: str) -> LoopStage:
    """An interview about those areas."""
    return LoopStage("s", "A stage", 45, (), areas, (), 1, (), (), "test", "C", "2026")


def of_targets(names: str, targets: Sequence[Target], **costs: int) -> Schedule:
    """A schedule of questions whose first letter is their area, 6 minutes each or as said."""
    return Schedule(items(names, **costs), targets, lambda _: LENGTH)


def schedule(names: str, on: int = 30, **costs: int) -> Schedule:
    """The same for one interview that asks both areas alike."""
    return of_targets(names, [Target(DAY + on, EQUAL)], **costs)


def chosen(made: Schedule, day: int = 10, **more: Any) -> str:
    """The question that is next."""
    return name_of(made.choose(DAY + day, PLENTY, **more))


def shares_at(loop: str, stage_id: str = "") -> dict[str, float]:
    """What counts on the day of that interview."""
    (target,) = targets_of([Interview(ON, loop, stage_id)], LOOPS)
    return dict(target.shares)


@pytest.mark.parametrize("loop", ["guide", "", "no such loop"])
def test_an_unknown_loop_is_the_usual_loop(loop: str) -> None:
    """The guide's five interviews, each alike, shared by what they ask."""
    assert pytest.approx(GUIDE) == shares_at(loop) == shares_at(loop, "no such stage")


def test_an_unknown_stage_is_the_whole_loop() -> None:
    """Of that loop, not of the guide's; a stage of an unknown loop is the guide's of that name."""
    whole = pytest.approx(shares_of(LOOPS["amazon"].stages))
    assert whole == shares_at("amazon")
    assert whole == shares_at("amazon", "no such stage")
    assert pytest.approx(GUIDE) != shares_at("amazon")
    assert shares_at(USUAL_LOOP, "technical") == shares_at("no such loop", "technical")


@pytest.mark.parametrize("area", AREAS)
def test_a_stage_alone_counts_alone(area: str) -> None:
    """The other areas keep the least there is."""
    found = shares_at("guide", area)
    others = [found[other] for other in AREAS if other != area]
    least = LEAST_SHARE / (1 + 3 * LEAST_SHARE)
    assert pytest.approx([least] * 3) == others
    assert pytest.approx(1 - 3 * least) == found[area]


def test_a_stage_is_shared_by_the_areas_it_asks() -> None:
    """The screen of the guide asks two."""
    least = LEAST_SHARE / (1 + 2 * LEAST_SHARE)
    expected = dict(zip(AREAS, (0.5 - least, least, 0.5 - least, least), strict=True))
    assert pytest.approx(expected) == shares_at("guide", "screen")


@pytest.mark.parametrize(
    ("stages", "expected"),
    [
        ([["execution"], ["technical"], ["stakeholder"], ["case"]], [0.25] * 4),
        ([["execution", "technical", "stakeholder", "case"]], [0.25] * 4),
        ([["execution", "technical"], ["stakeholder"], ["case"]], [1 / 6, 1 / 6, 1 / 3, 1 / 3]),
        (
            [["execution"], ["technical"], ["stakeholder"]],
            [(1 - LEAST) / 3, (1 - LEAST) / 3, (1 - LEAST) / 3, LEAST],
        ),
        (
            [["case"]] * 40 + [["execution", "technical", "stakeholder"]] * 12,
            [1 / 13] * 3 + [10 / 13],
        ),
    ],
)
def test_every_stage_counts_alike(stages: list[list[str]], expected: list[float]) -> None:
    """Since each can fail the loop; in the order of the areas."""
    found = shares_of([stage(*areas) for areas in stages])
    assert pytest.approx(expected) == [found[area] for area in AREAS]


@given(st.lists(st.sets(st.sampled_from(AREAS), min_size=1), min_size=1, max_size=9))
def test_shares_are_shares(stages: list[set[str]]) -> None:
    """They sum to 1, none is under the least, and what is asked more counts no less."""
    found = shares_of([stage(*sorted(areas)) for areas in stages])
    raw = {area: sum((area in one) / len(one) for one in stages) for area in AREAS}
    assert pytest.approx(1) == sum(found.values())
    assert list(AREAS) == list(found)
    assert min(found.values()) >= LEAST_SHARE / (1 + 3 * LEAST_SHARE) - 1e-9
    ordered = sorted(AREAS, key=raw.__getitem__)
    known = [found[area] for area in ordered]
    assert known == pytest.approx(sorted(known))


@pytest.mark.parametrize("name", sorted(LOOPS))
def test_every_loop_and_stage_of_the_content_has_shares(name: str) -> None:
    """So that no interview is without a target."""
    for stage_id in ("", *(one.id for one in LOOPS[name].stages)):
        found = shares_at(name, stage_id)
        assert pytest.approx(1) == sum(found.values())
        assert min(found.values()) > 0.04


def test_each_interview_is_a_target_on_its_day() -> None:
    """In the order given."""
    found = targets_of([Interview(ON, "guide", "screen"), Interview(date.max)], LOOPS)
    assert found == [
        Target(ON.toordinal(), shares_at("guide", "screen")),
        Target(date.max.toordinal(), shares_at("")),
    ]


@pytest.mark.parametrize("names", ["a1 b1", "b1 a1"])
@pytest.mark.parametrize(
    ("shares", "costs", "boosts", "expected"),
    [
        ({"a": 0.6, "b": 0.4}, {}, {}, "a1"),
        ({"a": 0.4, "b": 0.6}, {}, {}, "b1"),
        ({"a": 0.6, "b": 0.4}, {}, {"b": 1.6}, "b1"),
        ({"a": 0.6, "b": 0.4}, {}, {"b": 1.4}, "a1"),
        ({"a": 0.6, "b": 0.4}, {}, {"a": 0.6}, "b1"),
        ({"a": 0.6, "b": 0.4}, {"a1": 8}, {}, "a1"),
        ({"a": 0.6, "b": 0.4}, {"a1": 10}, {}, "b1"),
    ],
)
def test_the_gain_by_weight_and_minute_decides(
    names: str,
    shares: Mapping[str, float],
    costs: Mapping[str, int],
    boosts: Mapping[str, float],
    expected: str,
) -> None:
    """Whatever the order of the questions."""
    made = of_targets(names, [Target(DAY + 30, shares)], **costs)
    assert expected == chosen(made, boosts=boosts)


def gain_of(ratings: Sequence[int], shares: Sequence[float], cost: int) -> float:
    """What one more answer on day 6 adds, by hand, for interviews on days 9 and 40."""
    memory = Memory()
    for day, rating in enumerate(ratings):
        memory.review("q", LENGTH, DAY + day, rating)
    days = [DAY + 9, DAY + 40]
    chances = chances_of(memory.recall("q", LENGTH, DAY + 6))
    after = memory.recall_after("q", LENGTH, DAY + 6, chances, days)
    now = [memory.recall("q", LENGTH, day) for day in days]
    return sum(w * (a - n) for w, a, n in zip(shares, after, now, strict=True)) / cost


@pytest.mark.parametrize("costs", [(6, 6), (6, 7), (7, 6)])
@pytest.mark.parametrize("ratings", [*combinations(product((HARD, GOOD, EASY), repeat=2), 2)])
def test_the_gain_of_known_ones(
    ratings: tuple[tuple[int, int], ...], costs: tuple[int, int]
) -> None:
    """What is expected after one more answer less what is there, summed over the interviews."""
    targets = [Target(DAY + day, {"a": a, "b": 1 - a}) for day, a in ((9, 0.55), (40, 0.35))]
    made = of_targets("a1 b1", targets, a1=costs[0], b1=costs[1])
    for day in (0, 1):
        told(made, answer("a1", day, ratings[0][day]), answer("b1", day, ratings[1][day]))
    choice = made.choose(DAY + 6, PLENTY)
    assert choice is not None
    of_a = gain_of(ratings[0], (0.55, 0.35), costs[0])
    of_b = gain_of(ratings[1], (0.45, 0.65), costs[1])
    expected = "a1" if of_a >= of_b else "b1"
    assert choice.guard == BEHIND or expected == choice.item.question


@pytest.mark.parametrize("names", ["a1 b1", "b1 a1"])
@pytest.mark.parametrize("low", ["a", "b"])
def test_low_scores_raise_an_area(names: str, low: str) -> None:
    """With the same ratings and days, the one with lower levels gains more."""
    made = schedule(names)
    scores = {area: 1.5 if area == low else 3.5 for area in "ab"}
    told(made, *(answer(name, score=scores[name[0]]) for name in names.split()))
    assert f"{low}1" == chosen(made)


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ([], 1.125),
        ([2.5], 1 + 0.5 * (2.5 - 9.25 / 4)),
        ([None, 4.0, 4.0, 4.0], 1 + 0.5 * (2.5 - 18.75 / 6)),
        ([1.0] * 97, 1 + 0.5 * (2.5 - 103.75 / 100)),
    ],
)
def test_need_is_by_the_mean_level(scores: list[float | None], expected: float) -> None:
    """Shrunken towards 2.25 with the weight of three answers; one without a score says nothing."""
    area = Area(fair=1.0)
    for score in scores:
        area.take(answer("a1", score=score))
    assert pytest.approx(expected) == area.need


@pytest.mark.parametrize("names", ["a1 b1", "b1 a1"])
def test_of_two_interviews_the_nearer_weighs_more(names: str) -> None:
    """Then the one after it; when all are over, the last as if it were tomorrow."""
    near = Target(DAY + 10, {"a": 0.7, "b": 0.3})
    far = Target(DAY + 60, {"a": 0.3, "b": 0.7})
    for targets in ([near, far], [far, near]):
        made = of_targets(names, targets)
        assert ["a1", "a1", "b1", "b1", "b1", "b1"] == [
            chosen(made, day) for day in (5, 9, 10, 59, 60, 900)
        ]


@pytest.mark.parametrize(
    ("shares", "expected"),
    [
        ([{"a": 0.25, "b": 0.25, "c": 0.25, "d": 0.25}], [1, 1, 1, 1]),
        ([{"a": 0.6, "b": 0.2, "c": 0.15, "d": 0.05}], [1, 1, 1, 0.4]),
        ([{"a": 0.625, "b": 0.125, "c": 0.125, "d": 0.125}], [1, 1, 1, 1]),
        ([{"a": 0.9, "b": 0.1}, {"a": 0.1, "b": 0.9}], [1, 1]),
        ([{"a": 0.9, "b": 0.1}, {"a": 0.8, "b": 0.2}], [1, 0.8]),
    ],
)
def test_fair_shares(shares: Sequence[Mapping[str, float]], expected: list[float]) -> None:
    """1, or less for an area with under half of an equal share in every interview."""
    found = fair_shares([Target(DAY + n, one) for n, one in enumerate(shares)])
    assert pytest.approx(dict(zip("abcd", expected, strict=False))) == found


def test_only_known_ones_are_kept_warm() -> None:
    """The one that is most likely to be lost; not the area before, if another has one."""
    made = schedule("a1 a2 b1 b2", a1=9)
    assert made.choose_known(DAY, PLENTY) is None
    told(made, answer("a1", rating=AGAIN), answer("b2", rating=HARD), answer("b1", rating=EASY))

    def known(minutes: int = PLENTY, **more: Any) -> str:
        return name_of(made.choose_known(DAY + 3, minutes, **more))

    assert "a1" == known()
    assert "b2" == known(last_area="a")
    assert "a1" == known(last_area="b")
    assert "b1" == known(last_area="a", taken={"b2"})
    assert "a1" == known(last_area="a", taken={"b1", "b2"})
    assert "b2" == known(8)
    assert "" == known(5)


def test_kept_warm_is_for_the_interview_not_for_today() -> None:
    """What holds today may be the first to fade."""
    made = schedule("a1 b1", on=1000)
    told(made, answer("a1", 0, EASY), answer("b1", 29, AGAIN))
    assert "b1" == name_of(made.choose_known(DAY + 29, PLENTY))
    assert made.recall("b1", DAY + 29) < made.recall("a1", DAY + 29)
