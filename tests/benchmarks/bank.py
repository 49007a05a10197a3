"""What a bank costs: one question, a large bank, a first build, an edited file.

Run it with: python tests/benchmarks/bank.py [questions]
Builds a bank of that many questions (10,000 unless told) as packs of a home in a temporary folder,
then runs the installed program in turns, so that a busy machine slows every row. Figures are CPU
(user and system) of the whole process; the goals are ratios and differences within this run.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROUNDS = 11
PER_FILE = 250
BARE = [sys.executable, "-c", "pass"]
SHOW = [sys.executable, "-m", "tpmprep", "bank", "show", "gq-04"]
WORDS = """
owner gate wave ledger rollback schema queue canary budget tenant region cohort baseline freeze
quota ring audit token replica shard drill backlog slice lease vault
""".split()  # noqa: SIM905


def entry(number: int) -> str:
    """A small question, different from the others in its words."""
    one, two, three = (WORDS[number // 25**place % 25] for place in range(3))
    return f"""\
- id: q-{number:05}
  prompt: You have {number % 90 + 9} teams and a late {two}. What do you do about {one}, {three}?
  area: {("execution", "technical", "stakeholder", "case")[number % 4]}
  tracks: [data]
  level: senior
  kind: hypothetical
  tests: Whether the {one} comes before the {two}.
  follow_ups:
    - {{kind: redirect, text: "Stop. Which {one} first?"}}
    - {{kind: constraint, text: "The {two} is gone. What now?"}}
    - {{kind: probe, text: "Who owns the {three}?", expects: [owner]}}
    - {{kind: probe, text: "How do you measure it?", expects: [measure]}}
  strong_signals:
    - {{id: owner, text: "Names one owner of the {three} and a date.", keywords: [["owner {one}"]]}}
    - {{id: measure, text: "Measures the {two} against a baseline.", keywords: [["{two} measure"]]}}
  red_flags: ["Nobody owns the {one}."]
  outline:
    2min: [{{s: 60, say: "The {one}."}}, {{s: 60, say: "The {two}."}}]
    5min: ["Options for the {three}."]
    deep: ["What failed with the {two}."]
  rubric: [ex.risk, dl.concision]
  bar: {{senior: "Plans the {one}.", staff: "Removes the {two}.", principal: "Ends the {three}."}}
"""


def make_bank(home: Path, questions: int) -> list[Path]:
    """The files of a generated pack, last changed a while ago."""
    folder = home / "data" / "banks" / "large"
    folder.mkdir(parents=True)
    files = []
    for first in range(0, questions, PER_FILE):
        path = folder / f"f{first // PER_FILE:03}.yaml"
        last = min(first + PER_FILE, questions)
        path.write_text("\n".join(entry(n) for n in range(first, last)), encoding="utf-8")
        os.utime(path, (1_700_000_000, 1_700_000_000))
        files.append(path)
    return files


def cpu_s(command: list[str], home: Path) -> tuple[float, float]:
    """User and system seconds of one run, and its peak memory in MiB."""
    environ = {**os.environ, "TPMPREP_HOME": str(home)}
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environ)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, command
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def edit(path: Path, turn: int) -> None:
    """Another wording in one file."""
    text = path.read_text("utf-8")
    path.write_text(text.replace("What do you do", "What do you start", 1) + f"# {turn}\n", "utf-8")


def main() -> None:
    """Measure in turns and print each figure with its goal and verdict."""
    questions = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        small, large = Path(folder) / "small", Path(folder) / "large"
        small.mkdir()
        files = make_bank(large, questions)
        size = sum(path.stat().st_size for path in files) / 1e6
        print(f"{questions:,} generated questions, {len(files)} files, {size:.1f} MB")
        cpu_s(SHOW, small)
        times: dict[str, list[float]] = {}
        peak = 0.0
        for turn in range(ROUNDS):
            shutil.rmtree(large / "cache", ignore_errors=True)
            cold, memory = cpu_s(SHOW, large)
            peak = max(peak, memory)
            rows = {"cold": cold, "bare": cpu_s(BARE, small)[0], "small": cpu_s(SHOW, small)[0]}
            rows["warm"] = cpu_s(SHOW, large)[0]
            edit(files[turn % len(files)], turn)
            rows["edited"] = cpu_s(SHOW, large)[0]
            for name, seconds in rows.items():
                times.setdefault(name, []).append(seconds)
        report({name: statistics.median(values) for name, values in times.items()}, peak)


def report(median: dict[str, float], peak_mib: float) -> None:
    """The four goals."""
    ratio = median["small"] / median["bare"]
    rows = [("bank show, shipped bank, warm", f"{ratio:.1f} x bare Python", "8 x", ratio <= 8)]
    for name, slow, fast, goal_ms in (
        ("one question of the large bank, over the shipped", "warm", "small", 12),
        ("first build of the large bank, over warm", "cold", "warm", 1300),
        ("one edited file of the large bank, over warm", "edited", "warm", 130),
    ):
        extra_ms = 1000 * (median[slow] - median[fast])
        rows.append((name, f"{extra_ms:.0f} ms", f"{goal_ms} ms", extra_ms <= goal_ms))
    rows.append(("peak memory, first build", f"{peak_mib:.0f} MiB", "60 MiB", peak_mib <= 60))
    for name, figure, goal, met in rows:
        print(f"{name:<50} {figure:>20}   goal {goal:<8} {'met' if met else 'MISSED'}")


if __name__ == "__main__":
    main()
