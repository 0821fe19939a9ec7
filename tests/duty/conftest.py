"""The stories of duty are played on the desk of casework."""

from tests.casework.conftest import desk, folder, service

__all__ = ["desk", "folder", "service"]
