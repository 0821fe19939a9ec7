"""Something of ours is in other hands: silence, a member's phone, the second bot."""
