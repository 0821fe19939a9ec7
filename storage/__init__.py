"""The database. What is said here is said before any module can ask for SQLAlchemy.

Its asyncio comes without sessions, of which we use none: with them each start would load its ORM, a tenth of it and 8 MB.
"""

import sys
from types import ModuleType


class _Unused(ModuleType):
    def __getattr__(self, name: str) -> None:
        if name.startswith("__"):
            raise AttributeError(name)


for _name in ("sqlalchemy.ext.asyncio.scoping", "sqlalchemy.ext.asyncio.session"):
    sys.modules.setdefault(_name, _Unused(_name))
