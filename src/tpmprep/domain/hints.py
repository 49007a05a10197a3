"""What the detectors say of one text, and which scores they question. They never grade."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tpmprep.domain.detectors import BY_ID, DETECTORS, Detector, Span, found_in
from tpmprep.domain.formats import Format
from tpmprep.domain.question import Signal
from tpmprep.domain.rubric import READY_LEVEL, Dimension
from tpmprep.domain.signals import Mention, mentions
from tpmprep.domain.star import Shares, shares_of
from tpmprep.domain.text import SPEAKING_WPM, spoken_s, word_count

FEW_WORDS = 25
"""A text of fewer words is too short for hints on what it lacks to mean anything but "more"."""
MANY_DENIALS = 3
"""A no or two is ordinary speech; inside what helps (a non-goal, a choice) it is no fault."""
FILLERS_PER_100, FILLERS_FROM_S = 4.0, 60.0
"""More fillers than this, in an answer of a minute or more, are worth a word (evidence 3)."""

EXPECTED: Mapping[str, tuple[str, ...]] = {
    "ex.scope": ("non_goal",),
    "ex.planning": ("date",),
    "ex.dependencies": ("owner",),
    "ex.risk": ("risk_mitigation",),
    "ex.control": ("signal_change", "owner"),
    "ex.launch": ("result", "rollback"),
    "te.tradeoffs": ("option_cost",),
    "te.failure": ("risk_mitigation",),
    "te.validation": ("number",),
    "te.rollback": ("rollback",),
    "st.conflict": ("decision",),
    "st.escalation": ("option_cost",),
    "st.exec_comms": ("decision",),
    "st.decision": ("decision", "owner"),
    "ca.framing": ("non_goal",),
    "ca.decomposition": ("owner",),
    "ca.risk": ("risk_mitigation",),
    "ca.metrics": ("number",),
    "dl.answer_first": ("answer_first",),
    "dl.structure": ("signpost",),
    "dl.evidence": ("number",),
    "fmt.headline_30s": ("number",),
    "fmt.recruiter_45s": ("number",),
    "fmt.star_story": ("result",),
    "fmt.two_minute_story": ("option_cost",),
    "fmt.detailed_walkthrough": ("option_cost", "number"),
    "narrative.evidence": ("number",),
    "narrative.judgement": ("option_cost",),
    "estimate.range_and_driver": ("number",),
    "pb.alternative": ("option_cost",),
    "eu.decision_first": ("answer_first",),
    "retro.learning_and_measure": ("number",),
    "retro.decision_depth": ("option_cost",),
}
"""What an answer that is strong on a dimension usually holds."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What was found in a text: spans by detector, the story's shares, the expected signals."""

    words: int
    spoken_s: float
    found: dict[str, list[Span]]
    star: Shares | None
    signals: list[Mention]

    @property
    def is_short(self) -> bool:
        """Whether there are too few words to say anything by."""
        return self.words < FEW_WORDS

    @property
    def held(self) -> list[Detector]:
        """What an answer should hold and this one does."""
        return [d for d in DETECTORS if d.helps and self.found[d.id]]

    @property
    def lacking(self) -> list[Detector]:
        """What an answer should hold and was not found in this one."""
        return [d for d in DETECTORS if d.helps and not self.found[d.id]]

    @property
    def spoiling(self) -> list[Detector]:
        """What an answer is better without, where it is more than a little."""
        return [d for d in DETECTORS if not d.helps and self.found[d.id] and self._is_much(d)]

    def _is_much(self, detector: Detector) -> bool:
        if detector.id == "negated":
            return len(self._plain_denials) >= MANY_DENIALS
        if detector.id != "filler":
            return True
        often = 100 * len(self.found["filler"]) > FILLERS_PER_100 * self.words
        return often and self.spoken_s >= FILLERS_FROM_S

    @property
    def _plain_denials(self) -> list[Span]:
        helping = [(s.start, s.end) for d in self.held for s in self.found[d.id]]
        return [
            denial
            for denial in self.found["negated"]
            if not any(start <= denial.start < end for start, end in helping)
        ]


def aim_of(fmt: Format) -> float:
    """Seconds that an answer should take aloud; 0 where it is read, or without a clock."""
    return 0.0 if fmt.is_read or not fmt.timed else fmt.limit_s


def hints_of(
    text: str,
    prompt: str = "",
    signals: Sequence[Signal] = (),
    words_per_minute: int = SPEAKING_WPM,
) -> Hints:
    """All hints for `text`, the answer to `prompt`. Deterministic, linear in the length."""
    return Hints(
        words=word_count(text),
        spoken_s=round(spoken_s(text, words_per_minute), 1),
        found=found_in(text, prompt),
        star=shares_of(text),
        signals=mentions(signals, text, prompt),
    )


def missing_for(dimension: str, found: Mapping[str, Sequence[Span]]) -> list[Detector]:
    """What an answer strong on this dimension usually holds, and this one does not."""
    return [BY_ID[name] for name in EXPECTED.get(dimension, ()) if not found[name]]


def doubt(dimension: Dimension, level: int, found: Mapping[str, Sequence[Span]]) -> str:
    """The question that a high level raises ("you gave 3 on evidence; no number was found").

    Only where nothing was found of all that such an answer usually holds. Empty where there is no
    question; a low level is never questioned, and no level is ever raised.
    """
    missing = missing_for(dimension.id, found)
    if level < READY_LEVEL or not missing or len(missing) < len(EXPECTED[dimension.id]):
        return ""
    what = " and ".join(f"no {detector.one}" for detector in missing)
    return f"You gave {level} on {dimension.name.lower()}; {what} was found."
