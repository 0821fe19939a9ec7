"""What the code draws and says, read from its source: which actions buttons carry, which words are asked for.

A text in the code may be written in one piece, have parts that are known only when it runs (``f"act-{act}"``), or be chosen
among several. :func:`texts` gives all that it can be, with ``UNKNOWN`` for the parts that cannot be read.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

UNKNOWN = "\0"
Scope = Mapping[str, list[ast.expr]]  # a name → everything that is assigned to it in this function


@dataclass(frozen=True)
class Said:
    """A text that stands at a place of the source, or several texts with something unknown in them."""

    where: str
    code: str
    text: str

    def is_one_of(self, known: frozenset[str]) -> bool:
        """Whether it is one of these, or can be one."""
        if UNKNOWN not in self.text:
            return self.text in known
        pattern = ".+".join(map(re.escape, self.text.split(UNKNOWN)))
        return any(re.fullmatch(pattern, one) for one in known)


@dataclass(frozen=True)
class Key:
    """Where a call has its word key: the place among its arguments, and what it puts before and after it."""

    at: int
    before: str = ""
    after: str = ""


KEYS = {
    "turn.say": Key(0),
    "turn.reply": Key(0),
    "turn.reply_in_place": Key(0),
    "self.say": Key(0),
    "self.reply": Key(0),
    "self.words": Key(0),
    "say": Key(1),
    "words.say": Key(1),
    "stub": Key(2),
    "administrators.tell": Key(2),
    "EVENTS.trouble": Key(2),
    "news.tell": Key(3),
    "Note": Key(0),
    "Problem": Key(0),
    **{f"report.{mark}": Key(0) for mark in ("ok", "note", "wrong", "unknown", "say")},
    "_operator.tell": Key(0, "operator-"),
    "_operator.mended": Key(0, "operator-", "-mended"),
}
DIGEST = {
    name: Key(0, "digest-") for name in ("say", "self.say", "reader.say")
}  # its reader adds the beginning


def spoken(source: str, where: str) -> Iterator[Said]:
    """All word keys that are asked for; not those that a function is given: who gives them says them."""
    keys = {**KEYS, **(DIGEST if "/digest/" in where else {})}
    for call, scope, given in _calls(ast.parse(source)):
        key = keys.get(_name(call))
        if key is None or len(call.args) <= key.at:
            continue
        asked = call.args[key.at]
        if not (isinstance(asked, ast.Name) and asked.id in given):
            for text in texts(asked, scope):
                yield Said(f"{where}:{call.lineno}", ast.unparse(asked), f"{key.before}{text}{key.after}")


def drawn(source: str, where: str) -> Iterator[Said]:
    """The actions of all buttons that carry data: what stands before the colon."""
    for call, scope, _ in _calls(ast.parse(source)):
        data = [*call.args[1:2], *(keyword.value for keyword in call.keywords if keyword.arg == "data")]
        for expression in data if _name(call) == "Button" else ():
            for text in texts(expression, scope):
                yield Said(f"{where}:{call.lineno}", ast.unparse(expression), text.partition(":")[0])


def constants(source: str, where: str) -> Iterator[Said]:
    """All texts that are written in one piece."""
    tree = ast.parse(source)
    pieces = {piece for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for piece in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in pieces:
            yield Said(f"{where}:{node.lineno}", repr(node.value), node.value)


def texts(expression: ast.expr, scope: Scope, depth: int = 0) -> set[str]:
    """All that a text can be."""
    match expression:
        case ast.Constant(value=str(text)):
            return {text}
        case ast.IfExp(body=one, orelse=other):
            return texts(one, scope, depth) | texts(other, scope, depth)
        case ast.JoinedStr(values=parts):
            return {"".join(one) for one in product(*(texts(part, scope, depth) for part in parts))}
        case ast.FormattedValue(value=value):
            return texts(value, scope, depth)
        case ast.Name(id=name) if depth < 3 and name in scope:
            return {text for value in scope[name] for text in texts(value, scope, depth + 1)}
    return {UNKNOWN}


def _calls(tree: ast.Module) -> Iterator[tuple[ast.Call, Scope, set[str]]]:
    """Every call, with what is assigned where it stands, and the names that are given to its function."""
    inside: set[ast.AST] = set()
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    for root in (*functions, tree):  # outer functions come before those in them
        nodes = [node for node in ast.walk(root) if node not in inside]
        if root is tree or root not in inside:
            inside |= set(nodes)
            scope = _scope(nodes)
            given = {node.arg for node in nodes if isinstance(node, ast.arg)} if root is not tree else set()
            yield from ((node, scope, given) for node in nodes if isinstance(node, ast.Call))


def _scope(nodes: Iterable[ast.AST]) -> Scope:
    found: dict[str, list[ast.expr]] = {}
    for node in nodes:
        match node:
            case ast.Assign(targets=[target], value=value):
                _bind(found, target, value)
            case (
                ast.For(target=target, iter=ast.Tuple(elts=rows))
                | ast.comprehension(target=target, iter=ast.Tuple(elts=rows))
            ):
                for row in rows:
                    _bind(found, target, row)
    return found


def _bind(found: dict[str, list[ast.expr]], target: ast.expr, value: ast.expr) -> None:
    match target, value:
        case ast.Name(id=name), _:
            found.setdefault(name, []).append(value)
        case ast.Tuple(elts=names), ast.Tuple(elts=values):
            for one, its in zip(names, values, strict=False):
                _bind(found, one, its)


def _name(call: ast.Call) -> str:
    """What is called, with its owner where that has a name: ``administrators.tell``."""
    match call.func:
        case ast.Attribute(value=ast.Name(id=owner) | ast.Attribute(attr=owner), attr=name):
            return f"{owner}.{name}"
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""
