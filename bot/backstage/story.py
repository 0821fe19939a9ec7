"""A recording told as a test story: Python source that can be put into ``tests/stories`` and passes there.

Where the bot had come to rest the story lets the same time pass, to the second, and expects what the phones then newly
showed. Where it had not, the next act follows at once, as it did.
"""

import ast
import re
from datetime import timedelta

from msgspec.structs import replace

from bot.backstage.record import Beginning, Done, Log, Look
from bot.backstage.story_acts import Acts, Untold, moment
from bot.backstage.story_code import INDENT, Call, Code, laid_out, named
from bot.backstage.story_names import Names
from bot.backstage.story_orders import HANG_PATIENCE, Orders
from bot.backstage.story_screens import Key, Screens

STATEMENTS = 50  # of a function, more than which the linter asks to excuse
UNCOUNTED = (
    ast.With,
    ast.AsyncWith,
    ast.For,
    ast.AsyncFor,
    ast.While,
    ast.Return,
)  # it counts only what is in them
TITLE = "Recorded on the playground: what people did with their phones, and what these then showed."
EARLIER = "The playground had been used before the recording began: that comes first, and nothing is expected of it."

_ACT = re.compile(r"POST /people/(\d+)/(\w+)")


def tell(beginning: Beginning, log: Log, mark: int) -> str:
    """The source. From ``log[mark]`` on what was seen is expected; what was done before is only done again."""
    return _Story(beginning, log, mark).source()


