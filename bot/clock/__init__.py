"""The one clock, and the follower of a clock that a play moves."""
