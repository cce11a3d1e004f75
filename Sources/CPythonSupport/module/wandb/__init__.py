"""Serves programs that call `wandb` while they run as trials of `sweep`, where the package itself is not installed.

What they log, their configuration and their summary reach `sweep`; files and artifacts stay in the trial's folder.
Every other name is accepted, does nothing and is said once on standard error.
"""
from sweep_trial.driver import agent, controller, sweep

from wandb import _modules
from wandb._api import Api, InternalApi
from wandb._artifact import Artifact, ArtifactTTL
from wandb._config import Config, ConfigError
from wandb._errors import AuthenticationError, CommError, Error, UnsupportedError, UsageError, WaitTimeoutError
from wandb._media import (
    Audio,
    BoundingBoxes2D,
    Classes,
    EvalTable,
    Graph,
    Histogram,
    Html,
    Image,
    ImageMask,
    JoinedTable,
    Media,
    Molecule,
    Object3D,
    Plotly,
    Table,
    Video,
    box3d,
)
from wandb._run import (
    AlertLevel,
    Run,
    RunDisabled,
    Settings,
    config,
    ensure_configured,
    finish,
    init,
    login,
    require,
    restore,
    setup,
    summary,
    teardown,
)
from wandb._run import _module_functions
from wandb._summary import Summary
from wandb._terminal import termerror, termlog, termsetup, termwarn

__version__ = "0.31.0+sweep"

run = None
join = finish
attach = init
patched = {"tensorboard": [], "keras": [], "gym": []}
globals().update(_module_functions())


def __getattr__(name):
    return _modules.attribute(__name__, name)
