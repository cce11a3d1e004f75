"""The real `wandb`, kept offline within the trial's folder, with each `log` passed on to `sweep` at once."""
import atexit
import functools
import inspect
import os
import threading

from sweep_trial import driver, older, recorder, trial, yaml_text


def set_variables():
    """What the package reads at its import and at `init`; what the person has set counts, where nothing depends on it."""
    folder = os.path.join(trial.folder(), "wandb")
    os.makedirs(folder, exist_ok=True)
    if "SWEEP_CONFIG" in os.environ and "SWEEP_TRIAL" in os.environ:
        path = os.path.join(folder, "sweep-configuration.yaml")
        configuration = {name: {"value": value} for name, value in trial.configuration().items()}
        draft = "%s.%d" % (path, os.getpid())
        with open(draft, "w", encoding="ascii") as file:
            file.write(yaml_text.text(configuration) + "\n")
        os.replace(draft, path)
        os.environ["WANDB_SWEEP_PARAM_PATH"] = path
    os.environ["WANDB_DIR"] = trial.folder()
    os.environ["WANDB_ERROR_REPORTING"] = "false"
    # It would advise to send runs to its server, and wrap the output that sweep records itself.
    for name, value in (
        ("WANDB_SILENT", "true"),
        ("WANDB_CONSOLE", "off"),
        ("WANDB_NAME", trial.name()),
        ("WANDB_DATA_DIR", folder),
        ("WANDB_ARTIFACT_DIR", os.path.join(folder, "artifacts")),
    ):
        os.environ.setdefault(name, value)


def hook(wandb):
    """Puts our calls around those of the package."""
    from wandb.sdk.wandb_run import Run

    _hook_history(Run)
    _hook_end(Run)
    _hook_init(wandb)
    teardown = wandb.teardown

    def summarize_and_teardown(*arguments, **options):
        _summarize_all()
        return teardown(*arguments, **options)

    _replace(wandb, "teardown", summarize_and_teardown)
    _replace(wandb, "sweep", driver.sweep)
    _replace(wandb, "agent", driver.agent)
    _replace(wandb, "controller", driver.controller)
    _replace(wandb, "login", lambda *arguments, **others: True)
    older.serve(wandb, Run)


_rows = {}
_ended = {}
_lock = threading.Lock()


def _rows_of(run, resume=None):
    with _lock:
        # The run is kept beside its rows, so that no other run gets its id().
        if id(run) not in _rows:
            _rows[id(run)] = (run, recorder.Rows(recorder.shared(), resume), os.getpid())
        return _rows[id(run)][1]


def _is_recorded(run):
    return not getattr(run, "disabled", False)


def _safely(call, *arguments):
    """A fault of ours must not break the program."""
    try:
        call(*arguments)
    except Exception as problem:
        trial.say("a value of wandb was not seen: %s: %s" % (type(problem).__name__, problem))


def _hook_history(Run):
    original = Run._partial_history_callback

    @functools.wraps(original)
    def partial_history(self, row, step=None, commit=None, *arguments, **others):
        if _is_recorded(self):
            _safely(lambda: _rows_of(self).log(row, step, commit))
        return original(self, row, step, commit, *arguments, **others)

    Run._partial_history_callback = partial_history


def _hook_end(Run):
    # The summary can be asked for only until the run is marked as finished, which the first of these does.
    for name in ("_finish", "finish", "_atexit_cleanup"):
        if hasattr(Run, name):
            setattr(Run, name, _ending(getattr(Run, name)))


def _ending(original):
    @functools.wraps(original)
    def end(self, exit_code=None, *arguments, **others):
        if _is_recorded(self) and _summarize(self) and exit_code is not None:
            trial.fail(exit_code)
        return original(self, exit_code, *arguments, **others)

    return end


def _summarize(run):
    """Passes the summary on, once and in the process that began the run; tells whether it did."""
    if id(run) in _ended or id(run) not in _rows or _rows[id(run)][2] != os.getpid():
        return False
    _ended[id(run)] = run
    rows = _rows_of(run)
    _safely(rows.finish, {})
    _safely(lambda: rows.finish(run.summary._as_dict()))
    return True


def _summarize_all():
    for run, _, _ in list(_rows.values()):
        _summarize(run)


def _hook_init(wandb):
    original = wandb.init
    known = inspect.signature(original).parameters

    @functools.wraps(original)
    def init(*arguments, **options):
        # What init is told counts more than settings; the mode of a settings object cannot be set in all versions.
        mode = options.get("mode") or getattr(options.get("settings"), "mode", None)
        if mode not in (None, "offline", "disabled"):
            options["mode"] = "offline"
        for name in list(options):
            if name not in known or name in ("fork_from", "resume_from"):
                del options[name]
                trial.say("wandb.init(%s=…) has no effect here" % name)
        run = original(*arguments, **options)
        if run is not None and _is_recorded(run):
            _safely(_rows_of, run, options.get("resume"))
            # To come before the package's own end, which it registers as its service starts.
            atexit.unregister(_summarize_all)
            atexit.register(_summarize_all)
            if options.get("sync_tensorboard") or options.get("tensorboard"):
                from sweep_trial import tensorboard

                tensorboard.follow(_rows_of(run).log)
        return run

    _replace(wandb, "init", init)


def _replace(wandb, name, value):
    setattr(wandb, name, value)
    if hasattr(wandb.sdk, name):
        setattr(wandb.sdk, name, value)
