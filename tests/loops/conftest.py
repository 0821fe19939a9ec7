"""The same world as the stories have: the real loops on the local Bot API server."""

from tests.stories.conftest import world

__all__ = ["world"]
