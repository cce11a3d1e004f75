"""Two half moons that a small network is to tell apart: plain Python, no packages."""
import math
import random


def examples(count, seed, noise=0.25):
    """Pairs of a point and its moon, 0 or 1."""
    random_numbers = random.Random(seed)
    found = []
    for index in range(count):
        moon, angle = index % 2, math.pi * random_numbers.random()
        x, y = (math.cos(angle), math.sin(angle)) if moon == 0 else (1 - math.cos(angle), 0.5 - math.sin(angle))
        found.append(((x + random_numbers.gauss(0, noise), y + random_numbers.gauss(0, noise)), moon))
    return found


class Network:
    """One hidden layer of tanh units and a logistic output, trained by stochastic gradient descent with momentum."""

    def __init__(self, hidden, seed):
        random_numbers = random.Random(seed)
        self.hidden = [[random_numbers.gauss(0, 1) for _ in range(3)] for _ in range(hidden)]
        self.output = [random_numbers.gauss(0, 1 / math.sqrt(hidden)) for _ in range(hidden + 1)]
        self.velocity = [[0.0] * 3 for _ in range(hidden)] + [[0.0] * (hidden + 1)]

    def _values(self, point):
        units = [math.tanh(a * point[0] + b * point[1] + c) for a, b, c in self.hidden]
        total = sum(weight * unit for weight, unit in zip(self.output, units)) + self.output[-1]
        return units, 1 / (1 + math.exp(-max(-40.0, min(40.0, total))))

    def learn(self, point, moon, lr, momentum):
        """One step; returns the example's loss before it."""
        units, chance = self._values(point)
        error = chance - moon
        for index, unit in enumerate(units):
            slope = error * self.output[index] * (1 - unit * unit)
            self._move(self.hidden[index], self.velocity[index], (slope * point[0], slope * point[1], slope), lr, momentum)
        self._move(self.output, self.velocity[-1], [error * unit for unit in units] + [error], lr, momentum)
        return self._loss(chance, moon)

    @staticmethod
    def _move(weights, velocity, gradient, lr, momentum):
        for index, slope in enumerate(gradient):
            velocity[index] = momentum * velocity[index] + slope
            weights[index] -= lr * velocity[index]

    @staticmethod
    def _loss(chance, moon):
        return -math.log(max(chance if moon else 1 - chance, 1e-12))

    def judge(self, data):
        """The mean loss and the accuracy on examples."""
        chances = [(self._values(point)[1], moon) for point, moon in data]
        loss = sum(self._loss(chance, moon) for chance, moon in chances) / len(data)
        return loss, sum((chance >= 0.5) == (moon == 1) for chance, moon in chances) / len(data)
