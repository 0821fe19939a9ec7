"""One small break of a module at a time: what a slip of the hand, or a change by somebody in a hurry, would do to it.

statement    removed, where the code still runs without it (a name's first value is left); a return in a branch falls through
condition    negated; one part of "and", "or" taken away; a limit moved by one
value        True for False, a number one more, the next member of an enum; a sum for a difference
part         a named argument, an entry of a dict, an element of a tuple or list, a filter taken away

Annotations, documentation, texts and assertions stay as they are.
"""

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Enums = Mapping[str, Sequence[str]]  # members of each enum of the project, in their order
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
OPPOSITE: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Lt: (ast.GtE, ast.LtE),
    ast.LtE: (ast.Gt, ast.Lt),
    ast.Gt: (ast.LtE, ast.GtE),
    ast.GtE: (ast.Lt, ast.Gt),
}
OTHER: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}


@dataclass(frozen=True, slots=True)
class Break:
    """``place``: the function it is in, or empty for the module itself. ``lines``: of the statement, for who runs them.

    ``apply`` changes the tree and returns what changes it back.
    """

    line: int
    place: str
    what: str
    lines: range
    apply: Callable[[], Callable[[], None]]


def enums_in(root: Path) -> dict[str, list[str]]:
    """The enums of all modules below a folder."""
    found: dict[str, list[str]] = {}
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and any("Enum" in ast.unparse(base) for base in node.bases):
                assigned = [s.targets[0] for s in node.body if isinstance(s, ast.Assign)]
                found[node.name] = [t.id for t in assigned if isinstance(t, ast.Name)]
    return found


def breaks_of(tree: ast.Module, enums: Enums) -> list[Break]:
    """All breaks of a module, by line."""
    found = list(_Finder(enums).in_block(tree, "body", "", range(1, 1)))
    return sorted(found, key=lambda one: one.line)


class _Finder:
    def __init__(self, enums: Enums) -> None:
        self._enums = enums
        self._known: set[str] = set()  # names that have a value where we are, in a function

    # --- statements

    def in_block(self, owner: ast.AST, field: str, place: str, lines: range) -> Iterator[Break]:
        """The breaks in a list of statements."""
        block: list[ast.stmt] = getattr(owner, field)
        for at, statement in enumerate(block):
            lines = _header(statement)
            if place and self._can_go(statement, last=isinstance(owner, FUNCTIONS) and at == len(block) - 1):
                yield _put(block, at, ast.Pass(), statement, f"without {_short(statement)}", place, lines)
            yield from self._in_statement(statement, place, lines)
            self._known |= {
                n.id for n in ast.walk(statement) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
            }

    def _can_go(self, statement: ast.stmt, *, last: bool) -> bool:
        if isinstance(statement, ast.Expr):
            return not isinstance(statement.value, ast.Constant)
        if isinstance(statement, ast.Assign):
            names = [n for t in statement.targets for n in ast.walk(t) if isinstance(n, ast.Name)]
            return all(n.id in self._known for n in names)
        return isinstance(statement, ast.AugAssign | ast.Raise | ast.Continue | ast.Break) or (
            isinstance(statement, ast.Return) and not last
        )

    def _in_statement(self, statement: ast.stmt, place: str, lines: range) -> Iterator[Break]:
        if isinstance(statement, FUNCTIONS):
            for default in ("defaults", "kw_defaults"):
                yield from self._in_list(statement.args, default, place, lines, parts=False)
            name = f"{place}.{statement.name}".lstrip(".")
            self._known = {a.arg for a in ast.walk(statement.args) if isinstance(a, ast.arg)}
            yield from self.in_block(statement, "body", name, lines)
        elif isinstance(statement, ast.ClassDef):
            for one in statement.body:
                if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)):
                    name = statement.name if isinstance(one, FUNCTIONS) else ""
                    yield from self._in_statement(one, name, _header(one))
        elif not isinstance(statement, ast.Import | ast.ImportFrom | ast.Assert):
            for field, value in ast.iter_fields(statement):
                if field in ("body", "orelse", "finalbody"):
                    yield from self.in_block(statement, field, place, lines)
                elif field not in ("targets", "target", "annotation") and isinstance(value, ast.expr):
                    unpacked = isinstance(value, ast.Tuple) and _unpacks(statement)
                    yield from self._in(
                        statement, field, None, place, lines, condition=field == "test", whole=unpacked
                    )

    # --- expressions

    def _in(
        self,
        owner: ast.AST,
        field: str,
        at: int | None,
        place: str,
        lines: range,
        *,
        condition: bool = False,
        whole: bool = False,
    ) -> Iterator[Break]:
        """The breaks of one expression. ``condition``: it is asked for yes or no; ``whole``: none of its parts may go."""
        node: ast.expr = getattr(owner, field) if at is None else getattr(owner, field)[at]
        for other, what in self._others(node, condition=condition):
            yield _put(owner, (field, at), other, node, what, place, lines)
        if isinstance(node, ast.JoinedStr | ast.Constant):
            return
        for name, value in ast.iter_fields(node):
            if isinstance(node, ast.Subscript) and name == "slice" and not isinstance(value, ast.Slice):
                continue  # a key, or a type
            if isinstance(value, list):
                yield from self._in_list(
                    node, name, place, lines, parts=not whole, condition=isinstance(node, ast.BoolOp)
                )
            elif isinstance(value, ast.expr):
                asked = name == "test" or (isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not))
                yield from self._in(node, name, None, place, lines, condition=asked)
            elif isinstance(value, ast.Slice):
                for end in ("lower", "upper"):
                    if getattr(value, end) is not None:
                        yield from self._in(value, end, None, place, lines)

    def _in_list(
        self, owner: ast.AST, field: str, place: str, lines: range, *, parts: bool, condition: bool = False
    ) -> Iterator[Break]:
        items = getattr(owner, field)
        if parts and self._parts_may_go(owner, field):
            for at, item in enumerate(items):
                what = f"{_short(owner)} without {_short(item)}"
                yield _cut(owner, field, at, item if item is not None else owner, what, place, lines)
        for at, item in enumerate(items):
            if isinstance(item, ast.expr):
                whole = isinstance(owner, ast.Dict) and field == "keys"
                asked = condition or field == "ifs"
                yield from self._in(owner, field, at, place, lines, condition=asked, whole=whole)
            elif isinstance(item, ast.keyword):
                yield from self._in(item, "value", None, place, lines)
            elif isinstance(item, ast.comprehension):
                yield from self._in(item, "iter", None, place, lines)
                yield from self._in_list(item, "ifs", place, lines, parts=True)

    def _parts_may_go(self, owner: ast.AST, field: str) -> bool:
        return (
            (
                isinstance(owner, ast.Tuple | ast.List | ast.Set)
                and isinstance(getattr(owner, "ctx", None), ast.Load | None)
            )
            or (isinstance(owner, ast.Dict) and field == "keys")
            or (isinstance(owner, ast.Call) and field == "keywords")
            or field == "ifs"
        )

    def _others(self, node: ast.expr, *, condition: bool) -> Iterator[tuple[ast.expr, str]]:
        """What may stand in place of a node."""
        match node:
            case ast.Compare(ops=[operator]):
                for opposite in OPPOSITE[type(operator)]:
                    other = ast.Compare(node.left, [opposite()], node.comparators)
                    yield other, f"{_short(other)} for {_short(node)}"
            case ast.UnaryOp(op=ast.Not()):
                yield node.operand, f"{_short(node.operand)} for {_short(node)}"
            case ast.Constant(value=bool() as value):
                yield ast.Constant(not value), f"{not value} for {value}"
            case ast.Constant(value=int() as number):
                yield ast.Constant(number + 1), f"{number + 1} for {number}"
            case ast.BinOp(op=operator) if type(operator) in OTHER:
                swapped = ast.BinOp(node.left, OTHER[type(operator)](), node.right)
                yield swapped, f"{_short(swapped)} for {_short(node)}"
            case ast.Attribute(value=ast.Name(id=name), attr=member) if member in self._enums.get(name, ()):
                members = self._enums[name]
                following = members[(members.index(member) + 1) % len(members)]
                yield (
                    ast.Attribute(node.value, following, ast.Load()),
                    f"{name}.{following} for {name}.{member}",
                )
            case ast.BoolOp(values=values):
                for gone in values:
                    kept = [one for one in values if one is not gone]
                    shorter = kept[0] if len(kept) == 1 else ast.BoolOp(node.op, kept)
                    yield shorter, f"{_short(node)} without {_short(gone)}"
            case _ if condition:
                yield ast.UnaryOp(ast.Not(), node), f"not {_short(node)}"


