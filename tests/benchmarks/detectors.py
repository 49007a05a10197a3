"""What the detectors find and what they cost.

Run it with: python tests/benchmarks/detectors.py
Prints precision, recall and F1 of each detector over the labelled answers, half by half, then the
CPU time of all hints over texts of growing length and the exponent of that growth.
"""

import sys
import time
from math import log
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from evaluation import HALVES, by_answer, by_place, load
from tpmprep.domain.hints import hints_of

GOAL_F1, GOAL_S, GOAL_EXPONENT = 0.8, 0.020, 1.15
SIZES = (300, 1_000, 10_000, 100_000)
ROUNDS = 7


def cpu_s(text: str) -> float:
    """CPU seconds for all hints of one text, the best of a few rounds."""
    best = float("inf")
    for _ in range(ROUNDS if len(text) < 100_000 else 1):
        before = time.process_time()
        hints_of(text)
        best = min(best, time.process_time() - before)
    return best


def text_of(words: int) -> str:
    """A text of so many words, made of the labelled answers."""
    source = " ".join(item.answer for half in HALVES for item in load(half)).split()
    return " ".join((source * (words // len(source) + 1))[:words])


def print_figures(half: str) -> bool:
    """One table; whether every F1 reaches the goal both ways."""
    answers = load(half)
    print(f"\n{len(answers)} answers, {HALVES[half]}")
    print(f"{'detector':18} by answer  P    R    F1     by place  P    R    F1")
    good = True
    places = by_place(answers)
    for name, one in by_answer(answers).items():
        two = places[name]
        good &= min(one.f1, two.f1) >= GOAL_F1
        row = [one.precision, one.recall, one.f1, two.precision, two.recall, two.f1]
        cells = [f"{figure:.2f}" for figure in row]
        print(f"{name:18} {'':9} {' '.join(cells[:3])} {'':10} {' '.join(cells[3:])}")
    return good


def main() -> None:
    """Print everything."""
    text = text_of(SIZES[0])
    before = time.process_time()
    hints_of(text)
    first_s = time.process_time() - before
    good = [print_figures(half) for half in HALVES]
    print(f"\nF1 of {GOAL_F1} or more everywhere: {'yes' if all(good) else 'NO'}")
    texts = [text_of(words) for words in SIZES]
    print(f"\n{SIZES[0]:>7} words  {1000 * first_s:>8.1f} ms CPU the first time, after import")
    times = [cpu_s(text) for text in texts]
    for words, seconds in zip(SIZES, times, strict=True):
        print(f"{words:>7} words  {1000 * seconds:>8.1f} ms CPU")
    exponent = log(times[-1] / times[1]) / log(SIZES[-1] / SIZES[1])
    print(f"goal {GOAL_S * 1000:.0f} ms at 300 words: {'met' if first_s <= GOAL_S else 'MISSED'}")
    verdict = "met" if exponent <= GOAL_EXPONENT else "MISSED"
    print(f"exponent of growth {exponent:.2f}, goal {GOAL_EXPONENT}: {verdict}")


if __name__ == "__main__":
    main()
