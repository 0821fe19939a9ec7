"""Look-ups: somebody asks where a person is. A coordinator calls back; the bot itself says nothing of what it knows."""
