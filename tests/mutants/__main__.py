"""``make mutants``: breaks what decides about a case, one small piece at a time, and says which breaks no test notices.

python -m tests.mutants [--module PART] [--sample N [--seed M]] [--again] [--show]

All of them take many hours of one core. ``--sample``: so many of all, by chance and the same ones each time, also when
code comes and goes; ``--seed``: others. (Who has written tests for what a sample showed learns the share from another.)
A break that no test has noticed after 45 seconds of processor time is printed as undecided.
A run that is broken off goes on where it was while no file has changed. ``--module``: only modules with this in their
path. ``--again``: only what was not noticed last time, whatever has changed in tests. ``--show``: names of all breaks.
"""

import argparse
import hashlib
import json
import sys
import tomllib
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from tests.mutants.breaks import Break, enums_in
from tests.mutants.children import in_child, on_all_cores
from tests.mutants.lot import lot
from tests.mutants.passing import Passing
from tests.mutants.running import ROOT, Module, Outcome, ask, outcome_when_imported

TESTS = (
    "tests/casework",
    "tests/decisions/test_consents.py",
    "tests/decisions/test_escalation.py",
    "tests/decisions/test_matching.py",
    "tests/decisions/test_second.py",
    "tests/decisions/test_undelivered.py",
    "tests/mutants/test_breaks.py",
)
STATE = ROOT / ".mutants"
PASSING = ROOT / ".mutants-passing"
EQUIVALENT = Path(__file__).with_name("equivalent.toml")
ENOUGH = 0.95
SEED = 2018
SIGNS = {Outcome.NOTICED: ".", Outcome.MISSED: "x", Outcome.UNDECIDED: "?"}

# Module → its functions that count; empty: all of it.
MODULES: dict[str, tuple[str, ...]] = {
    "core/casework/transitions.py": (),
    "handlers/casework/lifecycle.py": (),
    "core/casework/ownership.py": (
        "has_case",
        "wants_second",
        "second_is_sought",
        "is_running",
        "last_sign",
        "is_handover_offer",
        "is_conflict_of_interest",
        "still_yours_key",
        "asked_still_key",
        "handing_key",
    ),
    "core/alerting/escalation.py": (),
    "handlers/alerting/second_lawyer.py": (),
    "handlers/casework/case_holders.py": (),
    "handlers/casework/case_handover.py": (),
    "handlers/casework/still_yours.py": (),
    "handlers/casework/notes.py": ("on_handback_note_asked", "_keep_words", "_on_changed", "_on_ended"),
    "handlers/casework/disclosure.py": (),
    "handlers/casework/opened_cases.py": ("ask_reason", "_keep_words", "_on_changed", "_on_ended", "on_left"),
    "handlers/casework/closing.py": ("on_close_asked", "on_confirmed", "on_kept_open"),
    "handlers/casework/offer_answers.py": (
        "on_accepted",
        "on_declined",
        "decline_offer",
        "on_reason_given",
        "on_given_back",
        "_refresh",
        "on_first_action_due",
        "on_reminder_due",
        "on_timer_parked",
    ),
    "handlers/casework/case_acts.py": (
        "on_open_asked",
        "on_took",
        "on_rung",
        "on_lawyers_wanted",
        "on_reopened",
        "on_coding",
        "on_coded",
        "on_still_held",
        "on_words_asked",
        "on_pin_asked",
        "on_history_asked",
        "on_files_asked",
        "on_muting",
        "on_unmuted",
        "_mute_chats",
    ),
    "handlers/casework/roster.py": (
        "put",
        "suspend",
        "_end_lost_roles",
        "add_address",
        "make_address_first",
        "remove_address",
        "_withdraw_from",
    ),
    "handlers/cards/card_lines.py": ("hidden_chats",),
    "handlers/cards/case_card.py": (),
    "handlers/cards/case_buttons.py": (),
    "handlers/cards/task_card.py": (
        "view",
        "task_view",
        "_is_quiet",
        "who_rings",
        "settled_view",
        "is_settled",
        "_number_left_lines",
        "_given_up",
        "_appointment_line",
        "_place_buttons",
        "_not_asked_lines",
        "_number_line",
        "_to_ring",
    ),
    "handlers/cards/case_lists.py": (
        "listed_line",
        "listed_button",
        "case_line",
        "why_above",
        "wanted_for_lists",
    ),
    "handlers/cards/offer_list.py": (
        "offer_list_view",
        "open_offers_of",
        "offer_lines",
        "offer_buttons",
    ),
    "handlers/cards/case_lines.py": (
        "coarse_lines",
        "lines_for_asked",
        "phone_help_lines",
        "situation_words",
        "place_name",
        "zone_of",
        "for_reader",
        "local_time",
        "count_words",
        "elapsed_time",
        "outcome_words",
        "whole_lines",
        "words_lines",
        "_entry_words",
        "_answers_only",
        "_entry_marks",
    ),
    "handlers/alerting/escalation.py": (
        "timer_key",
        "is_open",
        "start",
        "on_escalation_due",
        "look",
        "_apply_decision",
        "on_morning",
        "go_on",
        "look_if_all_answered",
        "on_member_unreachable",
        "end_offers",
        "delay",
    ),
    "handlers/alerting/delivery.py": (),
    "handlers/alerting/tasks.py": (),
    "handlers/alerting/messenger_limits.py": (),
    "core/alerting/candidates.py": (),
    "handlers/outbox/news.py": (),
    "handlers/people/addresses.py": ("way_to", "may_be_answered"),
    "handlers/people/membership.py": (
        "members_at",
        "active_members_at",
        "wanted_rows",
        "addresses_of",
        "open_addresses",
        "home_address",
    ),
    "handlers/casework/changed_identity.py": (),
    "handlers/joining/link_code.py": (),
    "handlers/joining/own_addresses.py": ("_ask_removal", "on_pressed", "address_press"),
    "core/casework/consents.py": (),
    "core/casework/answering.py": (),
    "handlers/casework/name_consents.py": (),
    "handlers/reporting/reports.py": ("_on_changed",),
    "handlers/reporting/code_entry.py": ("on_receipt_code_said",),
}


