"""Messengers: each turns raw updates into Incoming and Presentation into messages. Handlers never see this package."""

import os

# PTB reads this at every access: durations and pauses are timedeltas, as in its next version, and nothing warns.
os.environ["PTB_TIMEDELTA"] = "true"
