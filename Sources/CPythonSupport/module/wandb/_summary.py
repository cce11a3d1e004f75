"""A run's summary: the last value of each metric, what define_metric asks for, and what the program sets itself."""
from sweep_trial.values import number


class Summary:
    """A mapping by item and by attribute; mappings in it are summaries as well."""

    def __init__(self, items=None):
        self.__dict__["_items"] = {}
        if items:
            self.update(items)

    def update(self, d=None, **others):
        for source in (d or {}, others):
            for key, value in source.items():
                self[key] = value

    def get(self, key, default=None):
        return self._items.get(key, default)

    def keys(self):
        return self._items.keys()

    def values(self):
        return self._items.values()

    def items(self):
        return self._items.items()

    def _as_dict(self):
        return {key: value._as_dict() if isinstance(value, Summary) else value for key, value in self._items.items()}

    def __getitem__(self, key):
        return self._items[key]

    def __setitem__(self, key, value):
        self._items[str(key)] = Summary(value) if type(value) is dict else value

    def __delitem__(self, key):
        del self._items[key]

    def __getattr__(self, name):
        try:
            return self.__dict__["_items"][name]
        except KeyError:
            raise AttributeError("the summary has no value '%s'" % name) from None

    __setattr__ = __setitem__
    __delattr__ = __delitem__

    def __contains__(self, key):
        return key in self._items

    def __iter__(self):
        return iter(self._items)

    def __len__(self):
        return len(self._items)

    def __repr__(self):
        return repr(self._items)


class Definitions:
    """What the program's define_metric calls ask of the summary."""

    def __init__(self):
        self._wanted = {}  # by name or pattern: words such as min and max
        self._sums = {}  # by name: sum and count

    def define(self, name, summary, goal):
        words = [word.strip() for word in summary.split(",") if word.strip()] if summary else []
        if "best" in words:
            words[words.index("best")] = "best-max" if goal and goal.startswith("max") else "best-min"
        # A later definition without a summary says nothing against an earlier one.
        if words or name not in self._wanted:
            self._wanted[name] = words

    def _words(self, name):
        if name in self._wanted or not self._wanted:
            return self._wanted.get(name, [])
        from fnmatch import fnmatchcase

        for pattern, words in self._wanted.items():
            if "*" in pattern and fnmatchcase(name, pattern):
                return words
        return []

    def note(self, summary, data, prefix=""):
        """Lets the summary know values that were logged."""
        for key, value in data.items():
            name = prefix + str(key)
            if hasattr(value, "items") and not hasattr(value, "dtype") and self._wanted:
                self.note(summary, value, name + ".")
            words = [word for word in self._words(name) if word != "copy"]
            if "none" in words:
                continue
            found = number(value)
            if not words or found is None:
                if not prefix:
                    summary[name] = value if found is None else found
                continue
            held = summary.get(name)
            if not isinstance(held, Summary):
                held = Summary()
                summary._items[name] = held
            for word in words:
                self._take(held, name, word, found)

    def _take(self, held, name, word, value):
        if word in ("min", "best-min"):
            key, before = ("min" if word == "min" else "best"), held.get("min" if word == "min" else "best")
            if before is None or value < before:
                held[key] = value
        elif word in ("max", "best-max"):
            key, before = ("max" if word == "max" else "best"), held.get("max" if word == "max" else "best")
            if before is None or value > before:
                held[key] = value
        elif word == "mean":
            total, count = self._sums.get(name, (0.0, 0))
            self._sums[name] = (total + value, count + 1)
            held["mean"] = (total + value) / (count + 1)
        elif word == "first":
            if "first" not in held:
                held["first"] = value
        elif word == "last":
            held["last"] = value
