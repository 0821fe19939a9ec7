"""What people say and do is the same on every messenger: no conversation, form, card or case names one, and nobody without
buttons is told to press one.
"""

import ast
import re
from pathlib import Path

import pytest

from tests.project.tree import ROOT

ROOMS = (
    "core/conversation", "core/casework", "core/alerting",
    "handlers/alerting", "handlers/cards", "handlers/casework", "handlers/checkin", "handlers/door", "handlers/forms",
    "handlers/linking", "handlers/lookup", "handlers/outbox", "handlers/practice", "handlers/reporting", "handlers/visits",
)  # fmt: skip
NAMES = re.compile(r"telegram|signal|whatsapp|matrix", re.IGNORECASE)
FILES_OF_THE_ROSTER = {"telegram_id"}  # a column of its file

PRESSING = {
    "en": re.compile(r"\b(tap|taps|tapped|press|presses|pressed|buttons?)\b", re.IGNORECASE),
    "ru": re.compile(r"нажм|нажа|кнопк", re.IGNORECASE),
    "kk": re.compile(r"\bбасыңыз|батырма|түйме", re.IGNORECASE),
}
ALLOWED = {
    "administrator-next",  # *start* is what there is to press in the chat of a bot that was just opened
    "checked-person-away",
    "emergency-bot-2",
    "emergency-bot-4",
    "emergency-server-9",
    "init-coordinator",
    "roster-done",
    "successor-told",
    "law-sure-b",  # newspapers
    "names-4",  # of the playground
    "names-5",
}
BY_TECHNICIANS = ("backstage.ftl", "console.ftl")  # the playground, and the command line
ENTRY = re.compile(r"^([a-z][\w-]*) *=(.*?)(?=^[A-Za-z#]|\Z)", re.MULTILINE | re.DOTALL)
INSIDE = re.compile(r"\{ *[\w$-]+ *\}")  # a value, or other words


def _modules() -> list[Path]:
    return sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))


def test_no_code_of_conversations_and_cases_names_a_messenger() -> None:
    named = {
        str(path.relative_to(ROOT)): _named(ast.parse(path.read_text(encoding="utf-8")))
        for path in _modules()
    }
    assert len(named) > 150
    assert {path: names for path, names in named.items() if names} == {}


def _named(tree: ast.AST) -> set[str]:
    named = set[str]()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom | ast.Import):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            named |= {
                one
                for one in [*modules, *(a.name for a in node.names)]
                if "messengers" in one or NAMES.search(one)
            }
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " not in node.value:
            named |= {node.value} if NAMES.search(node.value) else set()
        elif isinstance(node, ast.Name | ast.Attribute):
            name = node.id if isinstance(node, ast.Name) else node.attr
            named |= {name} if NAMES.search(name) else set()
    return named - FILES_OF_THE_ROSTER


@pytest.mark.parametrize("language", PRESSING)
def test_nobody_is_told_to_press_what_may_not_be_there(language: str) -> None:
    told = set[str]()
    for path in (ROOT / "core" / "words" / language).glob("*.ftl"):
        if path.name not in BY_TECHNICIANS:
            texts = ENTRY.findall(path.read_text(encoding="utf-8"))
            told |= {key for key, text in texts if PRESSING[language].search(INSIDE.sub("", text))}
    assert told <= ALLOWED
