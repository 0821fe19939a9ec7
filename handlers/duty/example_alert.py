"""``/duty test`` shows an alert that is only an example: how it looks and sounds, so that nobody sees their first one at
night.
"""

from collections.abc import Sequence

from core.model import Case
from core.presentation import Button, Presentation, Style
from core.traffic import Lane
from core.vocabulary import CaseState, RecordKind
from handlers.cards import case_lines
from handlers.outbox import sending
from handlers.people.readers import language_of
from handlers.service import Service
from handlers.turn import Turn
from storage.transaction import Transaction

NOW, TAKE, DECLINE = "now", "take", "decline"


async def show_example(
    tx: Transaction, service: Service, address_id: int, cities: Sequence[str], key: str | None = None
) -> None:
    """It makes the sound of a true one, and never goes before one: its lane is that of news. ``key``: that of the
    message.
    """
    language, say = await language_of(tx, service, address_id), service.words.say
    known = [city for city in cities if service.gazetteer.knows(city)]
    city = known[0] if known else None
    case = Case(
        0,
        "",
        RecordKind.DEPRIVATION,
        CaseState.OPEN,
        tx.now,
        "other",
        language,
        alerting=True,
        region=service.gazetteer.region_of(city) if city is not None else None,
        city=city if city in service.gazetteer.cities else None,
        identified=1,
        priority="urgent",
    )
    head, after = say(language, "example-head"), say(language, "example-after")
    text = "\n".join((head, "", *case_lines.coarse_lines(service, language, case), "", after))
    take = Button(say(language, "button-accept"), f"example:{TAKE}", Style.SUCCESS)
    decline = Button(say(language, "button-decline"), f"example:{DECLINE}")
    shown = Presentation(text, ((take, decline),), protect=True)
    sending.send_message(tx, service, address_id, shown, Lane.NEWS, key=key)


async def show_to_member(turn: Turn) -> None:
    """For the member who asks, as if from a city of theirs."""
    cities = turn.active.cities if turn.active is not None else ()
    await show_example(turn.tx, turn.service, turn.address.id, cities)


async def pressed_button(turn: Turn, argument: str) -> str | None:
    """Which of its buttons, or the one that asks for it."""
    return argument if argument in (NOW, TAKE, DECLINE) else None


async def on_pressed(turn: Turn, pressed: str) -> None:
    """What the button of a true one would have done."""
    if pressed == NOW:
        await show_to_member(turn)
    else:
        turn.reply_in_place(f"example-{pressed}")
