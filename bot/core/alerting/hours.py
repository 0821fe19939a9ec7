"""A part of the day by the clock on the wall, which may go over midnight."""

from datetime import time

from msgspec import Struct


class Hours(Struct, frozen=True):
    """From ``begin`` until ``end``, which does not belong to it. Raises ValueError where nobody could tell how long."""

    begin: time
    end: time

    def __post_init__(self) -> None:
        if self.begin == self.end:
            raise ValueError(f"hours that begin and end at {self.begin:%H:%M}: none, or the whole day?")

    def hold(self, local: time) -> bool:
        """Whether they are on at this time of the day."""
        if self.begin < self.end:
            return self.begin <= local < self.end
        return local >= self.begin or local < self.end

    def __str__(self) -> str:
        return f"{self.begin:%H:%M}-{self.end:%H:%M}"
