"""What simulated users reach who practise by one policy or another.

Run it with: python tests/benchmarks/planner.py [--users 60] [--first-user 0]
[--days 5,10,20,30,60] [--worlds fsrs,actr] [--policies random,round-robin] [--processes 2]
Prints for each world and policy the performance on the day of the interview after N days: the
mean, and in brackets the worst area. Then how far each policy is above round robin with the same
users, and the standard error of that. It is a simulation, not a study of people.
"""

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping, Sequence
from multiprocessing import Pool
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from simulation import POLICIES, WORLDS, Figures, difference, mean_of, numbers, played

YARDSTICK = "round-robin"
COLUMN = 30

Results = Mapping[tuple[str, str, int], Sequence[Figures]]


def options() -> Namespace:
    """What was asked for on the command line."""
    parser = ArgumentParser(description="Compare policies that plan practice.")
    parser.add_argument("--users", type=int, default=60)
    parser.add_argument("--first-user", type=int, default=0)
    parser.add_argument("--days", default="5,10,20,30,60")
    parser.add_argument("--worlds", default=",".join(WORLDS))
    parser.add_argument("--policies", default=",".join(POLICIES))
    parser.add_argument("--processes", type=int, default=2)
    asked = parser.parse_args()
    asked.days = [int(part) for part in asked.days.split(",")]
    for name, known in (("worlds", WORLDS), ("policies", POLICIES)):
        setattr(asked, name, getattr(asked, name).split(","))
        if wrong := set(getattr(asked, name)) - set(known):
            parser.error(
                f"no such {name}: {', '.join(sorted(wrong))}; there are {', '.join(known)}"
            )
    if asked.users < 2:
        parser.error("a standard error needs at least 2 users")
    return asked


def results(asked: Namespace) -> Results:
    """The figures of every user, by policy, world and days."""
    names = list(dict.fromkeys([*asked.policies, YARDSTICK]))
    keys = [(name, world, days) for name in names for world in asked.worlds for days in asked.days]
    users = numbers(asked.users, asked.first_user)
    jobs = [(*key, number) for key in keys for number in users]
    with Pool(asked.processes) as pool:
        figures = pool.starmap(played, jobs, chunksize=10)
    size = len(users)
    return {key: figures[at * size : (at + 1) * size] for at, key in enumerate(keys)}


def print_world(world: str, asked: Namespace, found: Results) -> None:
    """Two tables: what is reached, and how far that is above round robin."""
    width = max(len(name) for name in asked.policies) + 2
    heads = "".join(f"{f'N={days}':>{COLUMN}}" for days in asked.days)
    last = asked.first_user + asked.users - 1
    print(f"\n{world} world, users {asked.first_user}-{last}: mean (worst area)")
    print(f"{'':{width}}{heads}")
    for name in asked.policies:
        means = [mean_of(found[name, world, days]) for days in asked.days]
        cells = [f"{f'{one.mean:.3f} ({one.worst:.3f})':>{COLUMN}}" for one in means]
        print(f"{name:{width}}{''.join(cells)}")
    print(f"above {YARDSTICK} ± standard error: mean (worst area)")
    for name in asked.policies:
        if name != YARDSTICK:
            cells = [cell(name, world, days, found) for days in asked.days]
            print(f"{name:{width}}{''.join(cells)}")


def cell(name: str, world: str, days: int, found: Results) -> str:
    """One difference to round robin."""
    above, error = difference(found[name, world, days], found[YARDSTICK, world, days])
    text = f"{above.mean:+.3f}±{error.mean:.3f} ({above.worst:+.3f}±{error.worst:.3f})"
    return f"{text:>{COLUMN}}"


def main() -> None:
    """Print everything."""
    asked = options()
    start = time.perf_counter()
    found = results(asked)
    for world in asked.worlds:
        print_world(world, asked, found)
    print(f"\n{time.perf_counter() - start:.1f} s on {asked.processes} processes")


if __name__ == "__main__":
    main()
