"""A local Bot API server with people on it. It stands aside: the program reaches it over HTTP only."""

from bot.playground.bubbles import ChatMessage
from bot.playground.client import Playground
from bot.playground.limits import Limits, Rate
from bot.playground.phone import Phone
from bot.playground.screen import NotShown, Screen
from bot.playground.serve import serve
from bot.playground.server import Server

__all__ = ["ChatMessage", "Limits", "NotShown", "Phone", "Playground", "Rate", "Screen", "Server", "serve"]
