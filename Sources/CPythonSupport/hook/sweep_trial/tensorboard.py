"""Programs that say `sync_tensorboard`: what they write by TensorBoard's writers is logged as well."""
import functools
import sys

from sweep_trial import trial

_modules = ("torch.utils.tensorboard.writer", "tensorboardX.writer")


def follow(log):
    """Passes scalars of the writers on, those that are there now and those that are imported later."""
    for name in _modules:
        if name in sys.modules:
            _wrap(sys.modules[name], log)
    sys.meta_path.insert(0, _Finder(log))


def _wrap(module, log):
    writer = getattr(module, "SummaryWriter", None)
    if writer is None or hasattr(writer, "_sweep_log"):
        if writer is not None:
            writer._sweep_log = staticmethod(log)
        return
    writer._sweep_log = staticmethod(log)
    one = writer.add_scalar

    @functools.wraps(one)
    def add_scalar(self, tag, scalar_value, global_step=None, *arguments, **options):
        try:
            writer._sweep_log({tag: scalar_value, "global_step": global_step})
        except Exception as problem:
            trial.say("a value of TensorBoard was not seen: %s: %s" % (type(problem).__name__, problem))
        return one(self, tag, scalar_value, global_step, *arguments, **options)

    writer.add_scalar = add_scalar


class _Finder:
    """Wraps a writer's module once it is imported."""

    def __init__(self, log):
        self.log = log

    def find_spec(self, name, path=None, target=None):
        if name not in _modules:
            return None
        sys.meta_path.remove(self)
        try:
            import importlib.util

            spec = importlib.util.find_spec(name)
        finally:
            sys.meta_path.insert(0, self)
        if spec is None or spec.loader is None:
            return None
        spec.loader = _Loader(spec.loader, self.log)
        return spec


class _Loader:
    def __init__(self, loader, log):
        self._loader, self._log = loader, log

    def __getattr__(self, name):
        return getattr(self._loader, name)

    def create_module(self, spec):
        return self._loader.create_module(spec)

    def exec_module(self, module):
        module.__spec__.loader = module.__loader__ = self._loader
        self._loader.exec_module(module)
        _wrap(module, self._log)
