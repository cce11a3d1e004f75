"""Makes the table of sweeps/momentum.yaml: python3 sweeps/data/make_data.py"""

import pathlib
import random

FOLDER = pathlib.Path(__file__).parent


def write(name, header, rows):
    lines = [",".join(header)] + [",".join(f"{value:.4g}" for value in row) for row in rows]
    (FOLDER / name).write_text("\n".join(lines) + "\n")


def valley(count, draw):
    """A line in two inputs, one of which varies ten times as much as the other, so that the loss is a narrow valley."""
    for _ in range(count):
        wide, narrow = draw.gauss(0, 7), draw.gauss(0, 0.7)
        yield wide, narrow, 0.3 * wide - 2 * narrow + draw.gauss(0, 0.1)


write("valley.csv", ["wide", "narrow", "target"], valley(400, random.Random(1)))
