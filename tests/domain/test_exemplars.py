"""The sample answers that ship, and in which order they are given."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tpmprep.adapters.bank import Bank, load_bank
from tpmprep.adapters.content import load_exemplars
from tpmprep.domain.attempt import EXEMPLAR, SELF, ScoreRecord
from tpmprep.domain.exemplars import Exemplar, next_exemplars
from tpmprep.domain.history import History, history_of
from tpmprep.domain.rubric import LEVEL_NUMBERS
from tpmprep.domain.text import holds_quote, normalised, word_count

EXEMPLARS = list(load_exemplars().values())
SEEDS = range(40)


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    """The shipped bank."""
    return load_bank(Path(tmp_path_factory.mktemp("cache")), [])


def scored(*names: str) -> History:
    """A history in which these were scored, in this order."""
    return history_of(
        [],
        [
            ScoreRecord(
                id=f"20261124-1200{n:02d}-00000000",
                attempt=name,
                rater=SELF,
                scored_at=f"2026-11-24T12:00:{n:02d}.000Z",
                scores={"ex.scope": 3},
                kind=EXEMPLAR,
                reference={"ex.scope": 2},
            )
            for n, name in enumerate(names)
        ],
    )


def drawn(count: int, seed: int, history: History | None = None) -> list[Exemplar]:
    """The next ones of all that ship."""
    return next_exemplars(EXEMPLARS, history or History(), count, Random(seed))


def test_there_are_twelve_for_six_questions() -> None:
    """Two each, and no text twice."""
    assert 12 == len(EXEMPLARS) == len({exemplar.id for exemplar in EXEMPLARS})
    assert {2} == set(Counter(exemplar.question for exemplar in EXEMPLARS).values())
    assert 12 == len({normalised(exemplar.answer) for exemplar in EXEMPLARS})


def test_they_train_the_whole_scale() -> None:
    """Every level is there, as a whole and in single dimensions, and manner often misleads."""
    assert set(LEVEL_NUMBERS) == {exemplar.overall for exemplar in EXEMPLARS}
    assert set(LEVEL_NUMBERS) == {level for e in EXEMPLARS for level in e.levels.values()}
    assert {exemplar.sounds for exemplar in EXEMPLARS} <= set(LEVEL_NUMBERS)
    assert any(exemplar.sounds > exemplar.overall for exemplar in EXEMPLARS)
    assert any(exemplar.sounds < exemplar.overall for exemplar in EXEMPLARS)


@pytest.mark.parametrize("exemplar", EXEMPLARS, ids=lambda e: e.id)
def test_a_sample_is_whole(bank: Bank, exemplar: Exemplar) -> None:
    """A known question, its dimensions, an answer of two minutes, a reason for each level."""
    question = bank.questions[exemplar.question]
    assert 240 <= word_count(exemplar.answer) <= 290
    assert exemplar.answer == exemplar.answer.strip()
    assert set(exemplar.levels) <= set(bank.dimensions)
    assert set(exemplar.levels) == set(question.rubric)
    assert len(exemplar.levels) == len(exemplar.scores)
    assert all(reference.level in LEVEL_NUMBERS for reference in exemplar.scores)
    assert all(reference.reason.strip() for reference in exemplar.scores)
    assert exemplar.label.strip()


@pytest.mark.parametrize("exemplar", EXEMPLARS, ids=lambda e: e.id)
def test_a_level_is_earned_by_words_of_the_answer(exemplar: Exemplar) -> None:
    """No quote is made up."""
    made_up = [r.quote for r in exemplar.scores if not holds_quote(exemplar.answer, r.quote)]
    assert [] == made_up


@pytest.mark.parametrize("exemplar", EXEMPLARS, ids=lambda e: e.id)
def test_the_whole_is_the_mean_of_the_levels(exemplar: Exemplar) -> None:
    """Rounded half up, in whole numbers."""
    levels = list(exemplar.levels.values())
    assert (2 * sum(levels) + len(levels)) // (2 * len(levels)) == exemplar.overall
    assert f"a {exemplar.overall} " in f"{exemplar.label} "


@pytest.mark.parametrize("exemplar", EXEMPLARS, ids=lambda e: e.id)
def test_the_label_says_how_it_sounds(exemplar: Exemplar) -> None:
    """The same number as the field; without one they agree."""
    sounds = [n for n in LEVEL_NUMBERS if f"like a {n}" in exemplar.label]
    assert sounds in ([], [exemplar.sounds])


def test_what_was_not_scored_comes_first() -> None:
    """One that was scored only stands between two answers to one question."""
    for seed in SEEDS:
        done = {exemplar.id for exemplar in Random(seed).sample(EXEMPLARS, 7)}
        new = [exemplar for exemplar in EXEMPLARS if exemplar.id not in done]
        chosen = drawn(5, seed, scored(*sorted(done)))
        assert chosen[0].id not in done
        for place, exemplar in enumerate(chosen[1:], start=1):
            left = {one.question for one in new if one not in chosen[:place]}
            assert exemplar in new or left <= {chosen[place - 1].question}


def test_when_all_were_scored_the_oldest_comes_first() -> None:
    """Also when it was scored again: the first time counts."""
    order = Random(3).sample([exemplar.id for exemplar in EXEMPLARS], 12)
    assert order[:1] == [e.id for e in drawn(1, 8, scored(*order))]
    assert order[:1] == [e.id for e in drawn(1, 8, scored(*order, order[0]))]


def test_two_answers_to_one_question_are_kept_apart() -> None:
    """All twelve, for many seeds: never one behind the other while there is another."""
    for seed in SEEDS:
        chosen = drawn(11, seed)
        assert not [a.id for a, b in pairwise(chosen) if a.question == b.question]


def test_where_it_cannot_be_avoided_they_follow_each_other() -> None:
    """A question alone gives both of its answers."""
    two = [exemplar for exemplar in EXEMPLARS if exemplar.question == EXEMPLARS[0].question]
    assert 2 == len(next_exemplars(two, History(), 12, Random(1)))
    assert [] == next_exemplars([], History(), 3, Random(1))


def test_the_order_is_drawn() -> None:
    """The same for a seed, different between seeds, and never the same one twice."""
    for seed in SEEDS:
        assert drawn(12, seed) == drawn(12, seed)
        assert 12 == len({exemplar.id for exemplar in drawn(12, seed)})
    assert len({drawn(1, seed)[0].id for seed in SEEDS}) > 6


@given(
    st.lists(st.sampled_from("abcd"), max_size=9),
    st.lists(st.integers(0, 8), max_size=9, unique=True),
    st.integers(0, 12),
    st.integers(0, 99),
)
def test_any_samples_and_any_history(
    questions: list[str], done: list[int], count: int, seed: int
) -> None:
    """As many as there are, each once; two in a row only when nothing else is left."""
    samples = [replace(EXEMPLARS[0], id=f"ex-{n}", question=q) for n, q in enumerate(questions)]
    history = scored(*(f"ex-{n}" for n in done))
    chosen = next_exemplars(samples, history, count, Random(seed))
    assert min(count, len(samples)) == len(chosen)
    assert len(chosen) == len({exemplar.id for exemplar in chosen})
    for place, (last, this) in enumerate(pairwise(chosen), start=1):
        left = [s for s in samples if s not in chosen[:place]]
        assert last.question != this.question or {last.question} == {s.question for s in left}
