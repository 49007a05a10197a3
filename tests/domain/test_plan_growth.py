"""The plan over long histories: it takes as much longer as there is more to look at."""

from datetime import UTC, date, datetime, timedelta
from math import log
from time import process_time

from tpmprep.adapters.content import load_loops, load_stages
from tpmprep.domain.plan_drills import Sources
from tpmprep.domain.planner import build_plan
from tpmprep.domain.planstate import Interview, PlanState
from tpmprep.domain.practice import Practised
from tpmprep.domain.question import AREAS, Head
from tpmprep.domain.targets import targets_of

TODAY = date(2026, 11, 24)
HEADS = [Head(f"tq-{n:03}", AREAS[n % 4], "senior", "past") for n in range(400)]


def practised(count: int) -> list[Practised]:
    """So many answers, over all questions, until yesterday."""
    first = datetime(2026, 11, 23, 12, tzinfo=UTC) - timedelta(minutes=17 * count)
    return [
        Practised(
            id=f"{n:08}",
            question=HEADS[n % 400].id,
            area=HEADS[n % 400].area,
            format=("2min", "5min", "deep")[n % 3],
            started_at=f"{first + timedelta(minutes=17 * n):%Y-%m-%dT%H:%M:%S}.000Z",
            utc_offset_min=0,
            elapsed_s=100.0,
            failed=False,
            scores={"ex.control": n % 4 + 1},
        )
        for n in range(count)
    ]


def seconds(count: int) -> float:
    """CPU for a plan of ten days over a fresh history; the best of three."""
    state = PlanState((Interview(TODAY + timedelta(days=10)),), TODAY, TODAY)
    sources = Sources(load_stages(), HEADS, targets_of(state.interviews, load_loops()))
    found = []
    for _ in range(3):
        history = practised(count)
        began = process_time()
        build_plan(state, sources, history, TODAY)
        found.append(process_time() - began)
    return min(found)


def test_growth_is_linear() -> None:
    """From 4,000 to 32,000 attempts the exponent stays near 1, with room for a busy machine."""
    seconds(400)
    exponent = log(seconds(32_000) / seconds(4_000)) / log(8)
    assert exponent < 1.25
