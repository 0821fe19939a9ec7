"""What drives the playground from outside: people, clock, chats and faults, as JSON over HTTP."""
