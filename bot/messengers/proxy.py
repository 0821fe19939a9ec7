"""The proxy that the environment names: HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, in capitals or not.

One that we cannot use is an error. To pass it by in silence would show our address to whom it is to be hidden from.
"""

from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from bot.messengers.errors import Rejected

SPOKEN = ("http", "https")


def proxy_for(api_url: str) -> str | None:
    """The address of the proxy before this server, if there is one. Raises Rejected for one that does not speak HTTP."""
    server = urlsplit(api_url)
    if proxy_bypass(server.netloc):
        return None
    named = getproxies()
    found = named.get(server.scheme) or named.get("all")
    if not found:
        return None
    found = found if "://" in found else f"http://{found}"
    kind = urlsplit(found).scheme
    if kind not in SPOKEN:
        raise Rejected(
            f"The environment names a {kind} proxy: name one that speaks HTTP in {server.scheme.upper()}_PROXY, "
            f"or exempt the server by NO_PROXY={server.hostname}"
        )
    return found
