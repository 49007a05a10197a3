"""How much each area counts in an interview: from the stages that are ahead there."""

from collections.abc import Mapping, Sequence

from tpmprep.domain.loops import Loop, LoopStage
from tpmprep.domain.planstate import Interview
from tpmprep.domain.question import AREAS
from tpmprep.domain.schedule import Target

USUAL_LOOP = "guide"
LEAST_SHARE = 0.05
"""An area that no stage asks keeps this much: loops change, and answers share their matter."""


def targets_of(interviews: Sequence[Interview], loops: Mapping[str, Loop]) -> list[Target]:
    """What to prepare for on the day of each interview.

    Every stage counts alike, since each can fail the loop, and is shared by the areas it asks. A
    loop or stage that is not known counts as the usual loop as a whole.
    """
    return [Target(one.on.toordinal(), shares_of(_stages(one, loops))) for one in interviews]


def shares_of(stages: Sequence[LoopStage]) -> dict[str, float]:
    """How much each area counts in these stages; the shares sum to 1."""
    raw = dict.fromkeys(AREAS, 0.0)
    for stage in stages:
        for area in stage.areas:
            raw[area] += 1 / len(stage.areas)
    least = LEAST_SHARE * sum(raw.values())
    lifted = {area: max(share, least) for area, share in raw.items()}
    total = sum(lifted.values())
    return {area: share / total for area, share in lifted.items()}


def _stages(interview: Interview, loops: Mapping[str, Loop]) -> tuple[LoopStage, ...]:
    loop = loops.get(interview.loop, loops[USUAL_LOOP])
    stage = loop.stage(interview.stage)
    return (stage,) if stage else loop.stages
