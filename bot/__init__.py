"""Dabyl. What is said here is said before any module of ours can ask for a zone or a client.

Zones come from the package tzdata and never from the system, whose tables may be years old (Almaty has been UTC+5 since
March 2024). httpx comes without its own command line: with it each start would load rich, click and pygments, a tenth of it.
"""

import sys
import zoneinfo

zoneinfo.reset_tzpath(())
sys.modules["httpx._main"] = None  # type: ignore[assignment]  # a module set to None here cannot be imported
