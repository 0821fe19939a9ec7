"""A SOCKS proxy before a server, Tor's for instance. Names are looked up behind it: nobody on the way learns whom we ask."""

import ssl
from typing import Any

from aiohttp_socks import ProxyConnector
from python_socks import ProxyConnectionError, ProxyError, ProxyTimeoutError

from bot.messengers.proxy import Unconnected


class SocksConnector(ProxyConnector):
    """What connects through it; what fails is an error of aiohttp's."""

    async def _connect_via_proxy(
        self, host: str, port: int, ssl: ssl.SSLContext | None = None, timeout: float | None = None
    ) -> Any:
        try:
            return await super()._connect_via_proxy(host, port, ssl, timeout)
        except (ProxyConnectionError, ProxyError, ProxyTimeoutError) as error:
            raise Unconnected(type(error).__name__) from None  # its own words name the address


def connector(proxy: str, **more: Any) -> ProxyConnector:
    """For this proxy; ``more`` is what aiohttp's connector takes."""
    return SocksConnector.from_url(proxy.replace("socks5h://", "socks5://", 1), rdns=True, **more)
