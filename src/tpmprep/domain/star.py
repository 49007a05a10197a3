"""How a story divides its words between situation, task, action and result.

Sentences are labelled by phrases and place. Rough by nature: shown as shares, never as a score.
Stories tend to give the situation too much room (Bangerter and others 2014).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from tpmprep.domain.detectors.cues import Cues
from tpmprep.domain.detectors.passage import Passage, passage_of

SITUATION, TASK, ACTION, RESULT = "situation", "task", "action", "result"
STORY_WORDS = 60
"""A shorter text is no story whose shares mean anything."""
ACTION_SHARE = 0.4
"""Under this share of action a hint is given (evidence: 40 percent)."""

_CUES = Cues(
    {
        TASK: """
            my job|task|role|goal|mandate was
            i was asked|told|hired|brought
            i had|needed to
            we had|needed to
            was asked to
            the goal|aim|target|task|job|ask|challenge|question was
            i was responsible
            i owned
            it was my job
            what we needed
            had to be
            """,
        ACTION: """
            i|we|then|so|she|he|they ~2 decid*|wrote|built|moved|cut|asked|met|set|called|took|made
            i|we|she|he ~2 split|stopped|started|put|told|agreed|proposed|drew|ran|mapped|tested
            i|we|she|he ~2 brought|sat|gave|pulled|pushed|held|ranked|listed|named|escalated
            i|we|she|he ~2 measured|interviewed|counted|walked|chose|picked|changed|replaced|froze
            i|we|she|he ~2 negotiated|convinced|offered|scheduled|rehearsed|shipped|launched|rolled
            i|we|she|he ~2 created|defined|organized|organised|aligned|led|drove|facilitated|fixed
            i|we|she|he ~2 re-planned|replanned|traded|removed|added|signed|published|reviewed
            first|next|then i|we
            """,
        RESULT: """
            in the end
            as a result
            the result|results|outcome
            since then
            after launch|go-live|that
            today
            went from
            fell|dropped|rose|grew|climbed|improved from|by|to
            went|came|is|was down|up to
            we|it|i shipped|launched|landed|finished|delivered ~4 on|in|late|early
            what i|we learned|learnt
            i learned|learnt
            now
            we|i missed
            saved
            looking back
            next time
            """,
    }
)


@dataclass(frozen=True, slots=True)
class Shares:
    """The share of words that each part of a story takes; together 1."""

    situation: float
    task: float
    action: float
    result: float

    @property
    def has_result(self) -> bool:
        """Whether the story says how it ended."""
        return self.result > 0


def shares_of(text: str) -> Shares | None:
    """The shares of a story; None where the text is too short or nobody acts in it."""
    passage = passage_of(text)
    if len(passage.words) < STORY_WORDS:
        return None
    labels = _labels(passage)
    counts = dict.fromkeys((SITUATION, TASK, ACTION, RESULT), 0)
    for label, (first, end) in zip(labels, passage.sentences, strict=True):
        counts[label] += end - first
    if not counts[ACTION]:
        return None
    total = sum(counts.values())
    return Shares(**{label: round(count / total, 2) for label, count in counts.items()})


def _labels(passage: Passage) -> list[str]:
    """A label per sentence. One without a phrase goes on with what the one before it told."""
    hits = _CUES.find(passage)
    said = {name: {passage.sentence_of(hit.first) for hit in found} for name, found in hits.items()}
    labels: list[str] = []
    for number in range(len(passage.sentences)):
        before = labels[-1] if labels else SITUATION
        labels.append(_label(number, len(passage.sentences), said, before))
    return labels


def _label(number: int, total: int, said: dict[str, set[int]], before: str) -> str:
    is_late = number >= total / 2
    if number in said[RESULT] and (is_late or number not in said[ACTION]) and before != SITUATION:
        return RESULT
    if number in said[RESULT] and number == total - 1:
        return RESULT
    if number in said[ACTION]:
        return ACTION
    if number in said[TASK] and before in (SITUATION, TASK):
        return TASK
    return before


def hint_for(shares: Shares) -> str:
    """One thing to try, where the shares ask for it; empty when they do not."""
    if not shares.has_result:
        return "No sentence says how it ended: close with the result and its measure."
    if shares.situation > 0.5:
        return "The situation takes over half: two sentences of it are enough."
    if shares.action < ACTION_SHARE:
        return "Under 40% is what was done: give your own moves more room."
    return ""


def in_words(shares: Shares) -> Sequence[tuple[str, float]]:
    """The four parts by name, in the order of a story."""
    return [
        (SITUATION, shares.situation),
        (TASK, shares.task),
        (ACTION, shares.action),
        (RESULT, shares.result),
    ]
