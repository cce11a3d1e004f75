"""Makes scores.json: what scikit-learn says of predictions, for the tests of Training's scores.

    python3 -m venv venv && venv/bin/pip install scikit-learn && venv/bin/python make_scores.py > scores.json
"""

import json
import warnings

import numpy as np
import sklearn
from sklearn import metrics

warnings.simplefilter("ignore")
random = np.random.default_rng(20261130)


def numbers(array):
    """As float32, which is what networks give."""
    return np.asarray(array, dtype=np.float32)


def logistic(x):
    return 1 / (1 + np.exp(-x))


def cross_entropy(logits, classes, shares):
    """scikit-learn's, but from logits where it cuts shares off at the smallest step of a number."""
    if shares.min() > 1e-12:
        return metrics.log_loss(classes, shares, labels=range(shares.shape[1]))
    columns = np.concatenate([np.zeros_like(logits), logits], axis=1) if logits.shape[1] == 1 else logits
    return (np.logaddexp.reduce(columns, axis=1) - columns[np.arange(len(classes)), classes]).mean()


def classification(name, logits, classes):
    logits, classes = numbers(logits), np.asarray(classes)
    wide = logits.astype(np.float64)
    if logits.shape[1] == 1:
        second = logistic(wide[:, 0])
        shares = np.stack([1 - second, second], axis=1)
        predicted = (wide[:, 0] > 0).astype(int)
        score = wide[:, 0]
    else:
        powers = np.exp(wide - wide.max(axis=1, keepdims=True))
        shares = powers / powers.sum(axis=1, keepdims=True)
        predicted = wide.argmax(axis=1)
        score = wide[:, 1] - wide[:, 0]
    values = {
        "accuracy": metrics.accuracy_score(classes, predicted),
        "cross_entropy": cross_entropy(wide, classes, shares),
        "balanced_accuracy": metrics.balanced_accuracy_score(classes, predicted),
        "f1": metrics.f1_score(classes, predicted, average="macro"),
    }
    if shares.shape[1] == 2 and len(set(classes)) == 2:
        values["auc"] = metrics.roc_auc_score(classes, score)
    return {
        "name": name, "outputs": [[float(x) for x in row] for row in logits], "classes": [int(c) for c in classes],
        "expected": {key: float(value) for key, value in values.items()},
    }


def regression(name, outputs, targets):
    outputs, targets = numbers(outputs), numbers(targets)
    wide, right = outputs.astype(np.float64), targets.astype(np.float64)
    values = {
        "rmse": metrics.root_mean_squared_error(right, wide), "mae": metrics.mean_absolute_error(right, wide),
    }
    if len(right) > 1:
        values["r2"] = metrics.r2_score(right, wide)
    return {
        "name": name, "outputs": [[float(x)] for x in outputs], "targets": [float(y) for y in targets],
        "expected": {key: float(value) for key, value in values.items()},
    }


def classifications():
    classes = random.integers(0, 4, 60)
    logits = random.normal(0, 1, (60, 4)) + 1.5 * np.eye(4)[classes]
    yield classification("four classes", logits, classes)
    yield classification("a class without examples", logits, np.where(classes == 2, 0, classes))
    yield classification("a class that is neither there nor predicted", logits - [0, 0, 50, 0], classes % 2)
    yield classification("a class that is never predicted", logits - [0, 0, 50, 0], classes)
    yield classification("every class alone", np.eye(3), [0, 1, 2])
    yield classification("equal outputs", np.zeros((6, 3)), [0, 0, 1, 1, 2, 2])
    two = (random.random(200) < 0.1).astype(int)
    score = random.normal(0, 1, 200) + 1.2 * two
    yield classification("two classes, one of them rare", np.stack([-score, score], axis=1), two)
    yield classification("one output, one class rare", score[:, None] - 1, two)
    yield classification("one output, many ties", np.round(score)[:, None], two)
    yield classification("one output, all tied", np.zeros((5, 1)), [0, 1, 0, 1, 1])
    yield classification("one output, perfect", [[-2], [-1], [1], [2]], [0, 0, 1, 1])
    yield classification("one output, all wrong", [[2], [1], [-1], [-2]], [0, 0, 1, 1])
    yield classification("one output, zeros of both signs", [[-0.0], [0.0], [0.5], [-0.5]], [0, 1, 1, 0])
    yield classification("one output, one class alone", [[0.5], [-0.25], [1]], [1, 1, 1])


def regressions():
    targets = random.normal(50, 20, 80)
    outputs = targets + random.normal(0, 5, 80)
    yield regression("numbers", outputs, targets)
    yield regression("worse than the mean", -outputs, targets)
    yield regression("an outlier", np.append(outputs, 1e4), np.append(targets, -1e4))
    yield regression("equal targets", [1, 2, 4], [3, 3, 3])
    yield regression("equal targets, all met", [3, 3], [3, 3])
    yield regression("one example", [1.5], [2])
    yield regression("far from zero", 1e6 + numbers(outputs), 1e6 + numbers(targets))


print(json.dumps({
    "scikit_learn": sklearn.__version__, "classifications": list(classifications()),
    "regressions": list(regressions()),
}, indent=None, separators=(",", ":")))
