"""What was sent to bodies, and what they answered: a record each, as it is now; its history stands in the claims."""

from bot.core.casework import interventions as sent
from bot.core.casework.interventions import Sent
from bot.core.exporting.codes import digits_of
from bot.core.exporting.shape import Row
from bot.core.exporting.told import Told, person_id

KIND = "intervention"  # the field of the codebook in which its kinds stand


def interventions(told: Told) -> list[Row]:
    """The first one sent first; the withdrawn too."""
    return [_one(told, one) for one in sent.interventions(told.view)]


def _one(told: Told, one: Sent) -> Row:
    what = one.what
    return (
        told.code,
        person_id(one.person),
        f"S{one.number:x}",
        told.time(what.at),
        str(what.precision),
        told.typed(what.addressee),
        what.sort,
        digits_of(KIND, what.sort),
        what.by,
        told.typed(what.reference),
        told.time(what.due_at),
        what.reply,
        digits_of("response", what.reply),
        told.time(what.replied_at),
        str(what.reply_precision) if what.replied_at else "",
        told.typed(what.reply_reference),
        "yes" if what.unregistered else "no",
        "yes" if what.withdrawn else "no",
        *told.tail(one.said[-1]),
    )
