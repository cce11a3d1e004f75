"""The run's configuration: the sweep's values win, and are locked; the program's own change only when told so."""
from wandb._errors import ConfigError
from wandb._terminal import termwarn


def mapping(source, include=None, exclude=None):
    """A mapping of what a program gives as its configuration: a mapping, parsed arguments, flags, a file's path."""
    if source is None:
        return {}
    if isinstance(source, str):
        source = _file(source)
    elif hasattr(source, "flag_values_dict"):
        source = source.flag_values_dict()
    elif not hasattr(source, "items"):
        if hasattr(source, "keys") and hasattr(source, "__getitem__"):
            source = {key: source[key] for key in source.keys()}
        elif hasattr(source, "__dict__"):
            source = vars(source)
        else:
            source = dict(source)
    return {
        str(key): value
        for key, value in source.items()
        if (include is None or key in include) and (exclude is None or key not in exclude)
    }


def _file(path):
    import yaml

    with open(path) as file:
        values = yaml.safe_load(file) or {}
    return {
        key: value["value"] if isinstance(value, dict) and "value" in value else value
        for key, value in values.items()
        if key not in ("wandb_version", "_wandb")
    }


def _plain(value):
    """Arrays of one element are numbers; other values are as the program gave them."""
    if type(value).__module__ == "numpy" and getattr(value, "size", 0) == 1 and not getattr(value, "shape", (1,)):
        return value.item()
    return value


def _same(one, other):
    try:
        return bool(one == other)
    except Exception:
        return False


class Config:
    """A mapping by attribute and by item."""

    def __init__(self, own=None, sweep=None):
        self.__dict__["_items"] = {}
        self.__dict__["_locked"] = {}
        self.update(own)
        self._set_locked(sweep or {})

    def _set_locked(self, values):
        self._locked.update(values)
        self._items.update(_merged(self._items, values))

    def _set(self, key, value, allow_val_change):
        value = _plain(value)
        if key in self._locked:
            locked = self._locked[key]
            if isinstance(locked, dict) and hasattr(value, "items"):
                # The program's own values beside the sweep's in a group.
                value = _merged(dict(value.items()), locked)
                self._items[key] = value
            elif not _same(value, locked):
                termwarn("config.%s stays %r, which the sweep gave; %r is not taken" % (key, locked, value))
            return
        if key in self._items and not allow_val_change and not _same(self._items[key], value):
            raise ConfigError(
                "config.%s is %r and must not become %r silently: "
                "config.update({%r: …}, allow_val_change=True) changes it" % (key, self._items[key], value, key)
            )
        self._items[key] = value

    def update(self, d=None, allow_val_change=None, **others):
        for key, value in mapping(d).items():
            self._set(key, value, allow_val_change)
        for key, value in others.items():
            self._set(key, value, allow_val_change)

    def setdefaults(self, d):
        for key, value in mapping(d).items():
            if key not in self._items or isinstance(self._locked.get(key), dict):
                self._set(key, value, True)

    def update_locked(self, d, user=None, _allow_val_change=None):
        self._set_locked(mapping(d))

    def persist(self):
        pass

    def keys(self):
        return self._items.keys()

    def values(self):
        return self._items.values()

    def items(self):
        return self._items.items()

    def get(self, key, default=None):
        return self._items.get(key, default)

    def as_dict(self):
        return dict(self._items)

    _as_dict = as_dict
    toDict = as_dict

    def __getitem__(self, key):
        return self._items[key]

    def __setitem__(self, key, value):
        self._set(str(key), value, False)

    def __getattr__(self, name):
        try:
            return self.__dict__["_items"][name]
        except KeyError:
            raise AttributeError("the configuration has no value '%s'" % name) from None

    def __setattr__(self, name, value):
        self._set(name, value, False)

    def __contains__(self, key):
        return key in self._items

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __dir__(self):
        return list(super().__dir__()) + list(self._items)

    def __repr__(self):
        return repr(self._items)

    def __deepcopy__(self, memo):
        import copy

        return copy.deepcopy(self._items, memo)

    def __reduce__(self):
        return (_restored, (self._items, self._locked))


def _merged(own, sweep):
    """The sweep's values over the program's, group by group."""
    result = dict(own)
    for key, value in sweep.items():
        inner = result.get(key)
        if isinstance(value, dict):
            result[key] = _merged(dict(inner.items()) if hasattr(inner, "items") else {}, value)
        else:
            result[key] = value
    return result


def _restored(items, locked):
    config = Config()
    config._items.update(items)
    config._locked.update(locked)
    return config
