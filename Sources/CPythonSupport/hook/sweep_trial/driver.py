"""Scripts that describe and start their sweep themselves: `wandb.sweep(…)`, then `wandb.agent(…, function, count)`.

`SWEEP_DRIVER=read` runs the script up to its agent and writes the sweep down; `trial` runs the function once.
"""
import os
import sys

from sweep_trial import trial

_described = None
_done = False


class DriverError(Exception):
    """The script's sweep cannot be read or run; the text says why."""


def reading():
    return os.environ.get("SWEEP_DRIVER") == "read"


def sweep(sweep=None, entity=None, project=None, prior_runs=None, **others):
    """Takes the sweep's description; returns the sweep's id."""
    global _described
    if callable(sweep):
        sweep = sweep()
    if not hasattr(sweep, "items"):
        raise DriverError("wandb.sweep(…) takes a mapping, but got %s" % type(sweep).__name__)
    if reading() and _described is None:
        plain = _plain(sweep, "sweep")
        keys = [[key, _text(value)] for key, value in plain.items()]
        _described = {"sweep": plain, "keys": keys, "agent": False, "function": None, "count": None}
        _write()
    return trial.sweep_name()


def agent(sweep_id=None, function=None, entity=None, project=None, count=None, **others):
    """Ends the reading of a script; as a trial, calls the function once and ends the program.

    What comes after the agent looks back on the whole sweep, which one trial does not have.
    """
    global _done
    if reading():
        if _described is None:
            raise DriverError(
                "wandb.agent(%r) runs a sweep that this script does not describe: call wandb.sweep(…) before it, "
                "or give `sweep run` the sweep's file" % (sweep_id,)
            )
        _described.update(agent=True, function=_name(function), count=None if count is None else int(count))
        _write()
        sys.exit(0)
    if function is None:
        raise DriverError(
            "wandb.agent(%r) without a function runs the sweep's `program`: write that as `program` in a sweep file, "
            "or give the agent a function" % (sweep_id,)
        )
    if _done:
        return
    _done = True
    function()
    sys.exit(0)


def controller(*arguments, **others):
    raise DriverError(
        "wandb.controller plans trials in Python; sweep plans them itself: use wandb.sweep(…), or a sweep file"
    )


def _name(function):
    return None if function is None else getattr(function, "__qualname__", None) or type(function).__name__


def _write():
    import json

    path = os.environ.get("SWEEP_DRIVER_FILE")
    if not path:
        raise DriverError("SWEEP_DRIVER_FILE does not say where to write the sweep")
    draft = "%s.%d" % (path, os.getpid())
    with open(draft, "w", encoding="utf-8") as file:
        json.dump(_described, file)
    os.replace(draft, path)


def _text(value):
    """The value on one line of YAML: JSON but for numbers that JSON lacks, and with numbers as Python spells them."""
    import json
    import re

    if isinstance(value, dict):
        return "{%s}" % ", ".join("%s: %s" % (_text(key), _text(item)) for key, item in value.items())
    if isinstance(value, list):
        return "[%s]" % ", ".join(map(_text, value))
    if isinstance(value, float):
        return {"nan": ".nan", "inf": ".inf", "-inf": "-.inf"}.get(repr(value), repr(value))
    # YAML takes no surrogate pairs for a character, and nothing that cannot be printed.
    unprinted = "[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]"
    text = json.dumps(value, ensure_ascii=False)
    return re.sub(unprinted, lambda match: "\\u%04x" % ord(match.group()), text)


def _plain(value, place):
    """The value as JSON can hold it."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    if hasattr(value, "items") and not hasattr(value, "dtype"):
        return {str(key): _plain(item, "%s.%s" % (place, key)) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset, range)) or type(value).__name__ in ("dict_keys", "dict_values"):
        return [_plain(item, "%s[%d]" % (place, index)) for index, item in enumerate(value)]
    if hasattr(value, "tolist"):
        return _plain(value.tolist(), place)
    if hasattr(value, "__fspath__"):
        return os.fspath(value)
    if hasattr(value, "keys") and hasattr(value, "__getitem__"):
        return {str(key): _plain(value[key], "%s.%s" % (place, key)) for key in value.keys()}
    raise DriverError(
        "%s is %r (%s); a sweep holds numbers, texts, booleans, lists and mappings" % (place, value, type(value).__name__)
    )
