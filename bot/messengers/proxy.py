"""The proxy that the environment names: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in capitals or not.

A proxy that we cannot use is an error: to ignore it would show our address to those from whom it is hidden. Through a SOCKS
proxy (Tor's for instance) names are looked up behind it, so that nobody on the way learns whom we ask.
"""

import re
import ssl
from typing import Any
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies, proxy_bypass

from aiohttp import ClientConnectionError
from aiohttp_socks import ProxyConnector
from python_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError

from bot.messengers.errors import Rejected

SOCKS = ("socks5", "socks5h")
SPOKEN = ("http", "https", *SOCKS)
ALL = "all"
NAME = re.compile(r"[\w.-]+|[0-9a-f:.]+(%\w+)?", re.ASCII | re.IGNORECASE)  # of a machine, or its address


class Unconnected(ClientConnectionError):
    """A SOCKS proxy is not there, or has not connected us: nothing was sent."""


def proxy_for(api_url: str) -> str | None:
    """The address of the proxy before this server, if there is one. Raises Rejected for one that is no address, or speaks
    neither HTTP nor SOCKS.
    """
    server, variable = urlsplit(api_url), variable_for(api_url)
    if not variable:
        return None
    named = getproxies()[variable.removesuffix("_PROXY").lower()]
    found = named if "://" in named else f"http://{named}"
    if not _is_address(found):
        shown = named.rpartition("@")[2]  # without a password
        raise Rejected(
            f"{variable} is {shown!r}, and that is no address of a proxy: write it like http://192.0.2.7:3128, "
            f"or exempt the server by NO_PROXY={server.hostname}"
        )
    kind = urlsplit(found).scheme
    if kind not in SPOKEN:
        raise Rejected(
            f"The environment names a {kind} proxy: name one that speaks HTTP or SOCKS in {server.scheme.upper()}_PROXY, "
            f"or exempt the server by NO_PROXY={server.hostname}"
        )
    return found


def is_socks(proxy: str | None) -> bool:
    """Whether it speaks SOCKS, as Tor does."""
    return proxy is not None and urlsplit(proxy).scheme in SOCKS


def variable_for(api_url: str) -> str:
    """Which variable of the environment names the proxy before this server; empty, if none does."""
    server = urlsplit(api_url)
    named = {} if proxy_bypass(server.netloc) else getproxies()
    kind = next((kind for kind in (server.scheme, ALL) if named.get(kind)), None)
    return f"{kind.upper()}_PROXY" if kind is not None else ""


def _is_address(url: str) -> bool:
    """Whether a machine is named, with a port that can be or none, and nothing behind it."""
    try:
        parts: SplitResult = urlsplit(url)
        possible = parts.port != 0
    except ValueError:  # a port that is no number, half a bracket
        return False
    named = bool(parts.scheme) and NAME.fullmatch(parts.hostname or "") is not None
    return possible and named and parts.path in ("", "/") and not parts.query and not parts.fragment


class SocksConnector(ProxyConnector):
    """What connects through it; what fails is an error of aiohttp's."""

    async def _connect_via_proxy(
        self, host: str, port: int, ssl: ssl.SSLContext | None = None, timeout: float | None = None
    ) -> Any:
        try:
            return await super()._connect_via_proxy(host, port, ssl, timeout)
        except (ProxyConnectionError, ProxyError, ProxyTimeoutError) as error:
            raise Unconnected(type(error).__name__) from None  # its own words name the address


def socks_connector(proxy: str, **more: Any) -> ProxyConnector:
    """For this proxy; ``more`` is what aiohttp's connector takes."""
    return SocksConnector.from_url(proxy.replace("socks5h://", "socks5://", 1), rdns=True, **more)