def _put(
    owner: ast.AST | list[ast.stmt],
    at: int | tuple[str, int | None],
    other: ast.AST,
    node: ast.AST,
    what: str,
    place: str,
    lines: range,
) -> Break:
    """Another node in place of one."""
    ast.fix_missing_locations(ast.copy_location(other, node))

    def apply() -> Callable[[], None]:
        _set(owner, at, other)
        return lambda: _set(owner, at, node)

    return Break(node.lineno, place, what, lines, apply)  # type: ignore[attr-defined]


def _set(owner: ast.AST | list[ast.stmt], at: int | tuple[str, int | None], node: ast.AST) -> None:
    if isinstance(at, int):
        owner[at] = node  # type: ignore[index, call-overload]
    elif at[1] is None:
        setattr(owner, at[0], node)
    else:
        getattr(owner, at[0])[at[1]] = node


def _cut(owner: ast.AST, field: str, at: int, item: ast.AST, what: str, place: str, lines: range) -> Break:
    """A list without one of its parts; of a dict, key and value."""
    fields = ("keys", "values") if isinstance(owner, ast.Dict) else (field,)

    def apply() -> Callable[[], None]:
        kept = [(name, list(getattr(owner, name))) for name in fields]
        for name in fields:
            setattr(owner, name, [one for n, one in enumerate(getattr(owner, name)) if n != at])

        def back() -> None:
            for name, items in kept:
                setattr(owner, name, items)

        return back

    return Break(getattr(item, "lineno", lines.start), place, what, lines, apply)


def _header(statement: ast.stmt) -> range:
    """The lines of a statement; of one that has others in it, up to these."""
    body = getattr(statement, "body", None)
    end = body[0].lineno - 1 if body else statement.end_lineno or statement.lineno
    return range(statement.lineno, max(end, statement.lineno) + 1)


def _unpacks(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Assign) and any(isinstance(t, ast.Tuple) for t in statement.targets)


def _short(node: ast.AST | None) -> str:
    if node is None:
        return "**"
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 90 else text[:60] + " … " + text[-27:]
