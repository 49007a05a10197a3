"""Rules of a good entry: each broken alone gives exactly its own finding."""

from typing import Any

import pytest

from fakes import make_dimension, make_question
from tpmprep.domain.lint import Finding, Known, check_question, check_rubric
from tpmprep.domain.question import FollowUp, Outline, OutlineStep, Signal
from tpmprep.domain.rubric import Rubric

KNOWN = Known({"ex.control", "dl.concision"})
QUESTION = make_question()
OWNER, ROLLBACK = QUESTION.strong_signals
REDIRECT, CONSTRAINT, *PROBES = QUESTION.follow_ups
PLAIN = FollowUp("probe", "Why?")
WHOLE = (OutlineStep(120, "x"),)
NO_KEYWORDS = "needs a group with words in it"

BROKEN: dict[str, tuple[dict[str, Any], tuple[str | int, ...], str]] = {
    "id": ({"id": ""}, ("id",), "is empty"),
    "prompt": ({"prompt": " \n"}, ("prompt",), "is empty"),
    "tests": ({"tests": "\t"}, ("tests",), "is empty"),
    "red flags": ({"red_flags": ()}, ("red_flags",), "needs at least one"),
    "no rubric": ({"rubric": ()}, ("rubric",), "needs at least one dimension"),
    "unknown dimension": (
        {"rubric": ("ex.control", "ex.nope")},
        ("rubric", 1),
        "there is no dimension 'ex.nope'",
    ),
    "too short": (
        {"outline": Outline((OutlineStep(30, "x"), OutlineStep(89, "y")), ("x",), ("x",))},
        ("outline", "2min"),
        "the seconds add up to 119, not 120",
    ),
    "too long": (
        {"outline": Outline((OutlineStep(121, "x"),), ("x",), ("x",))},
        ("outline", "2min"),
        "the seconds add up to 121, not 120",
    ),
    "no two minutes": (
        {"outline": Outline((), ("x",), ("x",))},
        ("outline", "2min"),
        "the seconds add up to 0, not 120",
    ),
    "no five minutes": (
        {"outline": Outline(WHOLE, (), ("x",))},
        ("outline", "5min"),
        "is empty",
    ),
    "no deep dive": ({"outline": Outline(WHOLE, ("x",), ())}, ("outline", "deep"), "is empty"),
    "no redirect": (
        {"follow_ups": (CONSTRAINT, *PROBES)},
        ("follow_ups",),
        "has no redirect",
    ),
    "no constraint": (
        {"follow_ups": (REDIRECT, *PROBES)},
        ("follow_ups",),
        "has no constraint",
    ),
    "three follow-ups": (
        {"follow_ups": (REDIRECT, CONSTRAINT, PLAIN)},
        ("follow_ups",),
        "needs at least 4, a deep dive asks that many",
    ),
    "signal twice": (
        {"strong_signals": (OWNER, ROLLBACK, OWNER)},
        ("strong_signals", 2, "id"),
        "'owner' appears twice",
    ),
    "no keywords": (
        {"strong_signals": (OWNER, Signal("rollback", "x", ()))},
        ("strong_signals", 1, "keywords"),
        NO_KEYWORDS,
    ),
    "empty group": (
        {"strong_signals": (Signal("owner", "x", (("owner",), ())), ROLLBACK)},
        ("strong_signals", 0, "keywords"),
        NO_KEYWORDS,
    ),
    "group of blanks": (
        {"strong_signals": (Signal("owner", "x", ((" ", ""),)), ROLLBACK)},
        ("strong_signals", 0, "keywords"),
        NO_KEYWORDS,
    ),
    "no signals": (
        {"strong_signals": (), "follow_ups": (REDIRECT, CONSTRAINT, PLAIN, PLAIN)},
        ("strong_signals",),
        "needs at least one",
    ),
    "unless of nothing": (
        {"follow_ups": (REDIRECT, CONSTRAINT, PLAIN, FollowUp("probe", "x", unless="nope"))},
        ("follow_ups", 3, "unless"),
        "there is no signal 'nope'",
    ),
    "expects nothing": (
        {"follow_ups": (REDIRECT, CONSTRAINT, FollowUp("probe", "x", None, ("nope",)), PLAIN)},
        ("follow_ups", 2, "expects"),
        "there is no signal 'nope'",
    ),
    "bar missing": (
        {"bar": {"senior": "x"}},
        ("bar",),
        "has no text for staff, principal",
    ),
    "bar below": (
        {"bar": {"tpm2": "w", "senior": "x", "staff": "y", "principal": "z"}},
        ("bar", "tpm2"),
        "is below the question's own level, senior",
    ),
}


@pytest.mark.parametrize(("changes", "path", "message"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_rule_is_the_only_finding(
    changes: dict[str, Any], path: tuple[str | int, ...], message: str
) -> None:
    """A question that breaks one rule is told its place and its reason, and nothing else."""
    assert [Finding(path, message)] == check_question(make_question(**changes), KNOWN)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"follow_ups": (REDIRECT, CONSTRAINT, PLAIN, PLAIN)},
        {"outline": Outline(WHOLE, ("x",), ("x",))},
        {"level": "principal", "bar": {"principal": "x"}},
        {"level": "tpm2", "bar": dict.fromkeys(("tpm2", "senior", "staff", "principal"), "x")},
        {"tracks": ("data", "mobile")},
    ],
    ids=["as it is", "four follow-ups", "one step", "highest level", "lowest level", "tracks"],
)
def test_a_good_question_has_no_finding(changes: dict[str, Any]) -> None:
    """What keeps every rule, by a hair or with room, passes."""
    assert [] == check_question(make_question(**changes), KNOWN)


def test_every_broken_rule_is_told_at_once() -> None:
    """One does not have to fix a rule to hear of the next."""
    found = check_question(make_question(prompt="", tests="", rubric=("a", "b")), KNOWN)
    assert [("prompt",), ("tests",), ("rubric", 0), ("rubric", 1)] == [f.path for f in found]


def _levels(keys: str) -> dict[str, str]:
    return dict.fromkeys(keys, "x")


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        (
            {"dimension_id": "te.control"},
            [Finding(("dimensions", 1, "id"), "must begin with 'ex.'")],
        ),
        (
            {"dimension_id": "excontrol"},
            [Finding(("dimensions", 1, "id"), "must begin with 'ex.'")],
        ),
        (
            {"levels": _levels("123")},
            [Finding(("dimensions", 1, "levels"), "has no level 4")],
        ),
        (
            {"levels": _levels("2")},
            [Finding(("dimensions", 1, "levels"), "has no level 1, 3, 4")],
        ),
    ],
)
def test_rules_of_a_rubric(changes: dict[str, Any], expected: list[Finding]) -> None:
    """Ids begin with the rubric's and all four levels are described; the place is named."""
    values = {"dimension_id": "ex.risk", **changes}
    second = make_dimension(**values)
    rubric = Rubric("ex", "Execution", (make_dimension(), second))
    assert expected == check_rubric(rubric)
