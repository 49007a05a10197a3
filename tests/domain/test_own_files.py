"""What files of one's own may hold: every rule, and its words."""

from dataclasses import asdict, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portfolios import whole_program, whole_story
from tpmprep.adapters.content import load_themes
from tpmprep.domain.notes import Close, Level, Notes
from tpmprep.domain.own_files import (
    THEMES,
    check_notes,
    check_program,
    check_story,
    unknown_program,
)
from tpmprep.domain.program import Program, Scale, gaps, texts_of
from tpmprep.domain.story import Story

WHOLE_PROGRAM, WHOLE_STORY = whole_program(), whole_story()
OFFERED = (
    "choose from ambiguous, scope-cut, conflict, technical-risk, failure, or own/NAME for one "
    "of yours"
)
BAD_ID = "may hold small letters, digits, '.', '_' and '-', at most 64, no '-' in front"
HIDDEN = "holds a control or hidden character"
ANY = st.text(st.characters(exclude_categories=()), max_size=60)


def told(value: Any) -> list[tuple[str, str]]:
    """What is wrong with a value, by the key in words."""
    check: Any = {Program: check_program, Story: check_story, Notes: check_notes}[type(value)]
    return [(".".join(map(str, finding.path)), finding.message) for finding in check(value)]


def test_sound_ones_pass() -> None:
    """Also nearly empty ones: what is empty was not written yet."""
    assert [] == told(WHOLE_PROGRAM) == told(WHOLE_STORY) == told(Notes())
    assert [] == told(Program("a", "A")) == told(Story("a", "A", "failure"))


def test_the_themes_are_those_that_ship() -> None:
    """The domain knows their names without reading a file."""
    assert THEMES == tuple(load_themes())


@pytest.mark.parametrize(
    "theme", [*THEMES, "own/x", "own/late-payslips", "own/" + "a" * 40, "own/7"]
)
def test_themes_that_there_are(theme: str) -> None:
    """The five, and one's own."""
    assert [] == told(replace(WHOLE_STORY, theme=theme))


@pytest.mark.parametrize(
    ("theme", "words"),
    [
        ("conflit", "'conflit' is not allowed (did you mean 'conflict'?); "),
        ("Scope-cut", "'Scope-cut' is not allowed (did you mean 'scope-cut'?); "),
        ("technical risk", "'technical risk' is not allowed (did you mean 'technical-risk'?); "),
        ("own/", "'own/' is not allowed; "),
        ("own/Late", "'own/Late' is not allowed; "),
        ("own/a b", "'own/a b' is not allowed; "),
        ("own/-a", "'own/-a' is not allowed; "),
        ("own/../a", "'own/../a' is not allowed; "),
        ("own/a\n", "'own/a\n' is not allowed; "),
        ("own/" + "a" * 41, f"'own/{'a' * 36}' is not allowed; "),
        ("", "'' is not allowed; "),
        ("x" * 3_000, f"'{'x' * 40}' is not allowed; "),
    ],
)
def test_themes_that_there_are_not(theme: str, words: str) -> None:
    """The nearest one is guessed, all are named, and a long one is cut."""
    assert [("theme", words + OFFERED)] == told(replace(WHOLE_STORY, theme=theme))


@pytest.mark.parametrize(
    "name", ["", "-a", "../a", "a/b", "A", "a b", "a" * 65, "/etc/passwd", "ä"]
)
def test_ids_that_cannot_be(name: str) -> None:
    """No path can be made of an id."""
    for whole in (WHOLE_PROGRAM, WHOLE_STORY):
        assert [("id", BAD_ID)] == told(replace(whole, id=name))


@pytest.mark.parametrize("title", ["", " ", "\n\t"])
def test_a_name_is_needed(title: str) -> None:
    """A program has a name, a story a title."""
    assert [("name", "is empty")] == told(replace(WHOLE_PROGRAM, name=title))
    assert [("title", "is empty")] == told(replace(WHOLE_STORY, title=title))


def changed(value: Any, path: tuple[str | int, ...], text: str) -> Any:
    """`value` with another text at a place inside it."""
    name, *rest = path
    assert isinstance(name, str)
    item = getattr(value, name)
    if isinstance(item, str):
        return replace(value, **{name: text})
    if isinstance(item, tuple):
        return replace(
            value, **{name: tuple(text if n == rest[0] else t for n, t in enumerate(item))}
        )
    return replace(value, **{name: changed(item, tuple(rest), text)})


