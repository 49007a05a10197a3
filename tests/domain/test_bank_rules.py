"""What a whole bank must hold, and when two entries say the same."""

from dataclasses import replace
from typing import Any

import pytest

from fakes import make_question
from tpmprep.domain.bank_rules import LEAST_OF_A_CELL, Gap, gaps
from tpmprep.domain.bank_stats import stats_of
from tpmprep.domain.entry_rules import check_wording
from tpmprep.domain.likeness import alike, same_signals
from tpmprep.domain.lint import Finding
from tpmprep.domain.question import AREAS, LEVELS, TRACKS, Area, FollowUp, Question, Signal

SHARES = {"tpm2": 20, "senior": 38, "staff": 30, "principal": 12}


def bank(**changes: Any) -> list[Question]:
    """A bank without gaps: eight questions a cell, the levels in their shares."""
    levels = [level for level, share in SHARES.items() for _ in range(share)]
    questions = []
    for number in range(LEAST_OF_A_CELL * len(AREAS) * len(TRACKS)):
        cell = number // LEAST_OF_A_CELL
        values = {
            "area": AREAS[cell // len(TRACKS)],
            "tracks": (TRACKS[cell % len(TRACKS)],),
            "level": levels[number * 7 % 100],
            "competencies": ("ex-risk",),
            "follow_ups": (FollowUp("redirect", f"Stop, {number}."),),
            **changes,
        }
        questions.append(make_question(f"tq-{number:03}", **values))
    return questions


def test_a_full_bank_has_no_gap() -> None:
    """Enough of everything."""
    assert [] == gaps(bank(), ["ex-risk"])


def test_each_gap_is_told() -> None:
    """A thin cell, a level too rare or too common, a competency unasked, words said again."""
    questions = bank()
    assert [Gap("case.mobile", "has 7 questions; at least 8", "case", "mobile")] == gaps(
        questions[:-1], ["ex-risk"]
    )
    flat = [replace(question, level="senior") for question in questions]
    assert [f"level.{level}" for level in LEVELS] == [gap.key for gap in gaps(flat, [])]
    assert [Gap("competency.te-ai", "is tested by 0 questions; at least 4")] == gaps(
        questions, ["te-ai"]
    )
    nameless = [replace(questions[0], competencies=()), *questions[1:]]
    assert [Gap("tq-000.competencies", "names none", "execution", "platform")] == gaps(nameless, [])
    same = bank(follow_ups=(FollowUp("redirect", "Stop."),))
    message = "only 0% of the redirects are said once; at least 90%"
    assert [Gap("follow_ups.redirect", message)] == gaps(same, [])


def test_the_mix_has_five_points_of_room() -> None:
    """A share at the edge passes, one beyond does not."""
    questions = bank()
    count = len(questions)
    for extra, told in ((0, False), (round(count * 0.1), True)):
        changed = [replace(q, level="staff") for q in questions[:extra]] + questions[extra:]
        keys = [gap.key for gap in gaps(changed, [])]
        assert told is bool(keys)


def signals(*texts: str) -> tuple[Signal, ...]:
    """Signals with these texts."""
    return tuple(Signal(f"s{n}", text, (("alias",),)) for n, text in enumerate(texts))


ONE = make_question(
    "tq-01",
    prompt="A shared calendar of releases has slipped twice, and sales asks for one date.",
    strong_signals=signals("Names the slack of every hand-over with its acceptance test."),
)
OTHER = make_question(
    "tq-02",
    prompt="Your certificate expires on Sunday; forty appliances cannot renew by themselves.",
    strong_signals=signals("Counts appliances by firmware and puts the pinned ones first."),
)


def test_different_questions_are_not_alike() -> None:
    """Another problem in other words."""
    assert [] == list(alike([ONE, OTHER]))
    assert [] == list(same_signals([ONE, OTHER]))


@pytest.mark.parametrize("area", ["execution", "case"])
def test_the_same_question_is_alike_in_any_area(area: Area) -> None:
    """In its own words and with a word added."""
    copy = replace(ONE, id="tq-03", area=area, prompt=f"{ONE.prompt} Soon.")
    assert [(0, 2)] == [(pair.first, pair.second) for pair in alike([ONE, OTHER, copy])]
    assert [(2, 0, "tq-01")] == list(same_signals([ONE, OTHER, copy]))


def test_versions_of_one_question_are_not_compared() -> None:
    """The same id is the same question."""
    assert [] == list(alike([ONE, replace(ONE, tests="x")]))


def test_only_new_entries_are_told() -> None:
    """What was there before is not the new file's fault."""
    copy = replace(ONE, id="tq-03")
    assert [] == list(alike([ONE, copy, OTHER], since=2))
    assert [(1, 2)] == [(p.first, p.second) for p in alike([OTHER, ONE, copy], since=2)]


def test_other_nouns_are_the_same_question() -> None:
    """Tracks differ in nouns; questions differ in problems."""
    nouns = {"releases": "servers", "sales": "a customer"}
    prompt = ONE.prompt
    for old, new in nouns.items():
        prompt = prompt.replace(old, new)
    assert 1 == len(list(alike([ONE, replace(ONE, id="tq-04", prompt=prompt)])))


def test_borrowed_phrases_are_told() -> None:
    """Fifteen in a hundred runs of five words are too many, whatever the rest says."""
    own = " ".join(f"word{n}" for n in range(60))
    other = " ".join(f"term{n}" for n in range(60))
    borrowed = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    first = make_question("tq-01", prompt=f"{own} {borrowed}", strong_signals=())
    second = make_question("tq-02", prompt=f"{borrowed} {other}", strong_signals=())
    message = "shares 14% of its phrases with tq-01"
    assert [] == [p.message for p in alike([first, second])]
    second = replace(second, prompt=f"{borrowed} fifteen sixteen {other}")
    first = replace(first, prompt=f"{own} {borrowed} fifteen sixteen")
    told = [pair.message for pair in alike([first, second])]
    assert told == ["shares 17% of its phrases with tq-01"] != [message]


def test_sentences_of_endless_words_are_told() -> None:
    """The mean over everything people read stays under 22 words."""
    endless = " ".join(["word"] * 700)
    found = [f for f in check_wording(make_question(tests=endless)) if f.path == ()]
    assert 1 == len(found)
    assert "on average; under 22" in found[0].message
    assert Finding((), found[0].message) not in check_wording(make_question())


def test_stats_count_everything() -> None:
    """Every area, track, level and kind has a count, also when it is none."""
    questions = [ONE, replace(OTHER, id="acme/x", tracks=("data", "mobile"), area="case")]
    stats = stats_of(questions)
    assert (2, 10, 2, 6) == (
        stats.questions,
        stats.follow_ups,
        stats.strong_signals,
        stats.outlines,
    )
    assert {"execution": 1, "technical": 0, "stakeholder": 0, "case": 1} == stats.areas
    assert (1, 1, 0, 1) == tuple(stats.tracks[t] for t in ("data", "mobile", "platform", "all"))
    assert 1 == stats.cells["case"]["data"]
    assert {"shipped": 1, "acme": 1} == stats.packs
    assert {"tpm2": 0.0, "senior": 100.0, "staff": 0.0, "principal": 0.0} == stats.level_percent
    assert 0 == stats_of([]).questions
