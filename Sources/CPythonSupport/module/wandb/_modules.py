"""Names of the package beyond those that serve: its modules' paths, and what is accepted and does nothing."""
import importlib
import importlib.machinery
import sys
import types

from sweep_trial import trial

# Where names are looked up that a program takes from some module of the package, in this order.
_holders = ("_errors", "_config", "_summary", "_media", "_artifact", "_terminal", "_run", "_api", "_util")

# Modules of the package that hold only such names, so that nothing need be said about them.
_known = (
    "agents apis apis.public apis.internal artifacts beta data_types env errors errors.errors errors.term integration "
    "integration.torch plots proto sdk sdk.artifacts sdk.artifacts.artifact sdk.data_types sdk.data_types.image "
    "sdk.data_types.table sdk.data_types.base_types sdk.data_types.base_types.media sdk.integration_utils sdk.interface sdk.internal "
    "sdk.lib sdk.lib.config_util sdk.lib.disabled sdk.lib.telemetry sdk.lib.deprecate sdk.wandb_artifacts sdk.wandb_config "
    "sdk.wandb_init sdk.wandb_login sdk.wandb_run sdk.wandb_settings sdk.wandb_setup sdk.wandb_summary sdk.wandb_sweep "
    "util viz wandb_agent wandb_run wandb_sdk wandb_torch"
).split()

# Other paths to modules of ours.
_same = {
    "integration.keras": "keras",
    "integration.keras.keras": "keras",
    "integration.keras.callbacks": "keras",
    "integration.keras.callbacks.metrics_logger": "keras",
    "integration.keras.callbacks.model_checkpoint": "keras",
    "integration.keras.callbacks.tables_builder": "keras",
    "keras.callbacks": "keras",
    "sdk.integration_utils.keras": "keras",
    "integration.xgboost": "xgboost",
    "integration.lightgbm": "lightgbm",
    "plot.custom_chart": "plot",
}


class Ignored:
    """Stands for anything: can be called, entered, indexed, iterated, derived from; does nothing."""

    def __init__(self, name):
        object.__setattr__(self, "_name", name)

    def __call__(self, *arguments, **options):
        # As a decorator it leaves what it decorates.
        if len(arguments) == 1 and not options and isinstance(arguments[0], (type, types.FunctionType)):
            return arguments[0]
        return Ignored(self._name + "()")

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Ignored(self._name + "." + name)

    def __setattr__(self, name, value):
        pass

    def __mro_entries__(self, bases):
        return (object,)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        return False

    def __getitem__(self, key):
        return Ignored(self._name + "[]")

    def __setitem__(self, key, value):
        pass

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __bool__(self):
        return False

    def __repr__(self):
        return "<%s does nothing here>" % self._name


def ignored(name):
    """Accepts a name and says so once."""
    trial.say(
        "%s is accepted but does nothing: sweep's own module serves for wandb (pip install wandb brings the real one)"
        % name
    )
    return Ignored(name)


class Shell(types.ModuleType):
    """A module of the package whose names are found wherever they are."""

    __path__ = []

    def __getattr__(self, name):
        return attribute(self.__name__, name)

    def __call__(self, *arguments, **options):
        return Ignored(self.__name__ + "()")


def attribute(module, name):
    """The value of a name in a module of the package."""
    if name.startswith("__") or (name.startswith("_") and module == "wandb" and name not in ("_attach", "_teardown")):
        raise AttributeError("module '%s' has no attribute '%s'" % (module, name))
    package = sys.modules["wandb"]
    if name == "_attach":
        return package.init
    if name == "_teardown":
        return package.teardown
    path = (module + "." + name)[len("wandb.") :]
    if path in _known or path in _same or path in ("plot", "keras", "xgboost", "lightgbm"):
        return importlib.import_module("wandb." + path)
    if module != "wandb":
        for holder in _holders:
            found = importlib.import_module("wandb." + holder).__dict__.get(name)
            if found is not None:
                return found
        if name in package.__dict__:
            return package.__dict__[name]
    if name in ("Bokeh", "Chart"):
        return getattr(importlib.import_module("wandb._media"), name)
    return ignored(module + "." + name)


class Finder:
    """Finds modules of the package that are no files of ours."""

    def find_spec(self, name, path=None, target=None):
        if name.startswith("wandb."):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        path = spec.name[len("wandb.") :]
        if path in _same:
            module = importlib.import_module("wandb." + _same[path])
            # Importing must not change what the one module says of itself.
            return _Alias(module, spec.name)
        if path not in _known and not any(known.startswith(path + ".") for known in _known):
            ignored(spec.name)
        return Shell(spec.name)

    def exec_module(self, module):
        pass


class _Alias(types.ModuleType):
    """A module under another path."""

    __path__ = []

    def __init__(self, module, name):
        super().__init__(name)
        self.__dict__["_module"] = module

    def __getattr__(self, name):
        return getattr(self.__dict__["_module"], name)


# Last, so that files of ours come first.
sys.meta_path.append(Finder())
