# The playground: what the page of phones says about the bot behind it. Nobody but its audience reads this.

timer-escalation = Ask the next lawyers
timer-first-action = Nothing was done: offer the case again
timer-pause = Ask a coordinator whether it is over
timer-no-place = Show words without a place to coordinators
timer-note = Stop waiting for which case a note is of
timer-chains = Verify the timelines
timer-draft = Ask whether the report goes on
timer-reason = Stop waiting for a coordinator’s reason
timer-wipe = Forget a draft
timer-which = Stop waiting for “which report?”
timer-forget = Forget tries of wrong codes
timer-fade = Take back what could not be taken back later
timer-emptying = Empty more of a hidden chat
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
scene-hindered = { $who } cannot do this now: somebody has changed things in between. The play goes on with the next step.
scene-stopped-without-bot = The scene stopped: the bot does not run. Start it, then go on.
scene-stopped-without-telegram = The scene stopped: Telegram is away or fails. Heal it under “Faults”, then go on.

scene-september = September 2018
september-1 = Astana. A colleague of a detained journalist writes to the bot and never presses a button.
september-2 = One lawyer cannot come.
september-3 = The other takes the case. Only now does she see the name.
september-4 = She reaches the family.
september-5 = A coordinator opens the case with a reason and codes the act.
september-6 = Karaganda. What happened at the end of August is over: a record, and nobody is woken.
september-7 = The coordinator was told, and codes it.
september-8 = Eight in the evening: the digest of 17 September.
september-9 = The next morning. In this play the lawyer closes her case as released; the statement does not say when or how it ended.
september-10 = Almaty, near the Rixos Hotel. A passer-by reports three people, one by name.
september-11 = First accept wins; the other lawyer keeps a stub.
september-12 = He is on his way.
september-13 = Almaty again. A neighbour reports, in Kazakh, a woman who is not let out of her home since 7:00.
september-14 = Two rounds in the city brought no answer; the neighbouring region declines.
september-15 = Nobody has taken it: the escalation list is called, coordinators get the numbers to ring, and it is taken.
september-16 = She has called.
september-17 = The coordinator codes both acts of the evening.
september-18 = The second of them: a home that she may not leave is a blockade.
september-19 = Pavlodar. A trial has ended, another case is open, nobody is held: a prosecution, and nobody is woken.
september-20 = The coordinator codes it as a prosecution.
september-21 = Aktau. Somebody reports, in English, what was seen years ago: an observation.
september-22 = The coordinator codes it as an observation.
september-23 = Eight in the evening: the digest of 18 September.

scene-crowd = Mass detention: 40 people in 10 minutes
crowd-1 = Made up: something begins in Almaty. Five people write within a minute, each in their own way. Lawyers are asked about each of them.
crowd-2 = A lawyer with three open offers gets no fourth message: what comes now goes into one list that changes.
crowd-3 = Among them a boy of fifteen. What is urgent stands first in the lists.
crowd-4 = One of them sits in a bus and writes that the phone is being taken: the chat is emptied at once and stays silent. The case goes on.
crowd-5 = Somebody is injured. Whoever nobody has answered for five minutes is asked for again.
crowd-6 = Astana and Shymkent too. In Shymkent nobody is on duty, so others are asked at once.
crowd-7 = Two neighbours report the same man, one person writes twice. Every word is kept; the digest says that one detention may be counted twice.
crowd-8 = Ten minutes, forty people: everybody has a code, nobody’s words are lost, and no lawyer got forty messages.
crowd-9 = Six minutes later: what nobody has taken goes to the neighbouring region, then to the coordinators. Tonight’s digest will count it all; “Digest” above leads there.
