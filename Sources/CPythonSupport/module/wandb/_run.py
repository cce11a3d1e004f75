"""Runs: what `init` begins, what programs log to it, and the package's own functions about the current run."""
import atexit
import enum
import os
import sys
import time

from sweep_trial import recorder, trial

from wandb import _files, _modules
from wandb._config import Config, mapping
from wandb._errors import Error, UsageError
from wandb._summary import Definitions, Summary
from wandb._terminal import termwarn


class AlertLevel(enum.Enum):
    INFO = "INFO"
    WARN = "WARN"
    ERROR = "ERROR"


class Settings:
    """Takes every setting; one that was not given is None."""

    def __init__(self, *arguments, **settings):
        for source in arguments:
            self.update(source if isinstance(source, dict) else vars(source))
        self.update(settings)

    def update(self, settings=None, **others):
        self.__dict__.update(settings or {}, **others)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return None

    def get(self, name, default=None):
        return self.__dict__.get(name, default)

    __getitem__ = get

    def __contains__(self, name):
        return name in self.__dict__


class Run:
    """One run. A trial may have several, one after the other."""

    disabled = False

    def __init__(self, settings=None, config=None, **options):
        self._settings = settings if isinstance(settings, Settings) else Settings(settings or {})
        self._id = trial.identifier()
        self._project = options.get("project") or self._settings.project or os.environ.get("WANDB_PROJECT")
        self._entity = options.get("entity") or self._settings.entity or os.environ.get("WANDB_ENTITY") or "sweep"
        self._project = self._project or "uncategorized"
        self.name = options.get("name") or self._settings.run_name or os.environ.get("WANDB_NAME") or trial.name()
        self.group = options.get("group") or os.environ.get("WANDB_RUN_GROUP") or ""
        self.job_type = options.get("job_type") or os.environ.get("WANDB_JOB_TYPE") or ""
        tags = options.get("tags") or ()
        self.tags = (tags,) if isinstance(tags, str) else tuple(tags)
        self.notes = options.get("notes") or os.environ.get("WANDB_NOTES") or ""
        self.start_time = time.time()
        self.starting_step = 0
        self.resumed = os.environ.get("SWEEP_RESUME") == "1" and bool(options.get("resume"))
        self._config = config if config is not None else Config()
        self._summary = Summary()
        self._definitions = Definitions()
        self._rows = None if self.disabled else recorder.Rows(recorder.shared(), options.get("resume"))
        self._finished = False
        self._process = os.getpid()
        self._files = None
        self._settings.update(
            {
                "run_id": self._id,
                "run_name": self.name,
                "project": self._project,
                "entity": self._entity,
                "mode": self.mode,
                "sweep_id": self.sweep_id,
            }
        )

    id = property(lambda self: self._id)
    project = property(lambda self: self._project)
    entity = property(lambda self: self._entity)
    path = property(lambda self: "/".join((self._entity, self._project, self._id)))
    url = property(lambda self: "file://" + os.path.abspath(self.dir))
    project_url = property(lambda self: "file://" + os.path.abspath(trial.folder()))
    sweep_url = project_url
    sweep_id = property(lambda self: os.environ.get("WANDB_SWEEP_ID") or trial.sweep_name())
    settings = property(lambda self: self._settings)
    config_static = property(lambda self: self._config.as_dict())
    mode = property(lambda self: "disabled" if self.disabled else "offline")
    offline = property(lambda self: not self.disabled)
    step = property(lambda self: self._rows.step if self._rows else 0)

    @property
    def dir(self):
        if self._files is None:
            self._files = os.path.join(trial.folder(), "wandb", "run-" + self._id, "files")
        os.makedirs(self._files, exist_ok=True)
        return self._files

    @property
    def config(self):
        return self._config

    @config.setter
    def config(self, values):
        self._config.update(values)

    @property
    def summary(self):
        return self._summary

    def log(self, data, step=None, commit=None, sync=None):
        """Logs a row of values, as W&B counts rows."""
        if not hasattr(data, "items"):
            raise TypeError("wandb.log takes a mapping, but got %s" % type(data).__name__)
        if any(not isinstance(key, str) for key in data):
            raise TypeError("wandb.log takes names that are texts")
        if self._finished:
            raise UsageError("Run (%s) is finished. The call to `log` will be ignored." % self._id)
        self._definitions.note(self._summary, data)
        if self._rows is not None:
            self._rows.log(data, step, commit)

    def define_metric(
        self, name, step_metric=None, step_sync=None, hidden=None, summary=None, goal=None, overwrite=None, **others
    ):
        self._definitions.define(name, summary, others.get("objective") or goal)
        return _modules.Ignored("wandb.Metric")

    def finish(self, exit_code=None, quiet=None):
        """Ends the run; an exit code other than 0 lets the process fail."""
        if self._finished:
            return
        self._finished = True
        # A fork ends without its parent's run being over.
        if self._rows is not None and self._process == os.getpid():
            self._rows.finish(self._summary._as_dict())
            if exit_code is not None:
                trial.fail(exit_code)
        _forget(self)

    join = finish

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        code = 1 if kind is not None else 0
        if kind is not None and issubclass(kind, SystemExit) and value.code in (None, 0):
            code = 0
        self.finish(exit_code=code)
        return False

    def watch(self, models=None, *arguments, **options):
        return ()

    def unwatch(self, models=None):
        pass

    def save(self, glob_str=None, base_path=None, policy="live", glob=True):
        return True if glob_str is None else _files.save(self.dir, glob_str, base_path)

    def restore(self, name, run_path=None, replace=False, root=None):
        return _files.restore(self.dir, name)

    def alert(self, title, text="", level=None, wait_duration=None):
        termwarn("%s: %s" % (title, text))

    def log_artifact(self, artifact_or_path, name=None, type=None, aliases=None, tags=None):
        return _files.log_artifact(artifact_or_path, name, type, aliases, self._id)

    upsert_artifact = log_artifact
    finish_artifact = log_artifact

    def use_artifact(self, artifact_or_name, type=None, aliases=None, use_as=None):
        return _files.use_artifact(artifact_or_name, type)

    def log_model(self, path, name=None, aliases=None):
        return self.log_artifact(path, name or "run-%s-%s" % (self._id, os.path.basename(path)), "model", aliases)

    def use_model(self, name):
        return self.use_artifact(name, "model").only_path()

    def link_model(self, path, registered_model_name, name=None, aliases=None):
        return self.log_model(path, name, aliases)

    def link_artifact(self, artifact, target_path, aliases=None):
        return artifact

    def log_code(self, *arguments, **options):
        return None

    def mark_preempting(self):
        pass

    def get_url(self):
        return self.url

    def get_project_url(self):
        return self.project_url

    def get_sweep_url(self):
        return self.sweep_url

    def project_name(self):
        return self._project

    def display(self, *arguments, **options):
        return False

    def to_html(self, *arguments, **options):
        return ""

    def status(self):
        return _modules.Ignored("wandb.Run.status")

    def _label(self, *arguments, **options):
        pass

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return _modules.ignored("wandb.run." + name)

    def __deepcopy__(self, memo):
        return self

    def __reduce__(self):
        return (_current, ())

    def __repr__(self):
        return "<wandb.Run %s>" % self._id


