"""What stories cover together, what is missing, and which of them do too much."""

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.adapters.content import load_competencies, load_themes
from tpmprep.domain.knowledge import Competency
from tpmprep.domain.portfolio import Portfolio
from tpmprep.domain.program import Program
from tpmprep.domain.question import Area
from tpmprep.domain.story import Story, Theme, shows
from tpmprep.domain.story_matrix import Matrix, OneEmployer, Overuse, matrix_of

THEMES = {
    "cut": Theme("cut", "scope cut", "Something left out.", "q-cut", ("scope", "control")),
    "row": Theme("row", "conflict", "Two sides.", "q-row", ("talk",)),
}


def competency(name: str, area: Area) -> Competency:
    """One with nothing but a name."""
    return Competency(name, name.capitalize(), area, "", {})


COMPETENCIES = {
    c.id: c
    for c in (
        competency("talk", "stakeholder"),
        competency("scope", "execution"),
        competency("control", "execution"),
        competency("system", "technical"),
    )
}
ASKED = {"talk": 2, "scope": 1, "control": 4, "system": 3}


def story(
    name: str,
    theme: str = "cut",
    *,
    questions: tuple[str, ...] = (),
    competencies: tuple[str, ...] = (),
) -> Story:
    """A story out of a program of the same name."""
    title = name.capitalize()
    return Story(name, title, theme, name, questions=questions, competencies=competencies)


def matrix(
    *stories: Story,
    employers: Mapping[str, str] | None = None,
    asked: Mapping[str, int] = ASKED,
    told: Iterable[tuple[str, str, str]] = (),
) -> Matrix:
    """The matrix of these stories; `employers` by story, all different where not named."""
    where = employers or {s.id: f"at {s.id}" for s in stories}
    programs = {name: Program(name, name, employer) for name, employer in where.items()}
    portfolio = Portfolio(programs, {s.id: s for s in stories})
    return matrix_of(portfolio, THEMES, COMPETENCIES, asked, list(told))


def test_no_story_is_all_gaps() -> None:
    """Everything that is asked is missing, and nothing else is said."""
    empty = matrix()
    assert ((), ()) == (empty.stories, empty.smallest)
    assert ("cut", "row") == empty.kind_gaps
    assert ("control", "system", "talk", "scope") == empty.ability_gaps
    assert ((), None, (), False, ()) == (
        *(empty.overused, empty.one_employer, empty.no_employer, empty.over_cap, empty.spare),
    )


def test_stories_stand_in_their_order_with_theme_and_employer() -> None:
    """Nothing is sorted: the numbers of a page are the order of adding."""
    found = matrix(
        story("b", questions=("q-1",)),
        story("a", "row"),
        employers={"b": " North\n wind ", "a": ""},
    )
    assert [("b", "B", "cut", "North wind", ("q-1",)), ("a", "A", "row", "", ())] == [
        (line.id, line.title, line.theme, line.employer, line.questions) for line in found.stories
    ]
    assert ("a",) == found.no_employer


def test_kinds_are_the_themes_and_ones_own() -> None:
    """In the order of the content, then as the stories name them; without a theme, in none."""
    found = matrix(story("x", "own/money"), story("y"), story("z", ""), story("w", "own/money"))
    assert [
        ("cut", "scope cut", ("y",), False),
        ("row", "conflict", (), False),
        ("own/money", "money", ("x", "w"), True),
    ] == [(kind.id, kind.title, kind.stories, kind.is_own) for kind in found.kinds]
    assert ("row",) == found.kind_gaps


def test_a_story_answers_a_kind_whose_question_it_names() -> None:
    """A scope cut that is meant for the conflict question closes that gap."""
    found = matrix(story("x", questions=("q-row",)))
    assert {"cut": ("x",), "row": ("x",)} == {kind.id: kind.stories for kind in found.kinds}
    assert () == found.kind_gaps


def test_abilities_by_area_with_the_most_asked_first() -> None:
    """Only what is asked; a story shows what it names, else what its theme says."""
    asked = {**ASKED, "stranger": 9, "never": 0}
    rows = matrix(story("x"), story("y", competencies=("talk", "scope")), asked=asked).abilities
    assert [
        ("control", "Control", "execution", 4, ("x",)),
        ("scope", "Scope", "execution", 1, ("x", "y")),
        ("system", "System", "technical", 3, ()),
        ("talk", "Talk", "stakeholder", 2, ("y",)),
        ("stranger", "stranger", "", 9, ()),
    ] == [(row.id, row.name, row.area, row.questions, row.stories) for row in rows]


def test_gaps_with_the_most_questions_first() -> None:
    """Across the areas; where as many ask, in the order of the areas."""
    found = matrix(story("x", competencies=("control",)), asked={**ASKED, "scope": 2})
    assert ("system", "scope", "talk") == found.ability_gaps


@pytest.mark.parametrize(
    ("questions", "expected"),
    [
        (("a", "b"), ()),
        (("a", "b", "a"), ()),
        (("a", "b", "c"), (Overuse("x", ("a", "b", "c")),)),
    ],
)
def test_a_story_meant_for_more_than_two_questions(
    questions: tuple[str, ...], expected: tuple[Overuse, ...]
) -> None:
    """Two are fine, and the same one twice is one."""
    assert expected == matrix(story("x", questions=questions), story("y")).overused


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("m1:a:x m1:b:x", ()),
        ("m1:a:x m1:b:x m1:b:x", ()),
        ("m1:a:x m1:b:x m2:c:x", ()),
        ("m1:a:x m1:b:x m1:c:y", ()),
        ("m1:a:gone m1:b:gone m1:c:gone", ()),
        ("m1:a:x m1:b:y m1:b:x m1:c:x", (Overuse("x", ("a", "b", "c"), "m1"),)),
    ],
)
def test_a_story_told_for_more_than_two_questions_of_a_mock(
    told: str, expected: tuple[Overuse, ...]
) -> None:
    """Each mock for itself, each question once; a story that is gone is nobody's."""
    triples = [tuple(item.split(":")) for item in told.split()]
    found = matrix(story("x"), story("y"), told=[(m, q, s) for m, q, s in triples])
    assert expected == found.overused


