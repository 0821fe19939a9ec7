"""Papers in the chat: what can be made, what is missing, made and handed out, sent."""
