"""Which questions a plan takes on, and in which order."""

from collections import Counter
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.domain.question import AREAS, Head
from tpmprep.domain.workload import FEWEST, VISITS_MIN, how_many, in_order, lengths_of

FAIR = dict.fromkeys(AREAS, 1.0)
SHORT = {"x": "execution", "t": "technical", "s": "stakeholder", "c": "case"}


def head(name: str, *tracks: str) -> Head:
    """A question; the letter after the last dash of its id says its area."""
    return Head(name, SHORT[name.rsplit("-", 1)[-1][0]], "senior", "past", tracks)


def ordered(
    names: Sequence[Head],
    practised: Mapping[str, int] | None = None,
    fair: Mapping[str, float] = FAIR,
    track: str = "",
) -> list[str]:
    """The ids in their order."""
    return [one.id for one in in_order(names, practised or {}, fair, track)]


def test_the_guide_then_the_known_then_the_general_then_other_tracks() -> None:
    """One's own track counts like what every role is asked."""
    heads = [
        head("other-x", "data"),
        head("own-track-x", "data", "mobile"),
        head("general-x"),
        head("known-x", "data"),
        head("gq-x", "data"),
        head("own-q-x"),
    ]
    expected = ["gq-x", "known-x", "own-track-x", "general-x", "own-q-x", "other-x"]
    assert expected == ordered(heads, {"known-x": 1}, track="mobile")


def test_without_a_track_all_of_them_are_other_ones() -> None:
    """What every role is asked comes first."""
    assert ["b-x", "a-x"] == ordered([head("a-x", "data"), head("b-x")])
    assert ["a-x", "b-x"] == ordered([head("a-x", "data"), head("b-x")], track="data")


def test_to_have_practised_no_time_is_not_to_know() -> None:
    """A count of none is none."""
    assert ["a-x", "b-x"] == ordered([head("a-x"), head("b-x")], {"b-x": 0})
    assert ["b-x", "a-x"] == ordered([head("a-x"), head("b-x")], {"b-x": 1})


def test_a_question_of_the_guide_is_told_by_the_beginning_of_its_id() -> None:
    """Not by what stands in it."""
    assert ["gq-x", "my-gq-x"] == ordered([head("my-gq-x"), head("gq-x")])


def test_areas_take_turns() -> None:
    """Within them the order of the bank; ties between them too."""
    heads = [head(name) for name in ("x1", "x2", "x3", "t1", "c1", "s1", "t2")]
    assert ["x1", "t1", "c1", "s1", "x2", "t2", "x3"] == ordered(heads)


def test_the_turns_go_on_from_tier_to_tier() -> None:
    """An area of which the guide has much comes later in the rest."""
    heads = [head(name) for name in ("gq-x1", "gq-x2", "gq-t1", "x3", "x4", "t2", "t3", "s1")]
    assert ["gq-x1", "gq-t1", "gq-x2", "s1", "t2", "x3", "t3", "x4"] == ordered(heads)


@pytest.mark.parametrize(
    ("fair", "expected"),
    [
        (1.0, ["x1", "c1", "x2", "c2", "x3", "c3", "x4", "c4"]),
        (0.5, ["x1", "c1", "x2", "c2", "x3", "x4", "c3", "c4"]),
        (0.3, ["x1", "c1", "x2", "x3", "x4", "c2", "c3", "c4"]),
    ],
)
def test_an_area_that_is_hardly_asked_has_fewer(fair: float, expected: list[str]) -> None:
    """Its turns come as much more seldom; ties as in the bank, and nothing is lost."""
    heads = [head(f"{area}{number}") for number in range(1, 5) for area in "xc"]
    assert expected == ordered(heads, fair={**FAIR, "case": fair})


def test_an_area_without_a_share_counts_whole() -> None:
    """None is left out for a lack of weights."""
    heads = [head(name) for name in ("x1", "x2", "t1", "t2")]
    assert ["x1", "t1", "x2", "t2"] == ordered(heads, fair={})


@pytest.mark.parametrize(
    ("minutes", "expected"), [(-5, 4), (0, 4), (24, 4), (119, 4), (120, 5), (143, 5), (1350, 56)]
)
def test_how_many_fit(minutes: int, expected: int) -> None:
    """Two short answers and a longer one each, and never fewer than one for each area."""
    assert expected == how_many(minutes)
    assert (24, len(AREAS)) == (VISITS_MIN, FEWEST)


@pytest.mark.parametrize(
    ("formats", "expected"),
    [
        ((), ("2min", "5min", "deep")),
        (("deep", "2min"), ("2min", "deep")),
        (("update",), ()),
        (("5min", "retro"), ("5min",)),
    ],
)
def test_the_lengths_of_a_question(formats: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """Those it is made for, shortest first; all of them where nothing is said."""
    assert expected == lengths_of(Head("q-x", "execution", "senior", "past", (), formats))


TIERS = st.sampled_from(("gq", "known", "general", "other"))


@given(
    st.lists(st.tuples(TIERS, st.sampled_from("xtsc")), max_size=40),
    st.dictionaries(st.sampled_from(AREAS), st.sampled_from((0.2, 0.5, 1.0))),
)
def test_every_question_has_one_place(drawn: list[tuple[str, str]], fair: dict[str, float]) -> None:
    """Tier by tier, and within a tier and an area in the order of the bank."""
    heads = [
        head(f"{tier}-{number:02}-{area}", *(("data",) if tier == "other" else ()))
        for number, (tier, area) in enumerate(drawn)
    ]
    known = {one.id: 2 for one in heads if one.id.startswith("known")}
    found = in_order(heads, known, fair)
    assert Counter(found) == Counter(heads)
    tiers = [("gq", "known", "general", "other").index(one.id.split("-")[0]) for one in found]
    assert tiers == sorted(tiers)
    for tier in set(tiers):
        for area in AREAS:
            of_both = [o for o, t in zip(found, tiers, strict=True) if (t, o.area) == (tier, area)]
            assert of_both == sorted(of_both, key=heads.index)


@given(st.permutations([f"{area}{number}" for area in "xtsc" for number in range(3)]))
def test_any_few_are_spread_over_the_areas(names: list[str]) -> None:
    """However many there is room for, no area has two more than another."""
    found = in_order([head(name) for name in names], {}, FAIR)
    for size in range(1, len(found) + 1):
        counts = Counter(one.area for one in found[:size])
        assert max(counts.values()) - min(counts.get(area, 0) for area in AREAS) <= 1
