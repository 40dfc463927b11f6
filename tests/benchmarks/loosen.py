"""How long it takes to find every smallest set of must-haves to loosen, against trying all sets.

Run by hand: ``python tests/benchmarks/loosen.py [rounds]``. The two take turns in one run; the median of the ratios
inside the rounds is printed. Times depend on the machine.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from decision.judge.advice.relax import smallest_sets

if TYPE_CHECKING:
    from collections.abc import Callable

MUST_HAVES = 12
PROGRAMS = 500


def patterns_of(part: float) -> Counter[int]:
    """Invented programs, each failing a must-have with one chance."""
    is_failed = np.random.default_rng(12).random((PROGRAMS, MUST_HAVES)) < part
    is_failed[is_failed.sum(axis=1) == 0, 0] = True
    return Counter(int(bits) for bits in is_failed @ (1 << np.arange(MUST_HAVES)))


def by_brute_force(patterns: Counter[int], enough: int) -> list[int]:
    """Try every set; keep those that are enough and hold no smaller one that is."""
    found: list[int] = []
    for union in sorted(range(1 << MUST_HAVES), key=int.bit_count):
        if any(not other & ~union for other in found):
            continue
        if sum(count for pattern, count in patterns.items() if not pattern & ~union) >= enough:
            found.append(union)
    return sorted(found)


def timed(
    work: Callable[[Counter[int], int], list[int]], patterns: Counter[int], enough: int
) -> tuple[float, list[int]]:
    """Seconds, and what was found."""
    start = time.perf_counter()
    found = work(patterns, enough)
    return time.perf_counter() - start, found


def main(rounds: int) -> None:
    """Print one line for each share of failures and each number wanted."""
    print(f"{MUST_HAVES} must-haves, {PROGRAMS} programs, {rounds} rounds")  # noqa: T201
    for part in (0.2, 0.4, 0.6, 0.8):
        for enough in (3, 20):
            patterns = patterns_of(part)
            pairs = [
                (timed(smallest_sets, patterns, enough), timed(by_brute_force, patterns, enough)) for _ in range(rounds)
            ]
            assert all(ours[1] == theirs[1] for ours, theirs in pairs), "the two disagree"
            ours = statistics.median(pair[0][0] for pair in pairs)
            ratio = statistics.median(pair[1][0] / pair[0][0] for pair in pairs)
            count = len(pairs[0][0][1])
            print(  # noqa: T201
                f"fails {part:.0%}, {enough:2} wanted: {len(patterns):3} patterns, {count:3} sets, "
                f"{ours * 1000:7.1f} ms, brute force takes {ratio:6.1f} times as long"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
