"""In which language the command line speaks: DABYL_LANGUAGE, or that of the terminal (LC_ALL, LC_MESSAGES, LANG); else
English. What is read by programs (--json, metrics, logs) stays English.
"""

import os
from collections.abc import Mapping

from core.model import LANGUAGES

VARIABLES = ("DABYL_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
OTHERWISE = "en"


def chosen_language(environment: Mapping[str, str] = os.environ) -> str:
    """The first variable that is set decides, as everywhere on a terminal."""
    said = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    return said[:2].lower() if said[:2].lower() in LANGUAGES else OTHERWISE


# In the name of an error of aiohttp, httpx or ours → what it means to a technician.
NETWORK = {
    "DNS": "network-name",
    "Certificate": "network-certificate",
    "SSL": "network-certificate",
    "Proxy": "network-proxy",
    "Unconnected": "network-proxy",
    "Timeout": "network-silent",
    "TimedOut": "network-silent",
    "Connect": "network-closed",
    "Disconnect": "network-broken",
    "ClientOSError": "network-broken",
    "ProtocolError": "network-broken",
    "ReadError": "network-broken",
}


def network_reason(said: str, language: str = "") -> str:
    """What broke on the way, in plain words; the name of the error behind them, to look for. Anything else as it is."""
    key = next((key for part, key in NETWORK.items() if part in said), None)
    return f"{spoken(key, language)} ({said})" if key is not None else said


def spoken(key: str, /, language: str = "", **values: object) -> str:
    """The sentence, of core/words/*/console.ftl; numbers are counted in it."""
    given = {name: value if isinstance(value, int) else str(value) for name, value in values.items()}
    from core.resources.word_files import load_words  # a health check does not need words

    return load_words().say(language or chosen_language(), key, **given)
