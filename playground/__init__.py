"""A local Bot API server with people on it. It stands aside: the program reaches it over HTTP only."""

from playground.bubbles import ChatMessage
from playground.client import Playground
from playground.limits import Limits, Rate
from playground.phone import NotShown, Phone, Screen
from playground.serve import serve
from playground.server import Server

__all__ = ["ChatMessage", "Limits", "NotShown", "Phone", "Playground", "Rate", "Screen", "Server", "serve"]
