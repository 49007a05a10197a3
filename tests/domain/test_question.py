"""Questions: filters, search, documents, rubrics and the rules of a good entry."""

from dataclasses import replace
from typing import Any

import pytest

from fakes import make_dimension, make_question
from tpmprep.domain.lint import Known, check_question, check_rubric
from tpmprep.domain.question import (
    FollowUp,
    Outline,
    OutlineStep,
    Signal,
    as_document,
    fits,
    question_from,
    search,
)
from tpmprep.domain.rubric import Rubric, mean_score, score_by_rubric

KNOWN = Known({"ex.control", "dl.concision"})


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, True),
        ({"area": "execution"}, True),
        ({"area": "case"}, False),
        ({"track": "data"}, True),
        ({"level": "senior"}, True),
        ({"level": "staff"}, False),
        ({"fair_for": "staff"}, True),
        ({"fair_for": "tpm2"}, False),
        ({"kind": "past"}, False),
        ({"area": "execution", "kind": "hypothetical"}, True),
    ],
)
def test_filters(filters: dict[str, str], expected: bool) -> None:
    """Every given filter must fit; without tracks a question fits all of them."""
    assert expected is fits(make_question(), **filters)


def test_tracks_limit_a_question() -> None:
    """With tracks it fits these only."""
    question = make_question(tracks=("mobile",))
    assert [True, False] == [fits(question, track=track) for track in ("mobile", "data")]


def test_search_needs_every_word_and_prefers_the_prompt() -> None:
    """Signals and follow-ups are searched too."""
    a = make_question("a-01", prompt="Tell me about revert.")
    b = make_question("b-01", tests="Whether revert was thought of.")
    assert ["a-01", "b-01"] == [q.id for q in search([b, a], ["REVERT"])]
    assert [] == search([a, b], ["revert", "nowhere"])


def test_a_document_is_the_question() -> None:
    """Out and in again, with the keys of the file."""
    document = as_document(make_question())
    assert {"2min", "5min", "deep"} == set(document["outline"])
    assert make_question() == question_from(document)


def test_the_digest_follows_the_wording() -> None:
    """Another prompt is another wording; other signals are not."""
    question = make_question()
    assert question.digest == replace(question, tests="Other.").digest
    assert question.digest != replace(question, prompt="Other?").digest


@pytest.mark.parametrize(
    ("changes", "path", "words"),
    [
        ({"prompt": "  "}, ("prompt",), "is empty"),
        ({"red_flags": ()}, ("red_flags",), "needs at least one"),
        ({"rubric": ()}, ("rubric",), "needs at least one dimension"),
        ({"rubric": ("ex.nope",)}, ("rubric", 0), "there is no dimension 'ex.nope'"),
        (
            {"outline": Outline((OutlineStep(90, "x"),), ("x",), ("x",))},
            ("outline", "2min"),
            "the seconds add up to 90, not 120",
        ),
        (
            {"outline": Outline((OutlineStep(120, "x"),), (), ("x",))},
            ("outline", "5min"),
            "is empty",
        ),
        ({"strong_signals": ()}, ("strong_signals",), "needs at least one"),
        (
            {"strong_signals": (Signal("owner", "x", ()), Signal("rollback", "x", (("y",),)))},
            ("strong_signals", 0, "keywords"),
            "needs a group with words in it",
        ),
        ({"bar": {"senior": "x", "staff": "y"}}, ("bar",), "has no text for principal"),
        (
            {"bar": dict.fromkeys(("tpm2", "senior", "staff", "principal"), "x")},
            ("bar", "tpm2"),
            "is below the question's own level, senior",
        ),
    ],
)
def test_a_broken_rule_is_named(changes: dict[str, Any], path: tuple[Any, ...], words: str) -> None:
    """Each rule tells its place and its reason."""
    findings = check_question(make_question(**changes), KNOWN)
    assert (path, words) in [(finding.path, finding.message) for finding in findings]


def test_follow_ups_keep_their_rules() -> None:
    """A redirect, a changed condition, four in all, and signals that exist."""
    two = (FollowUp("probe", "Why?", unless="nothing"), FollowUp("probe", "And?", expects=("no",)))
    messages = [f.message for f in check_question(make_question(follow_ups=two), KNOWN)]
    assert [
        "has no redirect",
        "has no constraint",
        "needs at least 4, a deep dive asks that many",
        "there is no signal 'nothing'",
        "there is no signal 'no'",
    ] == messages


def test_a_good_question_and_a_good_rubric_pass() -> None:
    """No finding at all."""
    assert [] == check_question(make_question(), KNOWN)
    assert [] == check_rubric(Rubric("ex", "Execution", (make_dimension(),)))


def test_a_rubric_keeps_its_rules() -> None:
    """Ids begin with the rubric's, and all four levels are described."""
    broken = make_dimension("te.control", levels={"1": "a", "2": "b"})
    findings = check_rubric(Rubric("ex", "Execution", (broken,)))
    assert ["must begin with 'ex.'", "has no level 3, 4"] == [f.message for f in findings]


def test_scores_are_means_with_equal_weights() -> None:
    """Over all dimensions, and for each rubric."""
    scores = {"ex.scope": 3, "dl.concision": 2, "ex.risk": 2}
    assert 2.33 == mean_score(scores)
    assert {"ex": 2.5, "dl": 2.0} == score_by_rubric(scores)
    assert mean_score({}) is None
