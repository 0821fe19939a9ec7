"""Addresses at which the bot listens, as they stand in the configuration: ``127.0.0.1:9123``."""

import re
from typing import Annotated

from pydantic import AfterValidator

LOOPBACK = ("127.0.0.1", "[::1]", "localhost")
_PLACE = re.compile(r"(\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:]+\]|localhost):(\d{1,5})")


def _place(value: str) -> str:
    found = _PLACE.fullmatch(value)
    if value and (not found or not 0 < int(found[2]) < 65536):
        raise ValueError('expected an address and a port such as "127.0.0.1:9123", or "" for none')
    return value


def host_and_port(place: str) -> tuple[str, int]:
    """Its parts, without the brackets of an IPv6 address."""
    host, _, port = place.rpartition(":")
    return host.strip("[]"), int(port)


def is_loopback(place: str) -> bool:
    """Whether nobody but this machine can ask there."""
    return place.rpartition(":")[0] in LOOPBACK


Place = Annotated[str, AfterValidator(_place)]
