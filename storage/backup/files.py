"""Files on their way out of a backup into the folder."""

import os
import re
from contextlib import suppress
from itertools import takewhile
from pathlib import Path
from typing import BinaryIO

from storage.errors import Damaged

NAME = re.compile(r"[0-9a-f]{32}")


class Files:
    """Files on their way into the folder; each has its name when it is whole. Without a folder they are only counted.

    Where the block raises nothing of them stays, nor the folder where they were the first in it.
    """

    def __init__(self, folder: Path | None) -> None:
        self.count = 0
        self._folder = folder
        self._name = ""
        self._file: BinaryIO | None = None
        self._new: list[Path] = []
        self._made: list[Path] = []  # folders, the innermost first

    def __enter__(self) -> "Files":
        if self._folder is not None:
            places = (self._folder, *self._folder.absolute().parents)
            self._made = list(takewhile(lambda place: not place.exists(), places))
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._file is not None:
            self._file.close()
        if kind is None:
            return
        for one in self._new:
            one.unlink(missing_ok=True)
        with suppress(OSError):  # of somebody else, who has put something there meanwhile
            for place in self._made:
                place.rmdir()

    def begin(self, name: str) -> None:
        """Of a file. Raises Damaged for a name that no file of ours has: it might lead elsewhere."""
        self.finish()
        self.count += 1
        if not NAME.fullmatch(name):
            raise Damaged("The backup names a file that cannot be one of ours.")
        if self._folder is not None:
            self._name = name
            whole, half = self._folder / name, self._folder / f"{name}.part"
            self._new += [half] if whole.exists() else [half, whole]
            part = os.open(half, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
            self._file = open(part, "wb")  # noqa: SIM115 - finish closes it

    def write(self, piece: bytes) -> None:
        """Some of it."""
        if self._file is not None:
            self._file.write(piece)

    def finish(self) -> None:
        """The one that was begun is whole."""
        if self._file is not None and self._folder is not None:
            with self._file as file:
                file.flush()
                os.fsync(file.fileno())
            (self._folder / f"{self._name}.part").replace(self._folder / self._name)
            self._file = None
