"""How a value is found again in a document: while a template is filled it stands between letters of the private use area.

Its braces are such letters too meanwhile: docxtpl looks for marks more than once, and a value never is a template. Whatever
of that area somebody typed is no letter of any language and is left out.
"""

import re

OPENS, CLOSES, ENDS = "\ue000", "\ue001", "\ue002"
_LEFT, _RIGHT = "\ue003", "\ue004"
_NUMBER = re.compile(f"{OPENS}(\\d+){CLOSES}")
_TRACES = re.compile(f"{OPENS}\\d+{CLOSES}|{ENDS}")
_TWO_STOPS = re.compile(rf"\.{ENDS}((?:<[^>]*>)*)\.")  # of the value and of its sentence
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


def typed(text: str) -> str:
    """What somebody typed, without letters that mean something here."""
    return _PRIVATE.sub("", text)


def traced(number: int, text: str) -> str:
    """The value as it stands in the document while it is filled."""
    hidden = text.replace("{", _LEFT).replace("}", _RIGHT)
    return f"{OPENS}{number}{CLOSES}{hidden}{ENDS}"


def numbers(text: str) -> list[int]:
    """Of the values in it, in order."""
    return [int(number) for number in _NUMBER.findall(text)]


def plain(text: str) -> str:
    """As it is kept: without traces, and with one full stop where a value has brought its own."""
    left = _TRACES.sub("", _TWO_STOPS.sub(rf"{ENDS}\1.", text))
    return left.replace(_LEFT, "{").replace(_RIGHT, "}")
