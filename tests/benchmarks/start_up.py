"""How long `tpmprep --version` and `--help` take, as multiples of bare Python.

Run it with: python tests/benchmarks/start_up.py [runs]
The three commands take turns in one run, so a busy machine slows all of them; the figures are
ratios of medians. No test depends on them.
"""

import statistics
import subprocess
import sys
import time

COMMANDS = {
    "bare python": [sys.executable, "-c", "pass"],
    "tpmprep --version": [sys.executable, "-m", "tpmprep", "--version"],
    "tpmprep --help": [sys.executable, "-m", "tpmprep", "--help"],
}


def once(command: list[str]) -> float:
    """Seconds that one run takes, start to end."""
    began = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def main() -> None:
    """Print the medians and their ratios."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    seconds: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _ in range(runs + 1):
        for name, command in COMMANDS.items():
            seconds[name].append(once(command))
    medians = {name: statistics.median(times[1:]) for name, times in seconds.items()}
    bare = medians["bare python"]
    for name, median in medians.items():
        print(f"{name:<20} {median * 1000:7.1f} ms   {median / bare:5.2f} x bare Python")


if __name__ == "__main__":
    main()
