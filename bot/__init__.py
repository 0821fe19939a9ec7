"""Dabyl. Zones come from the package tzdata and never from the system, whose tables may be years old (Almaty has been UTC+5
since March 2024); said here, before any module of ours can ask for a zone.
"""

import zoneinfo

zoneinfo.reset_tzpath(())