FILLED: list[Any] = [
    whole_program(role="a", launched="b", stakeholders="c", cut="d", artifacts=["e", "f"]),
    Story("a", "A", "failure", numbers=("1", "2"), questions=("q",), competencies=("c",)),
    Notes("r", ("a",), "b", ("c",), ("1",), ("d",), Level(*"abc"), Close(*"abcd"), ("a", "b")),
]
PLACES = [(value, path) for value in FILLED for path, _ in texts_of(value)]


@pytest.mark.parametrize(
    ("value", "path"),
    PLACES,
    ids=lambda v: ".".join(map(str, v)) if isinstance(v, tuple) else type(v).__name__,
)
def test_no_text_is_without_end_or_hides(value: Any, path: tuple[str | int, ...]) -> None:
    """At every place, also inside lists and mappings."""
    key = ".".join(map(str, path))
    most = 500 if isinstance(path[-1], int) else 3_000
    for size, is_told in ((most, False), (most + 1, True)):
        found = told(changed(value, path, "a" * size))
        assert is_told == ((key, f"has {size:,} characters; at most {most:,}") in found)
    assert (key, HIDDEN) in told(changed(value, path, "a\x1b[2Jb"))


def test_every_field_is_looked_at() -> None:
    """Those of the test above are all that there are."""
    assert {f"{type(v).__name__}.{name}" for v in FILLED for name in asdict(v)} == {
        f"{type(v).__name__}.{path[0]}" for v, path in PLACES
    }


@pytest.mark.parametrize(
    "sign",
    [
        "\x00",
        "\x1b",
        "\x7f",
        "\x9b",
        "\u202e",
        "\u200b",
        "\u2028",
        "\ufeff",
        "\xad",
        "\ud800",
        "\r",
    ],
)
def test_signs_that_hide(sign: str) -> None:
    """Escapes, directions, signs without width, halves of signs."""
    assert [("situation", HIDDEN)] == told(replace(WHOLE_STORY, situation=f"a{sign}b"))


@pytest.mark.parametrize(
    "text", ["a\nb", "a\tb", "a\r\nb", "می\u200cخواهم", "👩\u200d💻", "é — “x”"]
)
def test_signs_that_do_not(text: str) -> None:
    """Line ends, tabs, and the joiners that scripts and signs are written with."""
    assert [] == told(replace(WHOLE_STORY, situation=text))


def test_no_list_is_without_end() -> None:
    """Forty items are enough for anything; each list of each kind."""
    places: list[tuple[Any, str]] = [
        *((WHOLE_PROGRAM, name) for name in ("decisions", "metrics", "artifacts")),
        *((WHOLE_STORY, name) for name in ("numbers", "questions", "competencies")),
        *((Notes(), name) for name in ("examples", "risks", "numbers", "artifacts", "ask")),
    ]
    for whole, name in places:
        assert [] == told(replace(whole, **{name: ("a",) * 40}))
        message = "has 1,041 items; at most 40"
        assert [(name, message)] == told(replace(whole, **{name: ("a",) * 1_041}))


@pytest.mark.parametrize(
    ("program", "words"),
    [
        ("", None),
        ("sign-in", None),
        ("sign-on", "there is no program 'sign-on' (did you mean 'sign-in'?)"),
        ("payroll", "there is no program 'payroll'"),
        ("x" * 500, f"there is no program '{'x' * 40}'"),
    ],
)
def test_a_story_names_a_program_of_the_inventory(program: str, words: str | None) -> None:
    """Or none."""
    found = unknown_program(replace(WHOLE_STORY, program=program), {"sign-in": WHOLE_PROGRAM})
    assert words == (found.message if found else None)
    assert found is None or ("program",) == found.path


@given(ANY, ANY, ANY, st.lists(ANY, max_size=3))
def test_any_text_is_judged(one: str, two: str, three: str, many: list[str]) -> None:
    """Nothing raises, and every finding leads to a place that exists."""
    texts = tuple(many)
    values: list[Any] = [
        Program(one, two, three, decisions=texts, scale=Scale(one, two)),
        Story(one, two, three, situation=two, numbers=texts),
        Notes(one, texts, level=Level(two), close=Close(three), ask=texts),
    ]
    for value in values:
        for path, _ in told(value):
            place = value
            for step in path.split("."):
                place = place[int(step)] if step.isdigit() else getattr(place, step)


def test_gaps_are_the_eight_of_the_inventory() -> None:
    """In their order; blanks and lists of blanks are as good as nothing."""
    assert [] == gaps(WHOLE_PROGRAM)
    empty = ["scope", "teams", "timeline", "budget", "technical_risk", "decisions", "metrics"]
    assert [*empty, "outcome"] == gaps(
        Program("a", "A", employer="B", scope=" ", decisions=("", " "))
    )
    assert ["metrics"] == gaps(replace(WHOLE_PROGRAM, metrics=("",)))
