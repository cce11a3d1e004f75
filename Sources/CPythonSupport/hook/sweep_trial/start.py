"""The start of a trial's Python: decides which `wandb` the program gets when it imports it."""
import atexit
import os
import sys

from sweep_trial import trial


def install(folder):
    """Prepares `import wandb`; `folder` is the one that holds this package."""
    finder = Finder(os.environ["SWEEP_WANDB"], os.path.join(os.path.dirname(folder), "module"))
    sys.meta_path.insert(0, finder)
    finder.show_module()
    trial.set_variables()
    # Registered first, so that it runs last, when all that the program leaves to its end is done.
    atexit.register(trial.end)


class Finder:
    """Finds `wandb` for the program: the real package, with our hook in it, or our module."""

    def __init__(self, mode, module):
        self.mode = mode
        self.module = module

    def show_module(self):
        """Lets our module's metadata be found where it serves, since libraries ask for them before they import it."""
        if self.mode == "module" or (self.mode == "auto" and self.installed() is None):
            sys.path.insert(1 if len(sys.path) > 0 else 0, self.module)

    def installed(self):
        """The spec of a package or module `wandb` of the interpreter or the program; folders of that name are none."""
        hidden = self.module in sys.path
        if hidden:
            kept = list(sys.path)
            sys.path.remove(self.module)
        try:
            for finder in sys.meta_path:
                find = getattr(finder, "find_spec", None)
                spec = find("wandb", None, None) if find is not None and finder is not self else None
                # A folder `wandb` without code, such as the package's own records, has no file of its own.
                if spec is not None and spec.origin is not None and spec.loader is not None:
                    return spec
        finally:
            if hidden:
                sys.path[:] = kept
        return None

    def find_spec(self, name, path=None, target=None):
        if name != "wandb":
            return None
        spec = self.installed() if self.mode != "module" else None
        if spec is not None:
            from sweep_trial.loader import HookedLoader

            spec.loader = HookedLoader(spec.loader)
            return spec
        if self.mode == "real":
            raise ModuleNotFoundError(
                "the sweep file says 'wandb: real', but " + sys.executable + " has no package 'wandb': install it "
                "(pip install wandb), or leave that line out, so that sweep's own module serves",
                name="wandb",
            )
        import importlib.machinery

        return importlib.machinery.PathFinder.find_spec("wandb", [self.module])