class Results:
    """What became of each break, in a file that is only appended to."""

    def __init__(self, digest: str, *, again: bool) -> None:
        lines = STATE.read_text("utf-8").splitlines() if STATE.exists() else []
        known = [json.loads(line) for line in lines[1:]] if again or lines[:1] == [digest] else []
        self._of: dict[str, str] = {name: of for name, of in known if of == Outcome.NOTICED or not again}
        STATE.write_text("\n".join([digest, *(json.dumps(one) for one in self._of.items())]) + "\n", "utf-8")

    def reread(self) -> None:
        """What another process has appended."""
        self._of = dict(json.loads(line) for line in STATE.read_text("utf-8").splitlines()[1:])

    def add(self, name: str, outcome: Outcome) -> None:
        """One more, on disk at once."""
        self._of[name] = outcome
        with STATE.open("a", encoding="utf-8") as file:
            file.write(json.dumps([name, outcome]) + "\n")
        print(SIGNS[outcome], end="", flush=True)

    def get(self, name: str) -> str | None:
        """What became of it, if that is known."""
        return self._of.get(name)


def main() -> int:
    """Ask about every break that is not known yet, then print the table. 1 if too few are noticed."""
    parser = argparse.ArgumentParser(prog="make mutants")
    parser.add_argument("--module", default="")
    parser.add_argument("--sample", type=int, default=0)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    enums = enums_in(ROOT / "core")
    modules = [Module(path, functions, enums) for path, functions in MODULES.items() if given.module in path]
    names = {module.path: list(module.breaks) for module in modules}
    if given.show:
        print(*(name for of_one in names.values() for name in of_one), sep="\n")
        return 0
    excused = tomllib.loads(EQUIVALENT.read_text("utf-8"))
    counted = {path: [n for n in of_one if _plain(n) not in excused] for path, of_one in names.items()}
    equivalent = {path: len(names[path]) - len(of_one) for path, of_one in counted.items()}
    if given.sample:
        every = [name for of_one in counted.values() for name in of_one]
        drawn = set(sorted(every, key=lambda name: lot(name, given.seed))[: given.sample])
        counted = {path: [n for n in of_one if n in drawn] for path, of_one in counted.items()}
    digest = _digest()
    results = Results(digest, again=given.again)
    for module in modules:
        module.breaks = {n: module.breaks[n] for n in counted[module.path] if results.get(n) is None}
    _ask(modules, Passing(PASSING, digest, {str(ROOT / path) for path in MODULES}), results)
    unknown = (
        excused.keys() - {_plain(n) for of_one in names.values() for n in of_one} if not given.module else ()
    )
    print(*(f"there is no such break any more: {n}" for n in sorted(unknown)), sep="\n")
    return table(counted, equivalent, results)


