"""The list from the door: names that a member brings from a station become what is known of cases, and new cases."""
