"""What the interviewer will do in a drill, fixed before it starts."""

from dataclasses import dataclass
from random import Random

from tpmprep.domain.formats import Format
from tpmprep.domain.question import FollowUp, Question

REDIRECT_WINDOW = (0.4, 0.6)
"""An interruption arrives between these shares of the main clock."""


@dataclass(frozen=True, slots=True)
class Script:
    """What the interviewer will do, fixed before the start so that a seed repeats it."""

    redirect: FollowUp | None = None
    redirect_at_s: float = 0.0
    follow_ups: tuple[FollowUp, ...] = ()


def script_for(question: Question, fmt: Format, rng: Random) -> Script:
    """The interruption and the follow-ups of one drill, drawn with `rng`.

    The redirect comes at a time uniform over REDIRECT_WINDOW. Follow-ups keep the order of the
    bank; when there are more than the format asks, the changed condition always stays in.
    """
    redirects = question.follow_ups_of("redirect")
    redirect = rng.choice(redirects) if fmt.interrupts and redirects else None
    low, high = REDIRECT_WINDOW
    at_s = fmt.main_s * rng.uniform(low, high)
    if not fmt.follow_ups:
        return Script(redirect, at_s)
    pool = list(question.follow_ups)
    spare = [f for f in pool if f is not next(iter(question.follow_ups_of("constraint")), None)]
    for dropped in rng.sample(spare, max(0, len(pool) - fmt.follow_ups)):
        pool.remove(dropped)
    return Script(redirect, at_s, tuple(pool))
