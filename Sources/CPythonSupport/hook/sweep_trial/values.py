"""Which of the values that programs log are numbers."""


def number(value):
    """The value as an int or float; None where it is no number. Arrays and tensors of one element are numbers."""
    kind = type(value)
    if kind is float or kind is int:
        return value
    if value is None or kind is bool or kind is str or kind is dict or kind is list or kind is tuple:
        return None
    if isinstance(value, bool):
        return None
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return float(value)
    try:
        return _plain(_element(value))
    except Exception:
        return None


def _element(value):
    """The one element of an array or tensor of any library; None where there are more, or it is none."""
    if type(value).__module__ in ("decimal", "fractions"):
        return float(value)
    if not hasattr(value, "dtype") and not hasattr(value, "shape"):
        return None
    count = getattr(value, "numel", None)
    count = count() if callable(count) else getattr(value, "size", None)
    if hasattr(value, "item"):
        return value.item() if count == 1 else None
    if hasattr(value, "numpy"):  # TensorFlow
        return _element(value.numpy())
    return None


def _plain(value):
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return int(value) if isinstance(value, int) else float(value)


def flat(mapping, into=None, prefix="", depth=0):
    """The numbers of a mapping by their names, those of mappings in it joined by dots."""
    into = {} if into is None else into
    for key, value in mapping.items():
        name = prefix + str(key)
        if hasattr(value, "items") and not hasattr(value, "dtype"):
            # A mapping with a type stands for a table, a picture, a chart.
            if depth < 40 and "_type" not in value:
                flat(value, into, name + ".", depth + 1)
        else:
            found = number(value)
            if found is not None:
                into[name] = found
    return into
