"""The rules of the house that no linter knows: ``python -m tools.house_rules``, a part of ``make lint``.

Each rule has its reason, a bad and a good example (tests/project/test_house_rules.py tries both). What is left of before
stands in house_rules.txt, a number for each rule and file; it only shrinks.
"""

import ast
import re
import sys
import tokenize
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PRODUCT = ("bot", "core", "handlers", "playground", "storage")
LEFT = Path(__file__).with_name("house_rules.txt")
SHARED = 2  # so many things may have one name
CLASSES = "a class name is of two things at most"


@dataclass(frozen=True, slots=True)
class Found:
    """Something against a rule, and the line where it stands."""

    path: str
    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Rule:
    """``find`` looks at one file: its path, its text, its tree."""

    name: str
    why: str
    bad: str
    good: str
    find: Callable[[str, str, ast.Module], Iterator[Found]]


def _variables_called_one(path: str, text: str, tree: ast.Module) -> Iterator[Found]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id == "one":
            yield Found(path, node.lineno, node.id)
        if isinstance(node, ast.arg) and node.arg == "one":
            yield Found(path, node.lineno, node.arg)


EMPTY_NAMES = frozenset(
    {
        "all", "are", "ask", "asked", "begun", "did", "does", "given", "got", "has", "here", "how", "is", "kept",
        "left", "lines", "made", "now", "of", "one", "own", "put", "said", "so", "text", "then", "there", "told",
        "was", "were", "what", "when", "where", "which", "who", "whom",
    }
)  # fmt: skip


def _names_that_do_not_tell(path: str, text: str, tree: ast.Module) -> Iterator[Found]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.strip("_") in EMPTY_NAMES:
            yield Found(path, node.lineno, node.name)


ODD_ENGLISH = re.compile(
    r"\b(whoever|whomever|whatever|anew|is none|are none|stands? for itself|amongst|hereby|thence|thereby|therein|thereof|"
    r"upon|whence|whereby|wherefrom|wherein|whereof|whilst)\b",
    re.IGNORECASE,
)


def _odd_english(path: str, text: str, tree: ast.Module) -> Iterator[Found]:
    for line, prose in (*_comments(text), *_docstrings(tree), *_sentences(tree)):
        for found in ODD_ENGLISH.finditer(prose):
            yield Found(path, line, found[0].casefold())


def _comments(text: str) -> Iterator[tuple[int, str]]:
    lines = iter(text.splitlines(keepends=True))
    for token in tokenize.generate_tokens(lambda: next(lines, "")):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def _docstrings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(tree):
        match node:
            case ast.Module(body=body) | ast.ClassDef(body=body) | ast.FunctionDef(body=body):
                said = ast.get_docstring(node)
            case ast.AsyncFunctionDef(body=body):
                said = ast.get_docstring(node)
            case _:
                continue
        if said:
            yield body[0].lineno, said


def _sentences(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Strings of several words, which somebody reads, without docstrings."""
    documented = {line for line, _ in _docstrings(tree)}
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=str(said)) if " " in said and node.lineno not in documented:
                yield node.lineno, said


def _short_docstrings(path: str, text: str, tree: ast.Module) -> Iterator[Found]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            said = ast.get_docstring(node)
            if said and (len(said.split()) < 3 or said.rstrip().endswith("?")):
                yield Found(path, node.lineno, node.name)


RULES = (
    Rule(
        "no variable is called one",
        "It says nothing of what it holds; the noun does: case, offer, line.",
        "for one in cases:\n    close(one)\n",
        "for case in cases:\n    close(case)\n",
        _variables_called_one,
    ),
    Rule(
        "a function's name tells what it does or gives",
        "A verb phrase for an act, a noun phrase for a value; a particle or a participle alone is neither.",
        "def told(case):\n    return case.words\n",
        "def words_of_reporters(case):\n    return case.words\n",
        _names_that_do_not_tell,
    ),
    Rule(
        "plain English",
        "A colleague in Almaty and one in Manchester read it: if nobody, anyone who, again.",
        "# whoever is asked anew\n",
        "# anyone who is asked again\n",
        _odd_english,
    ),
    Rule(
        "a docstring adds to the name, as a whole sentence",
        "Two words, or a question, say less than the name; leave them out.",
        'def recipient(case):\n    """To whom?"""\n',
        'def recipient(case):\n    """The member who has the case, or else the newest coordinator."""\n',
        _short_docstrings,
    ),
)


def broken(rule: Rule, paths: Iterable[Path]) -> list[Found]:
    """What is against a rule in these files."""
    found = []
    for path in paths:
        text = path.read_text("utf-8")
        found += list(rule.find(path.relative_to(ROOT).as_posix(), text, ast.parse(text)))
    return found


def shared_names(paths: Iterable[Path]) -> dict[str, list[str]]:
    """Names of classes that more than SHARED things have, and where."""
    where: dict[str, list[str]] = {}
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                where.setdefault(node.name, []).append(path.relative_to(ROOT).as_posix())
    return {name: places for name, places in where.items() if len(places) > SHARED}


def product() -> list[Path]:
    """Every file of the product."""
    return sorted(path for top in PRODUCT for path in (ROOT / top).rglob("*.py"))


def counted() -> Counter[str]:
    """How often each file is against each rule; and the names of classes that too many things have."""
    paths = product()
    found = Counter(f"{rule.name} | {hit.path}" for rule in RULES for hit in broken(rule, paths))
    return found + Counter(
        {f"{CLASSES} | {name}": len(places) for name, places in shared_names(paths).items()}
    )


def listed() -> Counter[str]:
    """What is left of before, and how often."""
    lines = LEFT.read_text("utf-8").splitlines() if LEFT.exists() else []
    return Counter({line.rpartition(" | ")[0]: int(line.rpartition(" | ")[2]) for line in lines})


def main(arguments: list[str]) -> int:
    """1 if a file is against a rule more often than the list says, or less often; ``--shrink`` writes them."""
    now, left = counted(), listed()
    grown, shrunk = now - left, left - now
    if "--shrink" in arguments:
        LEFT.write_text("".join(f"{key} | {count}\n" for key, count in sorted((left & now).items())), "utf-8")
        shrunk = Counter()
    why = {rule.name: rule.why for rule in RULES}
    for key, count in grown.items():
        name, _, where = key.partition(" | ")
        sys.stdout.write(f"{where}: {count} more than before: {name}. {why.get(name, '')}\n")
        for rule in (rule for rule in RULES if rule.name == name):
            for hit in broken(rule, [ROOT / where]):
                sys.stdout.write(f"  {hit.path}:{hit.line}: {hit.what}\n")
    for key, count in shrunk.items():
        sys.stdout.write(
            f"{LEFT.name}: {count} fewer now, so shrink the list (python -m tools.house_rules --shrink): {key}\n"
        )
    return int(bool(grown) or bool(shrunk))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
