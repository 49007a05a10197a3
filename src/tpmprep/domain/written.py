"""Which tasks of the plan are done by what was written: programs in full, and sound stories."""

from collections.abc import Iterable, Sequence

from tpmprep.domain.plan_tasks import all_tasks
from tpmprep.domain.program import Program, gaps
from tpmprep.domain.stages import DoneWhen, Stage
from tpmprep.domain.story_check import Verdict


def written_on(
    stages: Sequence[Stage],
    programs: Iterable[Program],
    verdicts: Iterable[Verdict],
    otherwise: str,
) -> dict[str, str]:
    """The ISO day of each task that programs and stories answer for, by its id.

    A program counts when nothing of its inventory is empty, a story when it holds what its task
    asks of an answer. `otherwise` is the day of what does not say when it was added.
    """
    full = sorted(program.added or otherwise for program in programs if not gaps(program))
    told = list(verdicts)
    days: dict[str, str] = {}
    for task in all_tasks(stages):
        rule = task.done_when
        if rule is None:
            continue
        fitting = _days_of(rule, full, told, otherwise)
        if fitting:
            days[task.id] = min(fitting)
    return days


def _days_of(
    rule: DoneWhen, full: Sequence[str], told: Sequence[Verdict], otherwise: str
) -> list[str]:
    """The days from which on the rule is met."""
    if rule.programs:
        return list(full[rule.programs - 1 :])
    if not rule.story:
        return []
    return [
        verdict.story.added or otherwise
        for verdict in told
        if verdict.story.theme == rule.story and set(rule.holds) <= set(verdict.holds)
    ]
