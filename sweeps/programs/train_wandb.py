#!/usr/bin/env python3
"""The same training by a script that was written for Weights & Biases; nothing in it knows `sweep`."""
import random

import wandb

from moons import Network, examples


def main():
    with wandb.init(project="moons", config={"lr": 0.1, "momentum": 0.0, "hidden": 8, "epochs": 60}) as run:
        config = run.config
        train, dev = examples(300, seed=1), examples(400, seed=1001)
        network = Network(config.hidden, seed=1)
        for epoch in range(config.epochs):
            order = random.Random(epoch).sample(train, len(train))
            losses = [network.learn(point, moon, config.lr, config.momentum) for point, moon in order]
            loss, accuracy = network.judge(dev)
            run.log({"epoch": epoch, "train": {"loss": sum(losses) / len(losses)}, "dev/loss": loss, "dev/accuracy": accuracy})


if __name__ == "__main__":
    main()
