"""``/list``: a member says at which door they stand, and then the names. A lawyer is shown the place of their own visit."""

from datetime import UTC, datetime, time, timedelta

from core.casework.case_view import where_held
from core.casework.visits import SKEW
from core.model import Case, Member
from core.presentation import Button, Presentation
from core.records.door_lists import DoorList, ListState
from core.understanding.name_list import begins_with_name, place_and_time
from core.values import Place, value_to_data
from core.vocabulary import Role
from handlers.arguments import OnCase
from handlers.cards import case_lines, live_cards
from handlers.cards.case_labels import load_labels
from handlers.cards.case_loading import view_of
from handlers.casework import disclosure
from handlers.door import line_matches, lists
from handlers.people.membership import held_cases
from handlers.turn import Turn

VISITS = 3  # cases whose place is offered


async def typed_list(turn: Turn, argument: str) -> str:
    """What was typed behind the command: the door, and below it names."""
    return argument


async def on_asked(turn: Turn, argument: str) -> None:
    """``/list``, alone or with the place and the names behind it."""
    member = turn.active
    if member is None or member.role is Role.ADMINISTRATOR:
        turn.reply("case-not-yours")
        return
    await _set_aside(turn, member)
    door_list = _new_list(turn, member)
    if argument.strip():
        await set_door_and_names(turn, door_list, argument.strip())
    else:
        await _ask_for_door(turn, door_list, member)


async def on_begun_from_case(turn: Turn, found: OnCase) -> None:
    """*List of names*, at the place of a visit."""
    door_list = await lists.current_list(turn.tx, found.member)
    if door_list is None or door_list.where:
        await _set_aside(turn, found.member)
        door_list = _new_list(turn, found.member)
    door_list = await _set_place(turn, door_list, await _place_of(turn, found.case), None)
    await line_matches.show_again(turn, door_list)


async def set_door_and_names(turn: Turn, door_list: DoorList, words: str) -> None:
    """The door in the first line, and names below it. Names without a door are kept, and it is asked again."""
    where, _, rest = words.partition("\n")
    if _is_no_place(turn, where):
        door_list = await line_matches.add_names(turn, door_list, words)
        if turn.active is not None:
            count = sum(bool(line.name) for line in lists.lines_of(door_list))
            await _ask_for_door(turn, door_list, turn.active, "door-where-names", count=count)
        return
    door_list = await set_door(turn, door_list, where)
    if rest.strip():
        door_list = await line_matches.add_names(turn, door_list, rest)
    if door_list.where:
        await line_matches.show_again(turn, door_list)


def _is_no_place(turn: Turn, words: str) -> bool:
    said, _ = place_and_time(words)
    return begins_with_name(said, turn.service.names) and turn.service.gazetteer.answer(said) is None


async def set_door(turn: Turn, door_list: DoorList, words: str) -> DoorList:
    """The door as it was typed. What names no place that we know is asked once more, and then it stands as it is."""
    said, hour = place_and_time(words)
    found = turn.service.gazetteer.answer(said)
    if found is not None:
        return await _set_place(turn, door_list, Place(found.city, found.district, found.region, said), hour)
    if door_list.focus is not None:
        return await _set_place(turn, door_list, Place(text=said, unknown=True), hour)
    door_list = await lists.save(turn.tx, door_list, focus=0)
    if turn.active is not None:
        await _ask_for_door(turn, door_list, turn.active, "door-where-city")
    return door_list


def _new_list(turn: Turn, member: Member) -> DoorList:
    now, number = turn.now, turn.tx.new_id()
    return turn.tx.door_lists.add(
        DoorList(number, ListState.WHERE, member.id, member.id, now, now, now, None, {}, ())
    )


async def _set_aside(turn: Turn, member: Member) -> None:
    """One that is not finished: without names it is gone; else it waits above, and coordinators hear of it later."""
    before = await lists.current_list(turn.tx, member)
    if before is None or before.state not in lists.UNDER_WAY:
        return
    if before.lines or before.files:
        turn.reply("door-earlier", count=len(before.lines), place=lists.door_words(before))
        return
    await lists.save(turn.tx, before, state=ListState.DROPPED)
    for card in await turn.tx.cards.by(subject=lists.CARD, subject_id=before.id):
        live_cards.drop(turn.tx, card, Presentation(turn.say("door-dropped")))


async def _ask_for_door(
    turn: Turn, door_list: DoorList, member: Member, key: str = "door-where", count: int = 0
) -> None:
    cases = (await held_cases(turn.tx, member))[-VISITS:]
    labels = await load_labels(turn.tx, turn.service, turn.language, cases, turn.address.id)
    rows = [(Button(labels.button_alone(case, _city(turn, case)), f"doorat:{case.id}"),) for case in cases]
    rows.append((Button(turn.say("button-door-drop"), f"door:{door_list.id}:drop"),))
    await lists.save(turn.tx, door_list)
    shown = Presentation(turn.say(key, count=count), tuple(rows), protect=True)
    disclosure.show_several(turn, labels.named(cases), shown)


async def _set_place(turn: Turn, door_list: DoorList, place: Place, hour: time | None) -> DoorList:
    state = ListState.OPEN if door_list.state is ListState.WHERE else door_list.state
    where, id = value_to_data(place), place.city or place.region
    door_list = await lists.save(turn.tx, door_list, state=state, where=where, place=id, focus=None)
    if hour is not None:
        door_list = await lists.save(turn.tx, door_list, at=_time_at_door(turn, door_list, hour))
    return await line_matches.match_again(turn, door_list, lists.lines_of(door_list))


def _time_at_door(turn: Turn, door_list: DoorList, hour: time) -> datetime:
    """That hour there today, or yesterday if today it is still to come."""
    zone = lists.zone_at(turn.service, door_list)
    at = datetime.combine(turn.now.astimezone(zone).date(), hour, zone)
    at = at - timedelta(days=1) if at > turn.now + SKEW else at
    return min(at.astimezone(UTC), turn.now)


async def _place_of(turn: Turn, case: Case) -> Place:
    view = await view_of(turn.tx, case)
    held, where = where_held(view), view.value("where")
    if held is not None and (held.city or held.region):
        return held
    said = held.text if held is not None else str(where or "")
    return Place(case.city, case.district, case.region, said or _city(turn, case))


def _city(turn: Turn, case: Case) -> str:
    return case_lines.place_name(turn.service, turn.language, case)
