"""Messengers: each turns raw updates into Incoming and Presentation into messages. Handlers never see this package."""
