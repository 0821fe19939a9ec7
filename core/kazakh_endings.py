"""The case endings that Kazakh writes behind a time, by how its last number is read: 18:10-ға дейін, 03:00-ден бері."""

import re
from enum import IntEnum

_HOUR = re.compile(r"(?:^|\s)\d{1,2}:(\d\d)$")
_DAY = re.compile(r"(?:^|\s)(?:\d{1,2}\.\d\d(?:\.\d{4})?|\d{4}-\d\d-\d\d)$")


class _Ending(IntEnum):
    TO = 0
    FROM = 1


# By the sounds that a number ends with: бір, үш, алты, он, қырық.
_SOFT, _SOFT_UNVOICED = ("ге", "ден"), ("ке", "тен")
_HARD, _HARD_NASAL, _HARD_UNVOICED = ("ға", "дан"), ("ға", "нан"), ("қа", "тан")
_DIGITS = {
    **dict.fromkeys("1278", _SOFT),  # бір, екі, жеті, сегіз
    **dict.fromkeys("345", _SOFT_UNVOICED),  # үш, төрт, бес
    **dict.fromkeys("69", _HARD),  # алты, тоғыз
}
_TENS = {"0": _SOFT, "1": _HARD_NASAL, "2": _HARD, "3": _HARD, "4": _HARD_UNVOICED, "5": _SOFT}
_DAYS = ("күніне", "күнінен")
_TIMES = ("уақытына", "уақытынан")


def kazakh_to(time: object) -> str:
    """The time as it stands before *дейін*: an hour and minute with the ending of its last number, else with a noun."""
    return _ended(str(time), _Ending.TO)


def kazakh_from(time: object) -> str:
    """The time as it stands before *бері*, *бастап* and *кейін*."""
    return _ended(str(time), _Ending.FROM)


def _ended(time: str, ending: _Ending) -> str:
    if (hour := _HOUR.search(time)) is not None:
        tens, digit = tuple(hour[1])
        return f"{time}-{(_DIGITS[digit] if digit != '0' else _TENS[tens])[ending]}"
    return f"{time} {(_DAYS if _DAY.search(time) else _TIMES)[ending]}"
