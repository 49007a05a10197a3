"""What `tpmprep plan` costs over a long history, beside `--version`, in CPU time.

Run it with: python tests/benchmarks/plan.py [runs]
The commands take turns in one run. The goal: with 5,000 attempts and the whole bank, under 0.3 s of
CPU over `--version`, and growth that stays linear. No test depends on the seconds;
tests/domain/test_plan_growth.py gates the growth.
"""

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import sleep

sys.path.insert(0, str(Path(__file__).parents[1]))

from fakes import make_attempt
from tpmprep.adapters.bank import load_shipped
from tpmprep.domain.attempt import asked

SIZES = (0, 1_250, 5_000, 20_000)
GOAL_S, GOAL_SIZE = 0.3, 5_000
PROGRAM = [sys.executable, "-m", "tpmprep"]


def filled(home: Path, count: int) -> Path:
    """A home with that many attempts over the whole bank, the newest an hour ago."""
    random, questions = Random(count), list(load_shipped().questions.values())
    now = datetime.now(UTC).replace(microsecond=0)
    for number in range(count):
        when = now - timedelta(hours=1, minutes=17 * number)
        attempt = make_attempt(
            f"{when:%Y%m%d-%H%M%S}-{number:08x}",
            question=asked(random.choice(questions)),
            format=random.choice(("2min", "5min", "deep")),
            answer="We moved the date because the vendor slipped by six weeks. " * 20,
        )
        scores = {name: random.randint(1, 4) for name in attempt.scores}
        folder = home / "data" / "attempts" / f"{when:%Y-%m}"
        folder.mkdir(parents=True, exist_ok=True)
        document = json.dumps(asdict(replace(attempt, scores=scores)))
        (folder / f"{attempt.id}.json").write_text(document, "utf-8")
    return home


def cpu_s(home: Path, *arguments: str) -> float:
    """User and system seconds of one run."""
    before = os.times()
    environ = {**os.environ, "TPMPREP_HOME": str(home)}
    command = [*PROGRAM, *arguments]
    subprocess.run(command, env=environ, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    spent = after.children_user + after.children_system
    return spent - before.children_user - before.children_system


def main() -> None:
    """Print the medians over `--version`, and the goal."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    with tempfile.TemporaryDirectory() as folder:
        homes = {size: filled(Path(folder) / str(size), size) for size in SIZES}
        sleep(2.5)  # files younger than two seconds are not cached yet
        for home in homes.values():
            cpu_s(home, "plan", "--days", "10")
        seconds: dict[int, list[float]] = {size: [] for size in SIZES}
        for _ in range(runs):
            base = cpu_s(homes[0], "--version")
            for size, home in homes.items():
                seconds[size].append(cpu_s(home, "plan") - base)
    for size, found in seconds.items():
        verdict = ""
        if size == GOAL_SIZE:
            verdict = f"   goal {GOAL_S} s: {'met' if median(found) < GOAL_S else 'missed'}"
        print(f"plan over {size:>6} attempts: {median(found):.3f} s over --version{verdict}")


if __name__ == "__main__":
    main()
