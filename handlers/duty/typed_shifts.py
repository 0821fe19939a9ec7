"""Shifts and days that are typed: behind ``/duty``, or after it, a week or a member's page was opened.

пн-пт 9-18                    one's own week, or that of the member whose page is open
Марат пн-пт 9-18              a coordinator says whose
Сауле вместо Марата 28.09 22-6
не могу в пятницу             one's own: offered to colleagues
тест                          an example of an alert, to hear its sound
"""

from core.duty import rota_changes
from core.duty.schedule import NOTHING
from core.duty.typed_shifts import TypedDuty, TypingMistake
from core.folding import folded_words
from core.intake.prompts import SHIFTS, Prompt
from core.model import Member
from core.presentation import Button, Presentation
from core.rota import OverrideKind
from core.vocabulary import Role
from handlers.duty import example_alert, own_duty, shift_changes, swaps, team_duty, wording
from handlers.forms.form_behaviour import OpenForm
from handlers.people import on_call, placeholders
from handlers.turn import Turn

ROOM = 64  # bytes that a button carries
SLIP = 2  # words at most of days without hours, or hours without days
SAME = 3  # letters by which a name in another case is known at least


async def typed_words(turn: Turn, argument: str) -> str | None:
    """What stands behind ``/duty``; administrators have none."""
    return (
        argument.strip() if turn.active is not None and turn.active.role is not Role.ADMINISTRATOR else None
    )


async def on_asked(turn: Turn, argument: str) -> None:
    """``/duty``: one's own; with words behind it: what they say."""
    assert turn.active is not None  # who may ask
    if not argument:
        await own_duty.show_duty(turn, turn.active)
        shift_changes.expect_typing(turn.tx, turn.address.id, turn.active)
        return
    act = wording.typed_act(turn.service.words, argument)
    if act is not None:
        await (example_alert.show_to_member(turn) if act == "test" else own_duty.on_pressed(turn, act))
        return
    typed = wording.read_typed(turn.service, argument, turn.now)
    if typed is None:
        turn.reply("duty-unread")
    else:
        await _do_typed(turn, typed, turn.active)


async def find_question(turn: Turn, opened: OpenForm | None) -> Prompt | None:
    """Whether a member has just opened their duty, a week or a page, later than any form, and the words can be meant so."""
    if turn.active is None or turn.active.role is Role.ADMINISTRATOR:
        return None
    typed = wording.read_typed(turn.service, turn.incoming.text, turn.now)
    if typed is None or not _is_all_of_it(turn, typed):
        return None
    expected = await turn.tx.timers.get(f"shifts-typed:{turn.address.id}")
    if expected is None:
        return None
    member = await turn.tx.members.get(expected.subject_id)
    if member is None or (member.id != turn.active.id and turn.coordinator is None):
        return None
    since = expected.due_at - shift_changes.TYPING
    if opened is not None and opened.dialogue.updated_at > since:
        return None
    return Prompt(SHIFTS, since, (typed, member))


def _is_all_of_it(turn: Turn, typed: TypedDuty | TypingMistake) -> bool:
    """Words about something else have days and hours too: a hearing on Friday, a time at which somebody was let in."""
    if isinstance(typed, TypingMistake):
        return typed is not TypingMistake.TIME and len(turn.incoming.text.split()) <= SLIP
    is_named = bool(typed.name or typed.instead_of)
    says_when = bool(typed.shifts) or typed.takes_out or any(days.hours is not None for days in typed.days)
    return says_when and (not is_named or turn.coordinator is not None)


async def take_answer(turn: Turn, prompt: Prompt, opened: OpenForm | None) -> None:
    """The shifts are as typed."""
    typed, member = prompt.about
    await _do_typed(turn, typed, member)


async def _do_typed(turn: Turn, typed: TypedDuty | TypingMistake, whom: Member) -> None:
    if isinstance(typed, TypingMistake):
        turn.reply(f"duty-refused-{wording.reason_key(typed)}")
        return
    colleague: Member | None = None
    if typed.name or typed.instead_of:
        if turn.coordinator is None:
            turn.reply("duty-unread")
            return
        named = await _member_named(turn, typed.name) if typed.name else whom
        colleague = await _member_named(turn, typed.instead_of) if typed.instead_of else None
        if named is None or (typed.instead_of and colleague is None):
            return
        whom = named
    if whom.suspended_at is not None:
        turn.reply(f"duty-refused-{wording.reason_key(rota_changes.DutyRefusal.SUSPENDED)}")
    elif typed.shifts:
        await _change_week(turn, typed, whom)
    elif turn.active is not None and typed.takes_out and whom.id == turn.active.id:
        await _offer_own_times(turn, typed, whom)
    else:
        await _write_exceptions(turn, typed, whom, colleague)


