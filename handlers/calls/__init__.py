"""The telephone: a report of somebody who rings, and the round of calls to stations."""
