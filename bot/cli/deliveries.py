"""The part of ``dabyl check`` that asks Telegram how its deliveries to our webhook go, and says what stands between."""

from datetime import datetime, timedelta

from bot.cli.report import Report
from bot.messengers.delivering import Delivery

LATELY = timedelta(minutes=10)

# What Telegram's sentence has in it → what that means here. It writes "Wrong response from the webhook: 401 Unauthorized".
MEANINGS = (
    (
        "401",
        "a proxy before the bot strips the header X-Telegram-Bot-Api-Secret-Token: let it pass on all headers",
    ),
    ("403", "the secret that arrives is not DABYL_WEBHOOK_SECRET: restart the bot, which sets it anew"),
    (
        "404",
        "the proxy does not pass on the end of the path: let it send all below webhook.url to webhook.listen",
    ),
    (
        "405",
        "the proxy changes the request, or redirects it: webhook.url must lead straight to webhook.listen",
    ),
    ("413", "the proxy takes no bodies of this size: allow a megabyte"),
    ("415", "the proxy changes the header Content-Type"),
    ("502", "the proxy does not reach webhook.listen: does the bot run, and is it the same port?"),
    ("503", "the bot could not store what came: look into its log"),
    ("504", "the proxy does not reach webhook.listen in time"),
    ("30", "the address redirects: webhook.url must lead straight to webhook.listen"),
    ("SSL", "the certificate of webhook.url is not accepted: it must be whole (the chain) and for this name"),
    (
        "certificate",
        "the certificate of webhook.url is not accepted: it must be whole (the chain) and for this name",
    ),
    ("resolve", "the name in webhook.url is not known"),
    ("onnection", "nothing answers at webhook.url: is the port open? Telegram takes 443, 80, 88 and 8443"),
)


def look_at_deliveries(state: Delivery, address: str, now: datetime, report: Report) -> None:
    """``address``: where deliveries should go; empty where the bot polls."""
    if not address:
        if state.url:
            report.note(
                "Telegram delivers to a webhook; a start takes it away, because webhook.url is empty."
            )
        return
    if state.url != address:
        where = "to another address" if state.url else "nowhere"
        report.note(f"Telegram delivers {where}: the bot sets its own when it starts.")
        return
    fresh = state.failed_at is not None and now - state.failed_at < LATELY
    if state.error and (state.pending or fresh):
        means = next((what for part, what in MEANINGS if part in state.error), "see the log of the proxy")
        report.wrong(f"{state.pending} updates wait at Telegram. It says: {state.error}: {means}.")
    else:
        report.ok(f"Telegram delivers to webhook.url; {state.pending} updates wait there.")