def _ask(modules: list[Module], passing: Passing, results: Results) -> None:
    _import_others()
    if any(one.place for module in modules for one in module.breaks.values()):
        if in_child(lambda _: not ask(TESTS, modules, passing, results.add), longest=0, quiet=False):
            sys.exit("the tests fail although nothing is broken: make test says which")
        results.reread()
        passing.reread()
    tables = [
        (name, module, one) for module in modules for name, one in module.breaks.items() if not one.place
    ]

    def look(part: Sequence[tuple[str, Module, Break]]) -> str:
        for name, module, one in part:
            results.add(name, outcome_when_imported(module, one, TESTS, passing))
        return ""

    on_all_cores(look, tables)
    results.reread()


def table(counted: dict[str, list[str]], equivalent: dict[str, int], results: Results) -> int:
    """The share is of all: what is undecided is not noticed."""
    missed, undecided = (
        [name for of_one in counted.values() for name in of_one if results.get(name) == outcome]
        for outcome in (Outcome.MISSED, Outcome.UNDECIDED)
    )
    for title, those in (("Not noticed:", missed), ("Undecided:", undecided)):
        print(*(("", title, *those) if those else ()), sep="\n")
    print(f"\n{'module':46}{'breaks':>8}{'noticed':>9}{'share':>9}{'undecided':>11}{'equivalent':>12}")
    for path, of_one in counted.items():
        print(_row(path, of_one, results, equivalent[path]))
    every = [name for of_one in counted.values() for name in of_one]
    print(_row("all", every, results, sum(equivalent.values())))
    return int(_how_many(every, results, Outcome.NOTICED) < ENOUGH * len(every))


def _row(title: str, names: Sequence[str], results: Results, equivalent: int) -> str:
    noticed, undecided = (_how_many(names, results, of) for of in (Outcome.NOTICED, Outcome.UNDECIDED))
    share = f"{noticed / len(names):.1%}" if names else "–"
    return f"{title:46}{len(names):8}{noticed:9}{share:>9}{undecided:11}{equivalent:12}"


def _how_many(names: Sequence[str], results: Results, outcome: Outcome) -> int:
    return sum(results.get(name) == outcome for name in names)


def _plain(name: str) -> str:
    """The name without the line, which moves, and without the mark of a second one that reads the same."""
    path, _, rest = name.rstrip(" *").partition(":")
    return f"{path} {rest.partition(' ')[2]}"


def _digest() -> str:
    """Of everything that may change an answer."""
    folders = ("bot", "core", "handlers", "playground", "storage", "tests")
    files = sorted(
        f for folder in folders for kind in ("py", "ftl", "toml") for f in (ROOT / folder).rglob(f"*.{kind}")
    )
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def _import_others() -> None:
    """What takes long to import and is not broken, once for all processes."""
    for name in (
        "aiosqlite",
        "asyncpg",
        "alembic.command",
        "cryptography.hazmat.primitives.ciphers.aead",
        "telegram",
    ):
        import_module(name)
    resources = import_module("core.resources.word_files"), import_module("core.resources.place_files")
    resources[0].load_words()
    resources[1].load_gazetteer("kz")


if __name__ == "__main__":
    sys.exit(main())
