"""How ``decide rank`` compares with the least that any such program must do, and how its cost grows with the table.

Run by hand: ``python tests/benchmarks/rank.py [--rows 1000000] [--rounds 5]``. Every run is a fresh process; candidates
take turns, a ratio is taken inside each round, and the median is printed. Processor time is compared, since others may
use the machine. Nothing is asserted: times depend on the machine.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from tests.benchmarks.table import CRITERIA, write_table  # noqa: E402

RANK = "from decision.cli import main; main(['rank', {table!r}, '--criteria', {criteria!r}, '-q', '-o', {ranked!r}])"
TABLE_ONLY = """
from decision.intake.criteria.criteria_set import read_criteria
from decision.intake.table.programs import read_programs
from decision.procedure import work_out
from decision.report.files.ranked import ranked_csv
from decision.report.files.save import save
save({ranked!r}, ranked_csv(work_out(read_programs({table!r}), read_criteria({criteria!r}))))
"""
HIDE_ARROW = "import sys; sys.modules['pyarrow'] = None; "
CSV_READER = """
import csv, gc
gc.disable()
def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.reader(file))
def write(rows, path):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file, lineterminator="\\n").writerows(rows)
"""
ARROW_READER = """
import csv
import pyarrow
import pyarrow.csv
def read(path):
    with open(path, newline="", encoding="utf-8") as file:
        names = next(csv.reader(file))
    types = dict.fromkeys(names, pyarrow.string())
    return pyarrow.csv.read_csv(path, convert_options=pyarrow.csv.ConvertOptions(column_types=types))
write = pyarrow.csv.write_csv
"""
READ = "table = read({table!r})"
WRITE = """
table = read({answer!r})
before = cost()
write(table, {ranked!r})
"""
PROBE = """
import json, resource, sys
def cost():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return [used.ru_utime + used.ru_stime, used.ru_maxrss * 1024]
before = cost()
{work}
after = cost()
print(json.dumps([after[0] - before[0] * {is_part}, after[1]]), file=sys.stderr)
"""


class Cost(NamedTuple):
    """Seconds of the processor, and the most memory held, in bytes."""

    seconds: float
    memory: float


def run(work: str) -> Cost:
    """Run code in a fresh interpreter; the interpreter's own start counts."""
    return _probed(work, is_part=False)


def run_from_mark(work: str) -> Cost:
    """Run code in a fresh interpreter; only what stands after ``before = cost()`` counts."""
    return _probed(work, is_part=True)


def _probed(work: str, *, is_part: bool) -> Cost:
    code = PROBE.format(work=work, is_part=int(is_part))
    setting = os.environ | {"PYTHONPATH": str(PROJECT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=setting)
    return Cost(*json.loads(done.stderr.splitlines()[-1]))


def floor(reader: str, places: dict[str, str]) -> Cost:
    """Read the table in one process, write the answer's cells in another; what is read for writing does not count."""
    read = run(reader + READ.format(**places))
    write = run_from_mark(reader + WRITE.format(**places))
    return Cost(read.seconds + write.seconds, max(read.memory, write.memory))


def median_ratio(ours: list[Cost], base: list[Cost]) -> float:
    """Give the median over rounds of the ratio of processor times."""
    return statistics.median(one.seconds / other.seconds for one, other in zip(ours, base, strict=True))


def say(words: str, number: float) -> None:
    sys.stdout.write(f"  {words:72} {number:8.2f}\n")
    sys.stdout.flush()


def compare_start(folder: Path, rounds: int) -> None:
    """A table of 30 rows against imports alone."""
    places = _places(folder, 30)
    ours, pandas, lean = [], [], []
    for _ in range(rounds):
        ours.append(run(RANK.format(**places)))
        pandas.append(run("import pandas"))
        lean.append(run("import numpy, yaml, csv, argparse"))
    sys.stdout.write("30 rows\n")
    say("decide rank / import pandas", median_ratio(ours, pandas))
    say("decide rank / import numpy, yaml, csv, argparse", median_ratio(ours, lean))


def compare_large(folder: Path, rows: int, rounds: int) -> None:
    """A large table against reading it and writing the answer, and nothing else."""
    places = _places(folder, rows)
    run(RANK.format(**places))
    Path(places["ranked"]).rename(places["answer"])
    size = Path(places["table"]).stat().st_size
    sys.stdout.write(f"{rows:,} rows, {size / 1e6:.0f} MB\n")
    for words, work in (("ranked table alone", TABLE_ONLY), ("decide rank, with its words", RANK)):
        fast, plain, arrow, csv = [], [], [], []
        for _ in range(rounds):
            fast.append(run(work.format(**places)))
            plain.append(run(HIDE_ARROW + work.format(**places)))
            arrow.append(floor(ARROW_READER, places))
            csv.append(floor(CSV_READER, places))
        say(f"{words}, with pyarrow / reading and writing with it", median_ratio(fast, arrow))
        say(f"{words}, with pyarrow / reading and writing with csv", median_ratio(fast, csv))
        say(f"{words}, without / reading and writing with csv", median_ratio(plain, csv))
        say(f"{words}, with pyarrow: peak memory / file size", max(cost.memory for cost in fast) / size)
        say(f"{words}, without: peak memory / file size", max(cost.memory for cost in plain) / size)


def compare_growth(folder: Path, rows: int, rounds: int) -> None:
    """How the cost of the ranked table grows: 1 is in proportion to the rows."""
    sizes = [size for size in (1_000, 10_000, 100_000, 1_000_000) if size <= rows]
    places = [_places(folder, size) for size in sizes]
    for name, before in (("with pyarrow", ""), ("without pyarrow", HIDE_ARROW)):
        costs = [[run(before + TABLE_ONLY.format(**place)).seconds for place in places] for _ in range(rounds)]
        middle = [math.log(statistics.median(column)) for column in zip(*costs, strict=True)]
        slope, last = _slope([math.log(size) for size in sizes], middle), _slope([0.0, math.log(10)], middle[-2:])
        say(f"{name}: exponent of the cost, {sizes[0]:,} to {sizes[-1]:,} rows", slope)
        say(f"{name}: exponent of the cost, the last step of ten", last)


def _slope(xs: list[float], ys: list[float]) -> float:
    return statistics.linear_regression(xs, ys).slope


def _places(folder: Path, rows: int) -> dict[str, str]:
    """Make a table, and say where all files of a run are."""
    table, criteria = folder / f"{rows}.csv", folder / "criteria.yaml"
    if not table.exists():
        write_table(table, rows)
    criteria.write_text(CRITERIA, encoding="utf-8")
    names = {"table": table, "criteria": criteria, "ranked": folder / "ranked.csv", "answer": folder / "answer.csv"}
    return {name: str(path) for name, path in names.items()}


if __name__ == "__main__":
    options = argparse.ArgumentParser(description="Compare the cost of decide rank.")
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--rounds", type=int, default=5)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as made:
        compare_start(Path(made), 3 * chosen.rounds)
        compare_large(Path(made), chosen.rows, chosen.rounds)
        sys.stdout.write("growth\n")
        compare_growth(Path(made), chosen.rows, chosen.rounds)
