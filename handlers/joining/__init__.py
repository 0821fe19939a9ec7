"""Joining the roster and leaving it: invitations, an administrator's file, what coordinators see of it and end."""
