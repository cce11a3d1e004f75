"""Writes statistics.json: what scipy says for fixed inputs. Run: python3 make_statistics.py"""

import json
from pathlib import Path

import numpy
import scipy
from scipy import integrate, stats

SAMPLES = {
    "three": [0.9712, 0.9733, 0.9701],
    "five": [0.912, 0.904, 0.917, 0.899, 0.921],
    "ten": [1.3, -0.4, 2.2, 0.8, 0.1, 1.9, 0.7, -1.1, 1.4, 0.6],
    "skewed": [1.0, 1.1, 0.9, 1.05, 0.95, 1.02, 0.98, 0.2],
    "shifted": [1.1, -0.9, 2.0, 0.9, -0.3, 1.2, 0.2, -1.0, 1.0, 0.3],
}


def summary(values):
    error = stats.sem(values)
    student = stats.t.interval(0.95, len(values) - 1, loc=numpy.mean(values), scale=error)
    return {
        "values": values,
        "mean": numpy.mean(values),
        "median": numpy.median(values),
        "deviation": numpy.std(values, ddof=1),
        "student": list(student),
    }


def studentized(values, resamples=400_000):
    """The bootstrap-t interval (Efron and Tibshirani, 1993, section 12.5) by so many resamples that chance has no say."""
    values = numpy.array(values)
    n = len(values)
    draws = values[numpy.random.default_rng(1).integers(0, n, (resamples, n))]
    shifts, deviations = draws.mean(1) - values.mean(), draws.std(1, ddof=1)
    # A resample of one value only has an infinite ratio, or none where that value is the mean.
    with numpy.errstate(divide="ignore", invalid="ignore"):
        ratios = numpy.nan_to_num(shifts / (deviations / n ** 0.5), nan=0.0, posinf=numpy.inf, neginf=-numpy.inf)
    low, high = numpy.quantile(ratios, [0.025, 0.975], method="inverted_cdf")
    error = stats.sem(values)
    return [values.mean() - high * error, values.mean() - low * error]


def proportion(wins, count):
    interval = stats.binomtest(wins, count).proportion_ci(0.95, method="exact")
    return {"wins": wins, "count": count, "interval": [interval.low, interval.high]}


def expected_maximum(count):
    value, _ = integrate.quad(
        lambda x: x * count * stats.norm.cdf(x) ** (count - 1) * stats.norm.pdf(x), -12, 12, epsabs=1e-13)
    return {"count": count, "value": value}


def residuals(values, paired):
    """By least squares on a column for each configuration and, where they are shared, for each seed."""
    values = numpy.array(values)
    configurations, seeds = values.shape
    columns = [numpy.repeat(numpy.eye(configurations), seeds, axis=0)]
    if paired:
        columns.append(numpy.tile(numpy.eye(seeds), (configurations, 1)))
    design = numpy.hstack(columns)
    flat = values.ravel()
    left = (flat - design @ numpy.linalg.lstsq(design, flat, rcond=None)[0]).reshape(configurations, seeds)
    freedom = flat.size - numpy.linalg.matrix_rank(design)
    # The mean of b2 in normal samples, 3 (N - 1) / (N + 1), of N = freedom + 1.
    expected = 3 * freedom / (freedom + 2)
    shares = numpy.linalg.svd(left, compute_uv=False) ** 2 / (left ** 2).sum()
    p, m = seeds - 1, configurations - 1
    chance = 2 / (m * p * p) * (2 * (p * (p + 1) / 2 - 1)) ** 0.5
    return {
        "values": values.tolist(),
        "freedom": int(freedom),
        "variances": ((left ** 2).sum(1) / (freedom / configurations)).tolist(),
        "excessKurtosis": stats.kurtosis(left.ravel(), fisher=False) - expected,
        "dependence": ((shares ** 2).sum() - (p + m + 1) / (p * m + 2)) / chance if paired and seeds > 2
        # The mean of what a standard normal variable has above 0.
        else (0.5 / numpy.pi) ** 0.5 if seeds > 2 else 0.0,
    }


TABLE = numpy.round(numpy.random.default_rng(4).normal(0.9, 0.01, (6, 4)) + [[0], [0.02], [0], [0.1], [0], [0]], 4)
ten, shifted = SAMPLES["ten"], SAMPLES["shifted"]
paired = stats.ttest_rel(ten, shifted)
welch = stats.ttest_ind(ten, SAMPLES["five"], equal_var=False)
line_x = list(range(12))
line_y = [0.50, 0.53, 0.55, 0.60, 0.59, 0.64, 0.66, 0.65, 0.70, 0.73, 0.72, 0.76]
line = stats.linregress(line_x, line_y)

reference = {
    "versions": {"scipy": scipy.__version__, "numpy": numpy.__version__},
    "summaries": {name: summary(values) for name, values in SAMPLES.items()},
    "studentized": {name: studentized(SAMPLES[name]) for name in ("ten", "skewed")},
    "student": [
        {"freedom": freedom, "twoSided95": stats.t.ppf(0.975, freedom),
         "cumulative": [[x, stats.t.cdf(x, freedom)] for x in (-3.5, -0.2, 0.0, 0.7, 4.0)]}
        for freedom in (1, 2, 4, 9, 29, 30, 31, 200)],
    "beta": [
        {"a": a, "b": b, "cumulative": [[x, stats.beta.cdf(x, a, b)] for x in (0.001, 0.2, 0.5, 0.93)],
         "quantiles": [[p, stats.beta.ppf(p, a, b)] for p in (0.025, 0.5, 0.975)]}
        for a, b in ((0.5, 0.5), (1, 3), (2.5, 8), (40, 7))],
    "normal": [[x, stats.norm.cdf(x)] for x in (-6, -1.96, 0, 0.5, 3)],
    "proportions": [proportion(*pair) for pair in ((0, 3), (3, 3), (6, 6), (5, 6), (4, 10), (10, 10))],
    "expectedMaximum": [expected_maximum(count) for count in (2, 5, 20, 100, 1000)],
    # Of two candidates a verdict's power is that of the noncentral t distribution.
    "noncentral": [
        {"seeds": seeds, "difference": difference, "critical": critical,
         "power": stats.nct.sf(critical, seeds - 1, difference * seeds ** 0.5)}
        for seeds, difference, critical in ((3, 2.0, 4.303), (5, 1.5, 4.0), (10, 1.0, 2.9), (30, 0.6, 2.2))],
    # A pooled spread has as many degrees of freedom as all residuals together.
    "pooledPower": [
        {"shift": shift, "freedom": freedom, "critical": critical, "power": stats.nct.sf(critical, freedom, shift)}
        for shift, freedom, critical in ((5.0, 38, 4.3), (3.0, 8, 4.1), (6.0, 198, 4.6), (4.0, 19, 5.3))],
    "residuals": [residuals(TABLE, True), residuals(TABLE, False), residuals(TABLE[:, :2], True)],
    "paired": {"difference": numpy.mean(ten) - numpy.mean(shifted), "ratio": paired.statistic},
    "welch": {"ratio": welch.statistic},
    "line": {"x": line_x, "y": line_y, "slope": line.slope, "error": line.stderr},
}

path = Path(__file__).with_name("statistics.json")
path.write_text(json.dumps(reference, indent=1, default=float) + "\n")
