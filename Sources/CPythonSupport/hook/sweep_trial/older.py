"""Names that were taken out of the real `wandb`, which many scripts still use."""
import functools
import importlib
import importlib.util
import os
import sys
import types

from sweep_trial import trial


def serve(wandb, Run):
    """Puts names that are missing into the package."""
    _serve_modules(wandb)
    if not hasattr(wandb.util, "generate_id"):
        wandb.util.generate_id = _generate_id
    for name, method in (("get_url", lambda self: self.url), ("join", Run.finish)):
        if not hasattr(Run, name):
            setattr(Run, name, method)
    save = Run.save

    @functools.wraps(save)
    def save_files(self, glob_str=None, *arguments, **others):
        return True if glob_str is None else save(self, glob_str, *arguments, **others)

    Run.save = save_files
    start = wandb.Settings.__init__

    @functools.wraps(start)
    def settings(self, *arguments, **options):
        try:
            start(self, *arguments, **options)
        except Exception as problem:
            errors = problem.errors() if hasattr(problem, "errors") else []
            unknown = [error["loc"][0] for error in errors if error.get("type") == "extra_forbidden"]
            if not unknown:
                raise
            for name in unknown:
                options.pop(name, None)
                trial.say("wandb.Settings(%s=…) has no effect here" % name)
            start(self, *arguments, **options)

    wandb.Settings.__init__ = settings


def _generate_id(length=8):
    import random
    import string

    return "".join(random.SystemRandom().choice(string.ascii_lowercase + string.digits) for _ in range(length))


def _serve_modules(wandb):
    """Modules that moved, and the callback for Keras, which is ours where the package has it no more."""
    for name in ("xgboost", "lightgbm"):
        if _is_missing("wandb." + name):
            sys.modules["wandb." + name] = _Moved("wandb." + name, "wandb.integration." + name)
    if _is_missing("wandb.keras"):
        module = sys.modules["wandb.keras"] = _Keras("wandb.keras", "wandb.integration.keras")
        wandb.keras = module


def _is_missing(name):
    return name not in sys.modules and importlib.util.find_spec(name) is None


class _Moved(types.ModuleType):
    """A module under its former name; imported once it is used."""

    def __init__(self, name, place):
        super().__init__(name)
        self.__dict__["_place"] = place

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(importlib.import_module(self._place), name)


class _Keras(_Moved):
    def __getattr__(self, name):
        try:
            return super().__getattr__(name)
        except (AttributeError, ImportError):
            # The package's own callbacks need TensorFlow, whatever Keras works with.
            if not name.startswith("Wandb"):
                raise
        folder = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
        path = os.path.join(folder, "module", "wandb", "keras.py")
        spec = importlib.util.spec_from_file_location("sweep_trial.own_keras", path)
        own = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(own)
        return getattr(own, name)
