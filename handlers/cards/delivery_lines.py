"""Whether an offer has reached the phone, as its messenger tells; of one that does not tell, nothing is said."""

from bot.core.model import Alert, Case
from handlers.cards import case_lines
from handlers.service import Service


def told(service: Service, language: str, case: Case, alert: Alert) -> list[str]:
    """When it was delivered, and when read; or that it is not, where others were asked because of it."""
    zone = case_lines.zone_of(service, case)
    known = {"delivered": alert.delivered_at, "read": alert.read_at}
    found = [
        service.words.say(language, f"receipt-{what}", time=f"{at.astimezone(zone):%H:%M}")
        for what, at in known.items()
        if at is not None
    ]
    return [service.words.say(language, "receipt-none")] if alert.is_unheard else found
