"""Shifts and days that are typed: behind ``/duty``, or after a week or a member's page was opened.

пн-пт 9-18                    one's own week, or of whoever's page is open
Марат пн-пт 9-18              a coordinator says whose
Сауле вместо Марата 28.09 22-6
не могу в пятницу             one's own: offered to colleagues
тест                          an alert that is none, to hear its sound
"""

from bot.core.duty import changes
from bot.core.duty.schedule import NOTHING
from bot.core.duty.typed import Typed, Unread
from bot.core.folding import words
from bot.core.model import Member
from bot.core.presentation import Button, Presentation
from bot.core.rota import Change
from bot.core.vocabulary import Role
from handlers.duty import example, exceptions, own, said, swaps, team, weekly
from handlers.forms.follow import Open
from handlers.people import nobody, on_duty
from handlers.turn import Turn

ROOM = 64  # bytes that a button carries
SAME = 3  # letters by which a name in another case is known at least


async def asked(turn: Turn, argument: str) -> str | None:
    """What stands behind ``/duty``; administrators have none."""
    return (
        argument.strip() if turn.active is not None and turn.active.role is not Role.ADMINISTRATOR else None
    )


async def on_asked(turn: Turn, argument: str) -> None:
    """``/duty``: one's own; with words behind it: what they say."""
    assert turn.active is not None  # who may ask
    if not argument:
        await own.show(turn, turn.active)
        return
    act = said.act(turn.service.words, argument)
    if act is not None:
        await (example.to_member(turn) if act == "test" else own.on_pressed(turn, act))
        return
    typed = said.typed(turn.service, argument, turn.now)
    if typed is None:
        turn.reply("duty-unread")
    else:
        await _do(turn, typed, turn.active)


async def on_said(turn: Turn, opened: Open | None) -> bool:
    """Words of a member who has just opened a week or a page, if they can be meant so."""
    if turn.active is None or opened is not None or turn.active.role is Role.ADMINISTRATOR:
        return False
    typed = said.typed(turn.service, turn.incoming.text, turn.now)
    expected = await turn.tx.timers.get(f"shifts-typed:{turn.address.id}") if typed is not None else None
    if typed is None or expected is None:
        return False
    member = await turn.tx.members.get(expected.subject_id)
    if member is None or (member.id != turn.active.id and turn.coordinator is None):
        return False
    await _do(turn, typed, member)
    return True


async def _do(turn: Turn, typed: Typed | Unread, whom: Member) -> None:
    if isinstance(typed, Unread):
        turn.reply(f"duty-refused-{said.word(typed)}")
        return
    colleague: Member | None = None
    if typed.name or typed.instead_of:
        if turn.coordinator is None:
            turn.reply("duty-unread")
            return
        named = await _named(turn, typed.name) if typed.name else whom
        colleague = await _named(turn, typed.instead_of) if typed.instead_of else None
        if named is None or (typed.instead_of and colleague is None):
            return
        whom = named
    if whom.suspended_at is not None:
        turn.reply(f"duty-refused-{said.word(changes.Refused.SUSPENDED)}")
    elif typed.shifts:
        await _on_week(turn, typed, whom)
    elif turn.active is not None and typed.takes_out and whom.id == turn.active.id:
        await _cannot(turn, typed, whom)
    else:
        await _exceptions(turn, typed, whom, colleague)


async def _named(turn: Turn, name: str) -> Member | None:
    """The one member who is called so; whoever is missing or not the only one is told."""
    wanted = words(name)
    found = [
        member
        for member in await nobody.known(turn.tx)
        if member.role is not Role.ADMINISTRATOR
        and all(any(_same(word, part) for part in words(member.name)) for word in wanted)
    ]
    if len(found) == 1:
        return found[0]
    turn.reply("duty-nobody-called" if not found else "duty-several-called", name=name)
    return None


def _same(typed: str, name: str) -> bool:
    """Names are typed in any case of the language: the last two letters may differ."""
    common = max(SAME, min(len(typed), len(name)) - 2)
    return typed == name or (len(typed) >= SAME and typed[:common] == name[:common])


async def _on_week(turn: Turn, typed: Typed, whom: Member) -> None:
    """Into an empty week at once; else it is asked whether instead of what is there."""
    rota = whom.duty or NOTHING
    alone, more = (
        changes.shifts(rota, typed.shifts, instead=True),
        changes.shifts(rota, typed.shifts, instead=False),
    )
    if isinstance(alone, changes.Refused) or isinstance(more, changes.Refused) or alone == more:
        await weekly.change(turn, whom, typed.shifts, instead=False)
        return
    code = said.packed(alone.shifts)
    instead = Button(turn.say("button-duty-instead"), f"week:{whom.id}:{weekly.SET}{code}")
    beside = Button(turn.say("button-duty-more"), f"week:{whom.id}:{weekly.ADD}{code}")
    if len(instead.data) > ROOM:
        turn.reply("duty-refused-parts")
        return
    lines = [f"· {line}" for line, _ in said.week(turn.service, turn.language, alone.shifts)]
    turn.show(
        Presentation(
            "\n".join([turn.say("duty-understood"), *lines, turn.say("duty-instead")]),
            ((instead,), (beside,)),
        )
    )


async def _cannot(turn: Turn, typed: Typed, whom: Member) -> None:
    """One's own times that begin on these days, or go on in these hours."""
    planned = await on_duty.schedule(turn.tx, turn.service)
    asked_for = [times for days in typed.days for times in exceptions.intervals(turn.service, days)]
    theirs = swaps.stints(planned, whom, turn.now) if whom.duty is not None else []
    chosen = [one for one in theirs if any(a <= one[0] < b for a, b in asked_for)]
    if not chosen:
        turn.reply("duty-none-then")
    for times in chosen:
        member = await turn.tx.members.get(whom.id) or whom  # as the one before left it
        refused = await swaps.offer(turn.tx, turn.service, member, (max(times[0], turn.now), times[1]))
        if refused is not None:
            turn.reply(f"duty-refused-{said.word(refused)}")


async def _exceptions(turn: Turn, typed: Typed, whom: Member, colleague: Member | None) -> None:
    """All of them, or, where one is refused, those before it and the reason."""
    assert turn.active is not None  # who may ask
    change = Change.REMOVE if typed.takes_out else Change.ADD if colleague is None else Change.REPLACE
    for days in typed.days:
        for times in exceptions.intervals(turn.service, days):
            member = await turn.tx.members.get(whom.id)
            assert member is not None  # it was there just now
            refused = await exceptions.say_so(
                turn.tx, turn.service, turn.active, member, change, times, colleague
            )
            if refused is not None:
                turn.reply(f"duty-refused-{said.word(refused)}")
                return
    member = await turn.tx.members.get(whom.id) or whom
    if member.id == turn.active.id:
        await own.show(turn, member, turn.say("duty-saved"))
    else:
        await team.show_member(turn, member, turn.say("duty-saved"))
