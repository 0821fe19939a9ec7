# The playground: what the page of phones says about the bot behind it. Nobody but its audience reads this.

timer-escalation = Ask the next lawyers
timer-first-action = Nothing was done: offer the case again
timer-draft = Ask whether the report goes on
timer-wipe = Forget a draft
timer-which = Stop waiting for “which report?”
timer-forget = Forget tries of wrong codes
timer-digest = The day’s digest
timer-housekeeping = The night’s tidying up

lane-alert = Alerts
lane-reply = Replies
lane-news = News
lane-edit = Card edits
lane-reminder = Reminders
lane-digest = Digest
lane-broadcast = Broadcasts

busy-with-another = something else is going on; wait a moment.
not-without-bot = the bot does not run; start it first.
scene-stopped = The scene stopped: { $why }