class RunDisabled(Run):
    """A run that records nothing."""

    disabled = True


class _BeforeInit:
    """Stands for the current run's `config` or `summary`, also for who took the name before `init`."""

    def __init__(self, name):
        self.__dict__["_name"] = name

    def _value(self, use):
        held = _last[0] if _last else None
        if held is None:
            raise Error("You must call wandb.init() before wandb.%s%s" % (self._name, use))
        return getattr(held, self._name)

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return getattr(self._value("." + name), name)

    def __setattr__(self, name, value):
        setattr(self._value("." + name), name, value)

    def __getitem__(self, key):
        return self._value("[%r]" % (key,))[key]

    def __setitem__(self, key, value):
        self._value("[%r]" % (key,))[key] = value

    def __contains__(self, key):
        return key in self._value("")

    def __iter__(self):
        return iter(self._value(""))

    def __len__(self):
        return len(self._value(""))

    def __repr__(self):
        return repr(getattr(_last[0], self._name)) if _last else "<wandb.%s before wandb.init()>" % self._name


_last = []  # the run that began last
config = _BeforeInit("config")
summary = _BeforeInit("summary")


def _package():
    return sys.modules["wandb"]


def _current():
    return _package().run


def init(
    entity=None,
    project=None,
    dir=None,
    id=None,
    name=None,
    notes=None,
    tags=None,
    config=None,
    config_exclude_keys=None,
    config_include_keys=None,
    allow_val_change=None,
    group=None,
    job_type=None,
    mode=None,
    force=None,
    reinit=None,
    resume=None,
    settings=None,
    sync_tensorboard=None,
    tensorboard=None,
    **others
):
    """Begins a run of this trial, or gives the one that goes on."""
    wandb = _package()
    given = mapping(config, config_include_keys, config_exclude_keys)
    if isinstance(settings, dict):
        settings = Settings(settings)
    mode = mode or getattr(settings, "mode", None) or os.environ.get("WANDB_MODE")
    reinit = getattr(settings, "reinit", None) if reinit is None else reinit
    if wandb.run is not None:
        if reinit in (None, False, "default", "return_previous"):
            wandb.run.config.setdefaults(given)
            return wandb.run
        if reinit != "create_new":
            wandb.run.finish()
    held = Config(given, sweep=trial.configuration())
    kind = RunDisabled if mode == "disabled" else Run
    run = kind(
        settings=settings,
        config=held,
        entity=entity,
        project=project,
        name=name,
        notes=notes,
        tags=tags,
        group=group,
        job_type=job_type,
        resume=resume,
    )
    _last[:] = [run]
    wandb.run, wandb.config, wandb.summary = run, run.config, run.summary
    if kind is Run:
        _open.append(run)
        if sync_tensorboard or tensorboard:
            from sweep_trial import tensorboard as events

            events.follow(run.log)
    return run


_open = []


def _forget(run):
    if run in _open:
        _open.remove(run)
    wandb = _package()
    if wandb.run is run:
        wandb.run = None


@atexit.register
def _finish_all():
    for run in list(_open):
        run.finish()


def finish(exit_code=None, quiet=None):
    """Ends the current run, where there is one."""
    run = _current()
    if run is not None:
        run.finish(exit_code=exit_code)


def login(*arguments, **options):
    return True


def ensure_configured(*arguments, **options):
    pass


def require(*arguments, **options):
    pass


def setup(*arguments, **options):
    return _modules.Ignored("wandb.setup()")


def teardown(exit_code=None):
    finish(exit_code)


def restore(name, run_path=None, replace=False, root=None):
    run = _current()
    if run is None:
        raise Error("You must call wandb.init() before wandb.restore()")
    return run.restore(name)


def _function(name):
    def function(*arguments, **options):
        run = _current()
        if run is None:
            raise Error("You must call wandb.init() before wandb.%s()" % name)
        return getattr(run, name)(*arguments, **options)

    function.__name__ = function.__qualname__ = name
    function.__doc__ = "The current run's `%s`." % name
    return function


def _module_functions():
    """The package's functions that are the current run's."""
    names = (
        "log watch unwatch save use_artifact log_artifact log_model use_model link_model define_metric "
        "mark_preempting alert log_code"
    )
    return {name: _function(name) for name in names.split()}
