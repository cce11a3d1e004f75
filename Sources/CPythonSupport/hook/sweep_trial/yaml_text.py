"""A configuration as YAML 1.1, which the real package reads. JSON is not enough: YAML takes 1e-05 for a text."""
import math


def text(value):
    """The value in YAML's flow style."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, dict):
        return "{" + ", ".join("? %s : %s" % (_quoted(str(key)), text(item)) for key, item in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(text(item) for item in value) + "]"
    return _quoted(str(value))


def _float(value):
    if math.isnan(value):
        return ".nan"
    if math.isinf(value):
        return ".inf" if value > 0 else "-.inf"
    spelled = repr(value)
    mantissa, e, exponent = spelled.partition("e")
    if e and "." not in mantissa:
        mantissa += ".0"
    if e and exponent[0] not in "+-":
        exponent = "+" + exponent
    return mantissa + e + exponent


def _quoted(text):
    return '"' + "".join(_escaped(character) for character in text) + '"'


def _escaped(character):
    code = ord(character)
    if character in '"\\':
        return "\\" + character
    if 32 <= code < 127:
        return character
    return "\\u%04x" % code if code < 65536 else "\\U%08x" % code
