"""Calls and envelopes as lines of the playground's journals: the whole, and in short what they are about."""

from datetime import UTC
from typing import Any

from bot.playground.signal_cli.people import Json, Signal

LONGEST = 200  # characters of a value; a file's are left out


def call_line(signal: Signal, method: str, params: Json, answer: Json) -> Json:
    """What we asked of the daemon, and what it answered."""
    error = answer.get("error", {}).get("message", "")
    named = params.get("recipient")
    recipient = next(iter(named), "") if isinstance(named, list) else named
    text = params.get("message") or params.get("type") or ""
    about = {"chat_id": _handle(signal, recipient), "text": text, "error": error}
    shown = {name: _short(value) for name, value in params.items()}
    return {
        **_line(signal),
        "method": method,
        "params": shown,
        "status": 200,
        "answer": answer,
        "about": about,
    }


def event_line(signal: Signal, event: Json) -> Json:
    """What the daemon handed over."""
    envelope = event["envelope"]
    name = next((key for key in envelope if key.endswith("Message")), "envelope")
    body = envelope.get(name, {})
    text = body.get("message") or body.get("reaction", {}).get("emoji") or _receipt(body)
    about = {"name": name, "chat_id": _handle(signal, envelope["sourceUuid"]), "text": text}
    return {**_line(signal), "update": event, "about": about}


def _receipt(body: Json) -> str:
    return next(
        (word for word, key in (("read", "isRead"), ("delivered", "isDelivery")) if body.get(key)), ""
    )


def _line(signal: Signal) -> Json:
    return {"at": signal.clock.now().astimezone(UTC).isoformat(), "messenger": "signal"}


def _handle(signal: Signal, recipient: Any) -> int | None:
    person = signal.find(str(recipient)) if recipient else None
    return person.handle if person else None


def _short(value: Any) -> Any:
    if isinstance(value, list):
        return [_short(one) for one in value]
    return f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value
