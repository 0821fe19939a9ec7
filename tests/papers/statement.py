"""The letter of September 2018 beside the statement: every fact in it, and nothing else."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FACTS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("statement_2018.toml").read_text("utf-8")
)["fact"]
POINT = re.compile(r"^– ", re.MULTILINE)


def differences(letters: Mapping[str, str]) -> Iterator[str]:
    """What a letter lacks of the statement, and what it says besides. ``letters``: language → text."""
    for language, text in letters.items():
        left = POINT.sub("", text)
        for fact in FACTS:
            for piece in fact[language]:
                if piece not in left:
                    yield f"{language} lacks: {fact['published']}: {piece}"
                left = left.replace(piece, "\n", 1)
        if besides := " ".join(left.split()):
            yield f"{language} says besides: {besides}"
