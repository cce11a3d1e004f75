"""Loads the real `wandb` and puts our hook into it."""
import sys

from sweep_trial import trial


class HookedLoader:
    """A loader that does as another one does, and hooks the module once it is there."""

    def __init__(self, loader):
        self._loader = loader

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self._loader
        from sweep_trial import real

        real.set_variables()
        self._loader.exec_module(module)
        if not hasattr(module, "init"):
            return  # the program's own module of that name
        try:
            real.hook(module)
        except Exception as problem:
            version = getattr(module, "__version__", "of an unknown version")
            trial.say(
                "the installed wandb %s is none that sweep knows (%s: %s), so its values are not seen; "
                "'wandb: module' in the sweep file uses sweep's own" % (version, type(problem).__name__, problem)
            )
