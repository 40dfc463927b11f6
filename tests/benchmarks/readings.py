"""How long readings take, against the least that any such count must do and against a loop over the draws.

Run by hand: ``python tests/benchmarks/readings.py [rounds]``. Candidates take turns in one run; a ratio is taken inside
each round against the bare work of that round, and the median of the ratios is printed. Times depend on the machine.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np

from decision.judge.certainty.corners import corner_scores, weights_of_mixes
from decision.judge.certainty.draws import draw_mixes
from decision.judge.certainty.order_proof import order_proof
from decision.judge.certainty.readings import readings
from decision.judge.certainty.tally import tally_places
from decision.nouns.findings import Spread, Standing, Uncertain

if TYPE_CHECKING:
    from collections.abc import Callable

    from decision.arrays import Floats

CONCERNS = 6
AT_ONCE = 1 << 17
SLOW_LOOP = 10_000_000


def table(n: int) -> Standing:
    """Invented programs, every fact known."""
    shares = np.random.default_rng(n).random((CONCERNS, n))
    weights = np.full(CONCERNS, 1 / CONCERNS)
    score = np.round(100 * weights @ shares, 9)
    order = np.argsort(-score)
    return Standing(
        programs=order,
        rows=order + 2,
        names=tuple("abcdef"),
        weights=weights,
        score=score[order],
        groups=tuple((number,) for number in range(CONCERNS)),
        low=shares[:, order].copy(),
        high=shares[:, order].copy(),
        shortlist=3,
    )


def bare(corners: Floats, mixes: Floats) -> None:
    """Multiply, sort as many whole numbers, count as many: the least that a count of places must do."""
    n = corners.shape[1]
    step = max(1, AT_ONCE // n)
    for start in range(0, len(mixes), step):
        scores = mixes[start : start + step] @ corners
        whole = scores.view(np.int64)
        whole.sort(axis=1)
        np.bincount(np.broadcast_to(np.arange(n), whole.shape).ravel(), minlength=n)


def ours(corners: Floats, mixes: Floats) -> None:
    """Count places as readings do: firsts, shortlists and mean ranks, with ties shared."""
    step = max(1, AT_ONCE // corners.shape[1])
    for start in range(0, len(mixes), step):
        tally_places(mixes[start : start + step] @ corners, 3)


def loop(shares: Floats, weights: Floats) -> None:
    """One draw after the other: weigh, add up, order, count."""
    n = shares.shape[1]
    ranks = np.zeros(n)
    numbers = np.arange(1, n + 1)
    for given in weights:
        ranks[np.argsort(-(shares.T * given).sum(axis=1))] += numbers


def unknowns(standing: Standing) -> list[Uncertain]:
    """One fact in ten is not known, spread over all concerns."""
    n = len(standing.rows)
    places = np.arange(0, n, 2)
    half = np.full(len(places), 0.5)
    return [
        Uncertain(criterion=0, spread=Spread.SHARES, programs=places, first=half - 0.5, second=half + 0.5, knots=()),
        Uncertain(
            criterion=3,
            spread=Spread.COUNTED,
            programs=places[::5],
            first=half[::5] + 12,
            second=half[::5] + 7,
            knots=((0, 0), (1, 1)),
        ),
    ]


def seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def compare(n: int, draws: int, rounds: int) -> None:
    """Print one line per candidate."""
    standing = table(n)
    corners = np.rint(1e11 * (1 - corner_scores(standing.low, standing.groups)))
    mixes = draw_mixes(CONCERNS, draws, np.random.default_rng(1))
    weights = weights_of_mixes(mixes, standing.groups)
    never = order_proof(standing).never_first
    varying = unknowns(standing)
    work: dict[str, Callable[[], object]] = {
        "bare product, sort, count": lambda: bare(corners, mixes),
        "places, shortlists, ranks": lambda: ours(corners, mixes),
        "readings(), all known": lambda: readings(standing, [], never, draws=draws),
        "readings(), 1 in 10 unknown": lambda: readings(standing, varying, never, draws=draws),
    }
    if n * draws <= SLOW_LOOP:
        work["loop over the draws"] = lambda: loop(standing.low, weights)
    taken: dict[str, list[float]] = {name: [] for name in work}
    for _ in range(rounds + 1):
        for name, run in work.items():
            taken[name].append(seconds(run))
    base = taken["bare product, sort, count"]
    sys.stdout.write(f"\n{n:,} programs, {draws:,} draws\n")
    for name, times in taken.items():
        ratio = statistics.median(one / other for one, other in zip(times[1:], base[1:], strict=True))
        sys.stdout.write(f"  {name:28} {1000 * min(times[1:]):9.1f} ms   {ratio:7.2f} x bare\n")


if __name__ == "__main__":
    asked = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    for programs in (20, 200, 2000):
        for wanted in (10_000, 100_000):
            compare(programs, wanted, asked if programs * wanted <= SLOW_LOOP else 2)
