"""How a field becomes a plain value and comes back: by its type, sealed or not."""

import json
from collections.abc import Callable
from enum import Enum
from types import UnionType
from typing import Any, get_args, get_origin

from core.rota import Rota

SHORT, LONG = 64, 256  # bytes to whose multiples sealed JSON is filled up: of one answer, of more
_READ = json.JSONDecoder().raw_decode
Codec = tuple[Callable[[Any], Any], Callable[[Any], Any]]  # to plain, to field


def to_json(data: Any) -> str:
    """JSON as we keep it. TypeError for what JSON cannot say."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def plain_codec(hint: Any) -> Codec | None:
    """How a field of this type becomes plain and comes back; None when it stays as it is."""
    kind = next(kind for kind in _kinds(hint) if kind is not type(None))
    if kind is dict:
        return to_json, json.loads
    if kind is tuple:
        return to_json, lambda text: tuple(json.loads(text))
    if kind is Rota:
        return lambda rota: to_json(rota.to_data()), lambda text: Rota.from_data(json.loads(text))
    return (lambda v: v.value, kind) if issubclass(kind, Enum) else None


def sealed_codec(column: str, hint: Any) -> Codec | None:
    """The same for a sealed field. TypeError for what cannot be sealed: nobody would notice before its first row."""
    kinds = _kinds(hint)
    if kinds == [bytes]:
        return None
    if kinds == [str]:  # as it is, without quotation marks
        return _encode, lambda raw: raw.decode("utf-8", "surrogatepass")
    if not _has_json(hint):
        raise TypeError(
            f"{column} is sealed, and {hint} cannot be: it is no text, no bytes, and nothing that JSON has"
        )
    if tuple in kinds:
        return _sealed_json, lambda raw: None if (data := _read_json(raw)) is None else tuple(data)
    return _sealed_json, _read_json


def _kinds(hint: Any) -> list[type]:
    parts = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return [get_origin(part) or part for part in parts]


def _has_json(hint: Any, depth: int = 0) -> bool:
    """Whether a value of this type comes back from JSON as it was. A tuple does at the top, where it is known as one."""
    if isinstance(hint, UnionType):
        return all(_has_json(part, depth) for part in get_args(hint))
    kind, inside = get_origin(hint) or hint, [part for part in get_args(hint) if part is not ...]
    if kind is dict and inside[:1] not in ([], [str]):
        return False
    if kind in (dict, list) or (kind is tuple and not depth):
        return all(_has_json(part, depth + 1) for part in inside)
    return hint in (str, int, float, bool, type(None)) or (hint is Any and depth > 0)


def _sealed_json(data: Any) -> bytes:
    """JSON, filled up with spaces: a seal is as long as what it holds, and that would tell which button was pressed."""
    plain = _encode(to_json(data))
    block = SHORT if len(plain) <= SHORT else LONG
    return plain.ljust(-(-len(plain) // block) * block)


def _read_json(raw: bytes) -> Any:
    """What stands first in it: the blanks behind are ours. Bytes would be looked at for their encoding."""
    return _READ(raw.decode("utf-8", "surrogatepass"))[0]


def _encode(text: str) -> bytes:
    # Half of a surrogate pair is valid in JSON and reaches us from phones; it must not make a report unstorable.
    return text.encode("utf-8", "surrogatepass")
