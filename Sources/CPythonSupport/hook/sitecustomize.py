"""Python runs this file at its start, before a trial's program: it lets `sweep` see the program's calls of `wandb`.

It must be readable by every Python, cost next to nothing, and never break a program.
"""
import os
import sys


def _run_hidden_sitecustomize(folder):
    """Runs the sitecustomize of the interpreter or the user, which this file hides."""
    elsewhere = [path for path in sys.path if os.path.abspath(path or os.curdir) != folder]
    spec = _path_finder().find_spec("sitecustomize", elsewhere)
    if spec is not None and spec.loader is not None:
        try:
            from _frozen_importlib import module_from_spec
        except ImportError:
            from importlib.util import module_from_spec

        module = module_from_spec(spec)
        sys.modules["sitecustomize"] = module
        spec.loader.exec_module(module)


def _path_finder():
    """Python's own, which is there already, whereas importlib.util takes milliseconds to import."""
    for finder in sys.meta_path:
        if getattr(finder, "__name__", None) == "PathFinder":
            return finder
    from importlib.machinery import PathFinder

    return PathFinder


if sys.version_info >= (3, 8):
    _folder = os.path.dirname(os.path.abspath(__file__))
    try:
        if os.environ.get("SWEEP_WANDB", "none") != "none":
            import sweep_trial.start

            sweep_trial.start.install(_folder)
    finally:
        _run_hidden_sitecustomize(_folder)
