"""What the machine of conversations needs to know of the organisation and the messenger."""

from bot.core.conversation.context import Setting
from handlers.service import Service
from handlers.turn import Turn


def of(turn: Turn) -> Setting:
    """What the machine of conversations needs to know for the actor."""
    return for_messenger(turn.service, turn.address.messenger)


def for_messenger(service: Service, messenger: str) -> Setting:
    """The same for whoever uses this messenger."""
    abilities = service.abilities[messenger]
    return Setting(
        service.words,
        service.heard,
        service.names,
        service.gazetteer,
        service.zone,
        service.phone_region,
        abilities,
    )
