"""Trains what TrainingBenchmark orders with PyTorch, in one thread, and answers how long each pass took.

An order is a line of JSON on standard input; the answer is a list of seconds of processor time on standard output.
"""

import json
import platform
import sys
import time

import torch
from torch import nn

VARIANTS = {"plain": {"foreach": False}, "foreach": {"foreach": True}, "fused": {"fused": True}}


def make_network(widths):
    layers = []
    for inputs, outputs in zip(widths, widths[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1])


def make_optimizer(name, parameters, variant):
    if name == "sgd":
        return torch.optim.SGD(parameters, lr=1e-3, **VARIANTS[variant])
    return torch.optim.Adam(parameters, lr=1e-3, **VARIANTS[variant])


def train_pass(network, loss_of, optimizer, inputs, targets, batch_size):
    order = torch.randperm(len(inputs))
    for start in range(0, len(inputs), batch_size):
        chosen = order[start : start + batch_size]
        outputs = network(torch.index_select(inputs, 0, chosen))
        loss = loss_of(outputs, torch.index_select(targets, 0, chosen))
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        optimizer.step()
        loss.item()


def time_passes(order, inputs):
    torch.manual_seed(1)
    network = make_network(order["widths"])
    optimizer = make_optimizer(order["optimizer"], network.parameters(), order["variant"])
    outputs = order["widths"][-1]
    targets = torch.arange(order["examples"]) % max(2, outputs)
    if outputs == 1:
        targets, loss_of = targets.float().unsqueeze(1), nn.BCEWithLogitsLoss()
    else:
        loss_of = nn.CrossEntropyLoss()
    seconds = []
    for _ in range(order["passes"] + 1):
        start = time.process_time()
        train_pass(network, loss_of, optimizer, inputs, targets, order["batch_size"])
        seconds.append(time.process_time() - start)
    return seconds[1:]


def main():
    torch.set_num_threads(1)
    versions = f"PyTorch {torch.__version__}, Python {platform.python_version()}"
    print(json.dumps({"versions": versions}), flush=True)
    inputs = torch.empty(0, 0)
    for line in sys.stdin:
        order = json.loads(line)
        shape = (order["examples"], order["widths"][0])
        if inputs.shape != shape:
            inputs = torch.rand(shape) * 2 - 1
        print(json.dumps(time_passes(order, inputs)), flush=True)


main()
