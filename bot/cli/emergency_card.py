"""The card of docs/security.md, with the command of each line; a test compares the two, and another plays every line."""

from enum import StrEnum

from msgspec import Struct


class Happened(StrEnum):
    """What is in other hands."""

    TOKEN = "token"
    SERVER = "server"
    COPY = "copy"
    PHONE = "phone"
    BOT = "bot"


class Line(Struct, frozen=True):
    """One step. ``command``: what does it, if a machine can."""

    says: str
    command: str = ""


class Page(Struct, frozen=True):
    """What has happened, and what to do."""

    title: str
    lines: tuple[Line, ...]


CARD = {
    Happened.TOKEN: Page(
        "The bot's token is known to somebody else",
        (
            Line(
                "Silence, and no webhook of theirs; then the new token is asked for.", "dabyl emergency token"
            ),
            Line(
                "In BotFather: /revoke, choose the bot, give the command the new token. From then on the old one is dead."
            ),
            Line("Restart the bot with the new token.", "systemctl restart dabyl"),
            Line("Ask by phone whoever reported in the last 24 hours whether they got strange messages."),
            Line("What waited leaves.", "dabyl emergency resume"),
        ),
    ),
    Happened.SERVER: Page(
        "The server is taken, or somebody else was on it",
        (
            Line("In BotFather, at once, from any phone: /revoke. Nobody can then use the bot, you neither."),
            Line(
                "Warn by phone the lawyers, then the people in open cases, then the reporters: all is read."
            ),
            Line(
                "The coordinators leave the digest channel and delete it; open a new one with a new invitation."
            ),
            Line(
                "On a new server: its key in the file key, dabyl init with the new token, then the newest clean backup.",
                "dabyl restore FILE",
            ),
            Line("A new key; the old one may be in other hands.", "dabyl keys rotate"),
            Line("Before it runs: silence, until you know who is who.", "dabyl emergency silence"),
            Line(
                "Where the bot itself is lost, and not its token alone: the second bot.",
                "dabyl emergency succeed",
            ),
            Line("Start it, and let it speak.", "dabyl emergency resume"),
            Line("Who has not pressed start or confirmed is rung.", "dabyl emergency receipts"),
            Line("What was done when: the organisation's lawyer will need it.", "dabyl emergency steps"),
        ),
    ),
    Happened.COPY: Page(
        "Only a copy of the database or a backup is taken (and surely not the key)",
        (
            Line(
                "Exchange the key: names, phones, words and places in the copy stay unreadable.",
                "dabyl keys rotate",
            ),
            Line("Which keys old backups need, and that everything has the new one.", "dabyl keys list"),
        ),
    ),
    Happened.PHONE: Page(
        "A member's phone is taken",
        (
            Line(
                "The chat is emptied, the membership ends, their cases are offered to others.",
                "dabyl emergency phone NAME",
            ),
            Line("A coordinator rings the people in those cases, and decides who must be warned."),
            Line(
                "When the phone is back: bring the chat back, and the member by an import.",
                "dabyl roster unhide NAME",
            ),
        ),
    ),
    Happened.BOT: Page(
        "The bot or its account is gone, and the second one has to take its place",
        (
            Line("Stop the bot.", "systemctl stop dabyl"),
            Line(
                "The second bot writes from now on; everybody has to press start there.",
                "dabyl emergency succeed",
            ),
            Line("Start the bot.", "systemctl start dabyl"),
            Line("Coordinators ring whoever has not pressed start.", "dabyl emergency receipts"),
        ),
    ),
}