async def _member_named(turn: Turn, name: str) -> Member | None:
    """The only member with this name; if nobody has it, or several have, the actor is told."""
    wanted = folded_words(name)
    found = [
        member
        for member in await placeholders.remembered_members(turn.tx)
        if member.role is not Role.ADMINISTRATOR
        and all(any(_is_same_name(word, part) for part in folded_words(member.name)) for word in wanted)
    ]
    if len(found) == 1:
        return found[0]
    turn.reply("duty-nobody-called" if not found else "duty-several-called", name=name)
    return None


def _is_same_name(typed: str, name: str) -> bool:
    """Names are typed in any case of the language: the last two letters may differ."""
    common = max(SAME, min(len(typed), len(name)) - 2)
    return typed == name or (len(typed) >= SAME and typed[:common] == name[:common])


async def _change_week(turn: Turn, typed: TypedDuty, whom: Member) -> None:
    """Into an empty week at once; else it is asked whether instead of what is there."""
    rota = whom.duty or NOTHING
    alone, more = (
        rota_changes.set_shifts(rota, typed.shifts, instead=True),
        rota_changes.set_shifts(rota, typed.shifts, instead=False),
    )
    if (
        isinstance(alone, rota_changes.DutyRefusal)
        or isinstance(more, rota_changes.DutyRefusal)
        or alone == more
    ):
        await shift_changes.change_shifts(turn, whom, typed.shifts, instead=False)
        return
    code = wording.pack_shifts(alone.shifts)
    instead = Button(turn.say("button-duty-instead"), f"week:{whom.id}:{shift_changes.SET}{code}")
    beside = Button(turn.say("button-duty-more"), f"week:{whom.id}:{shift_changes.ADD}{code}")
    if len(instead.data) > ROOM:
        turn.reply("duty-refused-parts")
        return
    lines = [f"· {line}" for line, _ in wording.week_lines(turn.service, turn.language, alone.shifts)]
    turn.show(
        Presentation(
            "\n".join([turn.say("duty-understood"), *lines, turn.say("duty-instead")]),
            ((instead,), (beside,)),
        )
    )


async def _offer_own_times(turn: Turn, typed: TypedDuty, whom: Member) -> None:
    """One's own times that begin on these days, or go on in these hours."""
    planned = await on_call.schedule(turn.tx, turn.service)
    asked_for = [times for days in typed.days for times in shift_changes.hours_of_days(turn.service, days)]
    theirs = swaps.coming_stints(planned, whom, turn.now) if whom.duty is not None else []
    chosen = [stint for stint in theirs if any(a <= stint[0] < b for a, b in asked_for)]
    if not chosen:
        turn.reply("duty-none-then")
    for times in chosen:
        member = await turn.tx.members.get(whom.id) or whom  # as the one before left it
        refused = await swaps.offer_stint(turn.tx, turn.service, member, (max(times[0], turn.now), times[1]))
        if refused is not None:
            turn.reply(f"duty-refused-{wording.reason_key(refused)}")


async def _write_exceptions(turn: Turn, typed: TypedDuty, whom: Member, colleague: Member | None) -> None:
    """All of them, or, where one is refused, those before it and the reason."""
    assert turn.active is not None  # who may ask
    change = (
        OverrideKind.REMOVE
        if typed.takes_out
        else OverrideKind.ADD
        if colleague is None
        else OverrideKind.REPLACE
    )
    for days in typed.days:
        for times in shift_changes.hours_of_days(turn.service, days):
            member = await turn.tx.members.get(whom.id)
            assert member is not None  # it was there just now
            refused = await shift_changes.add_exception(
                turn.tx, turn.service, turn.active, member, change, times, colleague
            )
            if refused is not None:
                turn.reply(f"duty-refused-{wording.reason_key(refused)}")
                return
    member = await turn.tx.members.get(whom.id) or whom
    if member.id == turn.active.id:
        await own_duty.show_duty(turn, member, turn.say("duty-saved"))
    else:
        await team_duty.show_member(turn, member, turn.say("duty-saved"))
