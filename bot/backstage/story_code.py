"""Python source that ruff's formatter leaves as it is, and that holds only printable characters."""

import unicodedata

from msgspec import Struct

INDENT = " " * 4
FIRST_SIGN = 0x2000  # letters come before
LINE = 110  # columns
UNSURE = 15  # columns by which emoji and signs may be counted otherwise
LONGEST = 104  # columns of a text that is an argument; a longer one is put together before
PART = 80  # columns of such a part
_NAMED = {"\n": "\\n", "\t": "\\t", "\r": "\\r", "\\": "\\\\"}


class Code(Struct, frozen=True):
    """An argument that is source already; every other one is a value."""

    source: str


def named(name: str, value: object) -> Code:
    """A keyword argument."""
    return Code(f"{name}={literal(value)}")


class Call(Struct):
    """A call that is a line of its own. ``name`` is given when a later line needs what it returns."""

    function: str
    arguments: tuple[object, ...] = ()
    name: str = ""
    awaited: bool = True

    def __str__(self) -> str:
        """The source, indented as the body of a function."""
        before, arguments = "", []
        for one in self.arguments:
            source = literal(one)
            if isinstance(one, str) and width(source) > LONGEST:
                source = "text2" if before else "text"
                before += f"{INDENT}{source} = (\n{_parts(one)}{INDENT})\n"
            arguments.append(source)
        start = INDENT + (f"{self.name} = " if self.name else "") + ("await " if self.awaited else "")
        return before + laid_out(f"{start}{self.function}", arguments)


def laid_out(function: str, arguments: list[str]) -> str:
    """A call on one line, or its arguments on one, or a line an argument: then a last comma makes the formatter keep it."""
    line = f"{function}({', '.join(arguments)})"
    most = LINE if all(ord(one) < FIRST_SIGN for one in line) else LINE - UNSURE
    if not arguments or width(line) <= most:
        return line
    indent = " " * (len(function) - len(function.lstrip()))
    together = indent + INDENT + ", ".join(arguments)
    if width(line) > LINE + UNSURE and width(together) <= most:
        return f"{function}(\n{together}\n{indent})"
    inner = "".join(f"{indent}{INDENT}{argument},\n" for argument in arguments)
    return f"{function}(\n{inner}{indent})"


def literal(value: object) -> str:
    """A text, bytes, number, or tuple of these as source."""
    match value:
        case Code():
            return value.source
        case str():
            return _quoted("".join(_NAMED.get(one) or _printable(one) for one in value))
        case bytes():
            return "b" + _quoted("".join(_NAMED.get(chr(one)) or _ascii(one) for one in value))
        case tuple():
            return f"({', '.join(map(literal, value))}{',' if len(value) == 1 else ''})"
        case _:
            return repr(value)


def width(text: str) -> int:
    """Columns, roughly: an East Asian character or an emoji takes two."""
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def cut(text: str, columns: int) -> str:
    """The beginning of a text, to the end of a word if there is one."""
    if width(text) <= columns:
        return text
    kept = text[:columns]
    while width(kept) > columns:
        kept = kept[:-1]
    return kept.rpartition(" ")[0].rstrip() or kept


def _quoted(body: str) -> str:
    quote = "'" if body.count('"') > body.count("'") else '"'
    return quote + body.replace(quote, "\\" + quote) + quote


def _printable(one: str) -> str:
    if one.isprintable():
        return one
    number = ord(one)
    return (
        f"\\x{number:02x}"
        if number < 0x100
        else f"\\u{number:04x}"
        if number < 0x10000
        else f"\\U{number:08x}"
    )


def _ascii(number: int) -> str:
    return chr(number) if 32 <= number < 127 else f"\\x{number:02x}"


def _parts(text: str) -> str:
    """A text as lines that Python puts together."""
    lines = ""
    while text:
        columns = PART
        while width(literal(part := cut(text, columns))) > PART:  # what is escaped takes more
            columns -= 1
        part = text[: len(part) + text[len(part) :].startswith(" ")]
        lines += f"{INDENT * 2}{literal(part)}\n"
        text = text[len(part) :]
    return lines
