"""What one case of before revision 0006 says as claims. Pure, and as old as that revision: it knows no later kind.

facts      the answers as the case had them; when and from which words stands in the report's dialogue
timeline   who coded the act, closed the case, called back, and when lawyers were wanted
columns    what the case held on to although its reporter later said something quieter
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from msgspec import Struct, field

Row = dict[str, Any]
Given = Mapping[str, Mapping[str, Any]]  # the dialogue's answers: question → value, source, at, entry
CERTAINTY = {"words": "understood", "implied": "guessed"}  # other sources of an answer: said
RENAMED = {"when": "started"}
PEOPLE = ("who", "accused")
NOT_CLAIMED = {"files"}
ONE = {"is": "People", "names": [], "count": 1, "kind": "at_least", "withheld": False}  # it is me
JUST_AFTER = timedelta(microseconds=1)


class Old(Struct, frozen=True):
    """A case as it was stored. ``lines``: those of its timeline that matter, in order: kind, at, actor_id, details."""

    case: Mapping[str, Any]
    reports: Sequence[Mapping[str, Any]]  # there never was more than one
    facts: Mapping[str, Any]
    given: Given
    persons: Sequence[Mapping[str, Any]]  # id, name, noted_at
    lines: Sequence[Mapping[str, Any]]

    @property
    def reporter(self) -> "_Source":
        """Who said what the case holds."""
        return _Source(self.case, self.reports[0] if self.reports else None)


class New(Struct):
    """The rows to be written; values of claims are plain JSON."""

    claims: list[Row] = field(default_factory=list)
    persons: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)


def carried(old: Old, new_id: Callable[[], int]) -> New:
    """All rows of one case, the claims in the order in which they were made."""
    new = New()
    case = old.case
    for report in old.reports:
        new.links.append(
            {"id": new_id(), "report_id": report["id"], "case_id": case["id"], "by": 0}
            | {
                "at": report["opened_at"] or case["opened_at"],
                "rule": "opened",
                "score": None,
                "ended_at": None,
            }
        )
    said = [*_of_reporter(old, new, new_id), *_of_members(old)]
    for claim in sorted(said, key=lambda claim: claim["noted_at"]):
        new.claims.append({"id": new_id(), **claim})
    return new


def _of_reporter(old: Old, new: New, new_id: Callable[[], int]) -> Iterable[Row]:
    case, facts = old.case, dict(old.facts)
    opened = case["opened_at"]
    reporter = old.reporter
    if case["alerting"]:
        wanted = next((line for line in old.lines if line["kind"] == "lawyers_wanted"), None)
        by = wanted["actor_id"] if wanted else 0
        source = _member(case, by) if by else _Source(case, None)
        yield source.claim("alarm", "yes", wanted["at"] if wanted else opened, "said" if by else "guessed")
    # What the case held on to stands before what its reporter said since; once lawyers are wanted, that only marks.
    for kind, held in (("situation", case["situation"]), ("ongoing", case["ongoing"])):
        if facts.get(kind) != held and held != "unknown" and not _is_released(case, kind):
            yield reporter.claim(kind, held, opened)
            if kind not in facts:
                continue
            at = max(_at(old, kind), opened + JUST_AFTER)
            yield reporter.claim(kind, facts.pop(kind), at, *_how(old, kind))
    who = next((facts[name] for name in PEOPLE if name in facts), None)
    if who is not None:
        yield from _people(old, new, new_id, reporter, who)
    elif facts.get("situation") == "me":
        yield reporter.claim("count", ONE, opened, "guessed")
    for name, value in facts.items():
        if name not in PEOPLE and name not in NOT_CLAIMED:
            kind = RENAMED.get(name, name)
            claim = reporter.claim(kind, value, _at(old, name), *_how(old, name))
            if kind == "started":
                at = value.get("at")
                claim |= {"at": datetime.fromisoformat(at) if at else None, "precision": value["precision"]}
            yield claim
    for line in old.lines:
        if line["kind"] in ("says_over", "says_false"):
            yield reporter.claim(line["kind"], "yes", line["at"])


def _people(
    old: Old, new: New, new_id: Callable[[], int], reporter: "_Source", who: Mapping[str, Any]
) -> Iterable[Row]:
    """How many, and a person for each name: the one who was stored for it, else a new one."""
    question = next(name for name in PEOPLE if name in old.facts)
    at = _at(old, question)
    yield reporter.claim("count", {**who, "names": []}, at, *_how(old, question))
    stored = list(old.persons)
    for name in who["names"]:
        known = next((person for person in stored if person["name"] == name), None)
        if known is not None:
            stored.remove(known)
        noted = known["noted_at"] if known else at
        person = known["id"] if known else new_id()
        of = {"case_id": reporter.case_id, "report_id": reporter.report_id}
        new.persons.append({"id": person, **of, "created_at": noted})
        yield reporter.claim("name", name, noted, *_how(old, question)) | {"person_id": person}


def _of_members(old: Old) -> Iterable[Row]:
    case = old.case
    closed = None
    for line in old.lines:
        by = _member(case, line["actor_id"])
        if line["kind"] == "coded":
            yield by.claim("act", line["details"]["act"], line["at"])
        elif line["kind"] == "still_held":
            yield from (by.claim(kind, "no", line["at"]) for kind in ("says_over", "says_false"))
        elif line["kind"] == "closed":
            closed = line
    if case["outcome"] is not None:
        actor = closed["actor_id"] if closed is not None else 0
        yield _member(case, actor).claim("outcome", case["outcome"], case["closed_at"])
    if case["verification"] != "unknown":
        yield _member(case, 0).claim("verification", case["verification"], case["opened_at"])


class _Source(Struct, frozen=True):
    """Who claims something of a case: a report; without one a member, or the bot."""

    case: Mapping[str, Any]
    report: Mapping[str, Any] | None
    member: int | None = None

    @property
    def case_id(self) -> int | None:
        return self.case["id"] if self.report is None else None

    @property
    def report_id(self) -> int | None:
        return None if self.report is None else self.report["id"]

    def claim(
        self, kind: str, value: Any, noted_at: datetime, certainty: str = "said", entry: int | None = None
    ) -> Row:
        kind_of = "report" if self.report is not None else "bot" if self.member is None else "member"
        return {
            "case_id": self.case_id,
            "report_id": self.report_id,
            "kind": kind,
            "value": value,
            "source_kind": kind_of,
            "source_id": self.report_id or self.member or 0,
            "noted_at": noted_at,
            "certainty": certainty,
            "person_id": None,
            "at": None,
            "precision": "unknown",
            "until": None,
            "entry_id": entry,
            "withdrawn_at": None,
        }


def _member(case: Mapping[str, Any], member: int) -> _Source:
    return _Source(case, None, member)


def _is_released(case: Mapping[str, Any], kind: str) -> bool:
    """Nobody is held any more because a member said so when closing, and not the reporter."""
    return kind == "ongoing" and case["outcome"] == "released"


def _at(old: Old, question: str) -> datetime:
    """When the case learnt an answer: what was said before it was opened, at its opening."""
    given, opened = old.given.get(question), old.case["opened_at"]
    at: datetime = max(datetime.fromisoformat(given["at"]), opened) if given else opened
    return at


def _how(old: Old, question: str) -> tuple[str, int | None]:
    """How surely an answer was said, and in which entry."""
    given = old.given.get(question)
    if given is None:
        return "guessed", None  # a coordinator made a case of a draft without it
    return CERTAINTY.get(given["source"], "said"), given["entry"]