class _Story:
    def __init__(self, beginning: Beginning, log: Log, mark: int) -> None:
        self._log = log
        self._mark = mark
        self._earlier = any(isinstance(entry, Done) for entry in log[:mark])
        looks = [entry.at for entry in log[:mark] if isinstance(entry, Look)]
        start = beginning.at if self._earlier or not looks else looks[-1]
        self._now = self._start = start.replace(microsecond=0)
        self._beginning = beginning
        self._screens, self._names = Screens(), Names()
        called: dict[int, str] = {}
        self._acts = Acts(self._screens, self._names, called)
        self._orders = Orders(self._names, called)
        self._look = Look(self._start, quiet=True, broken=False)
        self._alive = True
        self._broken = False  # somewhere since the last rest
        self._expecting = False
        self._done = False  # something, since the last rest
        self._lines: list[Call | str] = []

    def source(self) -> str:
        people = self._gathered()
        for at, entry in enumerate(self._log):
            if at == self._mark:
                self._begin()
            if isinstance(entry, Look):
                self._look = entry
                self._broken = self._broken or entry.broken
                self._screens.change(entry.changed)
            else:
                self._passes(entry)
                self._does(entry)
                self._look = replace(self._look, quiet=False)  # until somebody has looked again
        self._passes(None)
        body = "".join(f"{line}\n" for line in (*(one for one in people if _is_told(one)), *self._lines))
        return self._module(body)

    def _module(self, body: str) -> str:
        about = [
            named("organisation", self._beginning.organisation),
            named("language", self._beginning.language),
        ]
        about.append(Code(f"start={moment(self._start).source}"))
        about += [named("patience", HANG_PATIENCE)] if self._orders.hangs else []
        about += [named("signal", True)] if "world.on_signal(" in body else []
        marked = laid_out("@pytest.mark.world", [one.source for one in about])
        function = f"async def test_recorded(world: World) -> None:\n{body}"
        nodes = list(ast.walk(ast.parse(function)))
        many = (
            sum(isinstance(node, ast.stmt) and not isinstance(node, UNCOUNTED) for node in nodes) - 1
            > STATEMENTS
        )
        excuse = "  # noqa: PLR0915 - as long as what was recorded" if many else ""
        reads = any(isinstance(node, ast.Name) and node.id == "code_in" for node in nodes)
        return (
            f'"""{TITLE}{chr(10) * 2 + EARLIER + chr(10) if self._earlier else ""}"""\n\n'
            "from datetime import UTC, datetime\n\nimport pytest\n\n"
            + ("from tests.world.codes import code_in\n" if reads else "")
            + "from tests.world.world import World\n\n\n"
            + f"{marked}\n"
            + function.replace("None:\n", f"None:{excuse}\n", 1)
        )

    def _gathered(self) -> list[Call | str]:
        """Who is there. Members have pressed start; others are told only if they do something."""
        self._names.fix(self._beginning.channel, "world.channel")
        lines: list[Call | str] = []
        members = []
        for one in self._beginning.people:
            if one.messenger == "signal":
                lines.append(self._orders.on_signal(one.id, one.name))
            elif one.place is None:
                about = {"first_name": one.name, "language_code": one.language}
                lines.append(self._orders.person(one.id, about))
            else:
                lines.append(self._orders.member(one.id, one.name, one.language, one.place))
                members.append(self._names.of(one.id))
        if len(members) > 1:
            everyone = laid_out("", members)
            lines.append(f"{INDENT}for member in {everyone}:\n{INDENT * 2}await member.starts()")
        lines += [Call(f"{one}.starts") for one in members[:1] if len(members) == 1]
        lines += [Call("world.settle") for _ in members[:1]]
        for group in self._beginning.groups:
            body = {"type": "group", "title": group.title, "members": group.members}
            lines.append(self._orders.call(Done("POST /chats", body, {"id": group.id})))
        return lines

    def _begin(self) -> None:
        self._passes(None)
        if self._earlier:
            self._lines.append(f"{INDENT}# The recording began here.")
        self._screens.told()
        self._expecting = True

    def _does(self, done: Done) -> None:
        if done.what == "POST /clock":
            return  # time passes before the next act, or now if there is something to see
        self._done = True
        if done.what.startswith("BOT "):
            self._turns(done.what)
            return
        act = _ACT.fullmatch(done.what)
        try:
            line = self._acts.call(int(act[1]), act[2], done) if act else self._orders.call(done)
        except Untold as error:
            self._lines.append(f"{INDENT}# Here was done what a story cannot tell: {error}.")
            return
        self._broken = self._broken or (not act and self._orders.breaks)
        self._lines.append(line)

    def _turns(self, what: str) -> None:
        self._alive = what == "BOT start"
        last = self._lines[-1] if self._lines else ""
        if not self._alive:
            self._lines.append(Call("world.crash"))
        elif isinstance(last, Call) and last.function == "world.crash":
            self._lines[-1] = Call("world.restart")
        else:
            self._lines.append(Call("world.start_bot"))

    def _passes(self, then: Done | None) -> None:
        """Time goes on to the last look, and what is newly seen is expected."""
        clock = then is not None and then.what == "POST /clock"
        seconds = max(0, int((self._look.at - self._now).total_seconds()))
        if not self._alive:
            if seconds and not clock:
                self._waits("world.sleeps_through", seconds)
        elif self._look.quiet:
            news = self._screens.news() if self._expecting else []
            if not (news or seconds or self._done) or (clock and not news):
                return
            self._rests(seconds)
            self._broken = self._look.broken
            for one in news:
                if self._names.knows(one.chat) and not (one.gone and one.chat in self._names.typed):
                    does = "expects_nothing" if one.gone else "expects"
                    self._lines.append(Call(f"{self._names.of(one.chat)}.{does}", one.pieces))
            self._screens.told()
        elif self._meant(then) & self._screens.fresh:
            self._rests(seconds)

    def _meant(self, then: Done | None) -> set[Key]:
        """Messages that must be there, as they are, before this is done."""
        if then is None:
            return set()
        if then.what in ("BOT kill", "BOT stop"):
            return self._screens.fresh
        act = _ACT.fullmatch(then.what)
        return self._acts.meant(int(act[1]), then.body) if act else set()

    def _rests(self, seconds: int) -> None:
        if self._broken and seconds:
            self._waits("world.goes_on", seconds)
        if seconds and not self._broken:
            self._waits("world.fast_forward", seconds)
        elif self._lines[-1:] != [Call("world.settle")]:
            self._lines.append(Call("world.settle"))
        self._screens.fresh.clear()
        self._done = False

    def _waits(self, how: str, seconds: int) -> None:
        hours, minutes, rest = seconds // 3600, seconds // 60 % 60, seconds % 60
        parts = {"hours": hours, "minutes": minutes, "seconds": rest}
        self._lines.append(Call(how, tuple(named(name, value) for name, value in parts.items() if value)))
        self._now += timedelta(seconds=seconds)


def _is_told(line: Call | str) -> bool:
    """Whoever was there and did nothing, nor was shown anything, is left out."""
    return (
        isinstance(line, str)
        or bool(line.name)
        or not line.function.endswith((".person", ".group", ".on_signal"))
    )
