"""Telegram: its Bot API through python-telegram-bot's client."""
