"""Makes the tables of sweeps/losses.yaml and sweeps/momentum.yaml: python3 sweeps/data/make_data.py"""

import math
import pathlib
import random

FOLDER = pathlib.Path(__file__).parent


def write(name, header, rows):
    lines = [",".join(header)] + [",".join(f"{value:.4g}" for value in row) for row in rows]
    (FOLDER / name).write_text("\n".join(lines) + "\n")


def wave(x, y):
    return 2 * math.sin(1.5 * x) + 0.5 * y * y


def measurements(count, outliers, draw):
    """Points of a wavy surface, measured with a little noise; a share of the measurements is wild and too high."""
    for _ in range(count):
        x, y = draw.uniform(-3, 3), draw.uniform(-2, 2)
        height = wave(x, y) + draw.gauss(0, 0.2)
        if draw.random() < outliers:
            height += draw.uniform(10, 30)
        yield x, y, height


def valley(count, draw):
    """A line in two inputs, one of which varies ten times as much as the other, so that the loss is a narrow valley."""
    for _ in range(count):
        wide, narrow = draw.gauss(0, 7), draw.gauss(0, 0.7)
        yield wide, narrow, 0.3 * wide - 2 * narrow + draw.gauss(0, 0.1)


write("valley.csv", ["wide", "narrow", "target"], valley(400, random.Random(1)))
write("outliers-train.csv", ["x", "y", "height"], measurements(600, 0.1, random.Random(2)))
write("outliers-dev.csv", ["x", "y", "height"], measurements(600, 0, random.Random(3)))
