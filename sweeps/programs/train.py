#!/usr/bin/env python3
"""A training script of its own: takes its settings as arguments, prints its progress, and says it to `sweep`.

It runs without `sweep` as well: python3 train.py --lr=0.1
"""
import argparse
import json
import os
import random

from moons import Network, examples


def report(**values):
    """Tells `sweep` metrics; outside a sweep nobody."""
    path = os.environ.get("SWEEP_METRICS")
    if path:
        with open(path, "a") as file:
            file.write(json.dumps(values) + "\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--lr", type=float, default=0.1)
    parser.add_argument("--momentum", type=float, default=0.0)
    parser.add_argument("--hidden", type=int, default=8)
    parser.add_argument("--epochs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    settings = parser.parse_args()

    train, dev = examples(300, seed=settings.seed), examples(400, seed=settings.seed + 1000)
    network, done = Network(settings.hidden, settings.seed), 0

    # A trial that was stopped goes on from what its last attempt left.
    folder = os.environ.get("SWEEP_CHECKPOINT_DIR")
    checkpoint = os.path.join(folder, "network.json") if folder else None
    if checkpoint and os.path.exists(checkpoint):
        with open(checkpoint) as file:
            done, network.hidden, network.output, network.velocity = json.load(file)

    for epoch in range(done + 1, settings.epochs + 1):
        order = random.Random(settings.seed * 1000 + epoch).sample(train, len(train))
        losses = [network.learn(point, moon, settings.lr, settings.momentum) for point, moon in order]
        dev_loss, dev_accuracy = network.judge(dev)
        train_loss = sum(losses) / len(losses)
        print(f"epoch {epoch}: train_loss={train_loss:.4f} dev_loss={dev_loss:.4f} dev_accuracy={dev_accuracy:.4f}")
        report(
            epoch=epoch, step=epoch * len(train), train_loss=train_loss, dev_loss=dev_loss, dev_accuracy=dev_accuracy
        )
        if checkpoint:
            with open(checkpoint + ".new", "w") as file:
                json.dump([epoch, network.hidden, network.output, network.velocity], file)
            os.replace(checkpoint + ".new", checkpoint)


if __name__ == "__main__":
    main()
