"""How things look now: tracking of versions, and the views that draw cases, offers, asks and overviews."""