@pytest.mark.parametrize(
    ("employers", "expected"),
    [
        ("A", None),
        ("A A", OneEmployer("A", 2, 2)),
        ("A B", None),
        ("A A B", None),
        ("A a A B", OneEmployer("A", 3, 4)),
        ("A A B B", None),
        ("A A A B B", None),
        ("A A A A B B", None),
        ("B A A A A", OneEmployer("A", 4, 5)),
        ("- - -", None),
        ("A - -", None),
        ("A A -", OneEmployer("A", 2, 2)),
        ("A A A B -", OneEmployer("A", 3, 4)),
        ("A A A - -", OneEmployer("A", 3, 3)),
    ],
)
def test_one_employer(employers: str, expected: OneEmployer | None) -> None:
    """All of two and more, or three quarters of four and more; unknown ones do not count."""
    names = [name.replace("-", "") for name in employers.split()]
    found = matrix(
        *(story(f"s{place}") for place in range(len(names))),
        employers={f"s{place}": name for place, name in enumerate(names)},
    )
    assert expected == found.one_employer
    assert names.count("") == len(found.no_employer)


def test_a_story_without_its_program_has_no_employer() -> None:
    """A program that was removed leaves its stories behind."""
    assert ("x",) == matrix(story("x"), employers={"other": "North"}).no_employer


def test_the_smallest_set_covers_what_is_asked() -> None:
    """What nobody asks for needs no story; equal ones go to the first."""
    found = matrix(
        story("a", competencies=("scope",)),
        story("b", competencies=("scope", "talk")),
        story("c", competencies=("never", "odd")),
        story("d", competencies=("control", "scope")),
        story("e", competencies=("control",)),
    )
    assert ("b", "d") == found.smallest
    assert ("system",) == found.ability_gaps


@pytest.mark.parametrize("number", [12, 13])
def test_more_than_twelve_can_do_without_some(number: int) -> None:
    """Neither those of the smallest set, nor the first of a kind that it does not answer."""
    rest = [story(f"s{place}", "own/more") for place in range(number - 4)]
    first = story("first", competencies=("control", "scope", "talk"))
    found = matrix(first, story("same"), story("row", "row"), story("row-2", "row"), *rest)
    assert ("first",) == found.smallest
    assert (number == 13) == found.over_cap
    assert (("same", "row-2", *(s.id for s in rest)) if number == 13 else ()) == found.spare


def test_the_only_story_of_ones_own_kind_can_go() -> None:
    """Nobody asks for it by name."""
    rest = [story(f"s{place}", f"own/k{place}") for place in range(12)]
    assert tuple(s.id for s in rest) == matrix(story("first"), *rest).spare


def test_unknown_competencies_are_remarked() -> None:
    """With the stories that name them, by name; they count for nothing."""
    names = ("zz", "aa", "talk", "mm", "bb", "yy", "cc")
    found = matrix(story("x", competencies=names), story("y", competencies=("zz",)))
    assert {name: ("x",) for name in names if name != "talk"} | {"zz": ("x", "y")} == found.unknown
    assert ["aa", "bb", "cc", "mm", "yy", "zz"] == list(found.unknown)
    assert ("x",) == found.smallest


NAMES = st.sampled_from([*COMPETENCIES, "odd"])
STORIES = st.lists(
    st.builds(
        story,
        st.sampled_from([f"s{n}" for n in range(20)]),
        st.sampled_from(["cut", "row", "own/x", ""]),
        questions=st.lists(st.sampled_from(["q-cut", "q-row", "q"]), max_size=4).map(tuple),
        competencies=st.lists(NAMES, max_size=3).map(tuple),
    ),
    max_size=20,
    unique_by=lambda s: s.id,
)


@given(STORIES, st.dictionaries(NAMES, st.integers(0, 5)))
def test_a_matrix_adds_up(stories: list[Story], asked: dict[str, int]) -> None:
    """The smallest set shows what all show; what is left over is a gap; spare is not needed."""
    found = matrix(*stories, asked=asked)
    held = {s.id: set(shows(s, THEMES)) for s in stories}
    wanted = {name for name, number in asked.items() if number}
    shown = set().union(*held.values()) & wanted
    assert shown == set().union(*(held[name] for name in found.smallest)) & wanted
    assert wanted - shown == set(found.ability_gaps)
    assert wanted == {row.id for row in found.abilities}
    assert len(found.smallest) <= min(len(stories), len(wanted))
    left = {name for name in held if name not in found.spare}
    assert shown == set().union(*(held[name] for name in left)) & wanted
    without = [s for s in stories if s.id in left]
    assert found.kind_gaps == matrix(*without, asked=asked).kind_gaps


def test_the_shipped_themes_show_shipped_competencies() -> None:
    """One story of each theme leaves no kind open and names nothing unknown."""
    themes, competencies = load_themes(), load_competencies()
    stories = {name: Story(name, name, name) for name in themes}
    asked = dict.fromkeys(competencies, 1)
    found = matrix_of(Portfolio({}, stories), themes, competencies, asked, [])
    assert ((), {}) == (found.kind_gaps, found.unknown)
    assert tuple(themes) == found.smallest
