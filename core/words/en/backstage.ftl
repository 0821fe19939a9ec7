# The playground: what the page of phones says about the bot behind it. Nobody but its audience reads this.

timer-escalation = Ask the next lawyers
timer-clock = Look at the terms of the law of a case
timer-recounting = Compute the terms of the law of all cases anew
timer-first-action = Nothing was done: offer the case again
timer-returned = Show open offers again
timer-pause = Ask a coordinator whether it is over
timer-inside = Ask the lawyer whether they are out
timer-inside-unanswered = The lawyer does not say: ask coordinators
timer-reminder = Remind of the first action
timer-morning = Ask the region’s lawyers again in the morning
timer-bell = Let a list that was quiet be heard
timer-told = Let further words of a case be heard
timer-handover = Ask again who takes the shift over
timer-hush = Let asks sound again
timer-ringing = A coordinator’s calling is over
timer-no-place = Show words without a place to coordinators
timer-unanswered = Somebody wrote and has not been answered yet
timer-consents = Ask the family about the name
timer-same-event = Look whether cases belong together
timer-together-left = An incident’s name or case, left unfinished
timer-missive-left = A letter’s title, own words or a name, left unfinished
timer-missive-forgotten = A letter’s draft that nobody touches
timer-note = Stop waiting for which case a note is of
timer-chains = Verify the timelines
timer-draft = Ask whether the report goes on
timer-reason = Stop waiting for a coordinator’s reason
timer-wipe = Forget a draft
timer-unread = Call about words that nobody has read, or tell administrators
timer-which = Stop waiting for “which report?”
timer-unhurried = Questions without hurry
timer-unhurried-left = Questions without hurry, left
timer-said-out = Who is out: nobody answered
timer-said-out-left = Who is still held, left
timer-forget = Forget tries of wrong codes
timer-fade = Take back what could not be taken back later
timer-emptying = Empty more of a hidden chat
timer-wish = Hide a closed chat, as wished
timer-check-in = A check-in: a reminder, or somebody is missed
timer-check-in-left = A check-in that was left unfinished
timer-look-up = Tell coordinators who is looked for
timer-look-up-answer = Answer who asks for many names
timer-look-up-left = A question where somebody is, left unfinished
timer-look-up-wiped = Forget who was looked for
timer-invitation = An invitation to the roster: over, or a coordinator is asked again
timer-joining-left = A form to join the roster, left unfinished
timer-import-left = Forget a roster file that nobody said yes to
timer-nobody-looks-after = The code for the first administrator is over
timer-unchosen-channel = Leave a channel that nobody chose
timer-export-over = Take an exported roster out of its chat
timer-name-index = Make hashes of names anew
timer-same-case = Look for cases about the same people
timer-copies = Look for copies of a repeated message
timer-permit-over = An export with names that was asked for is over
timer-digest = The day’s digest
timer-preview = Coordinators see the digest before it is posted
timer-held = A held digest: its day is over
timer-withheld-left = Why the digest is held was not said
timer-sentence-left = The sentence for the digest was not written
timer-unexplained-left = Why a case must be kept was not said
timer-forgetting = The night’s forgetting
timer-alone-forgotten = A case is forgotten alone, because its turn failed
timer-erasure = A case is forgotten because somebody asked
timer-aged-program = Look whether the program that speaks to Signal grows old
timer-housekeeping = The night’s tidying up
timer-practice = A practice goes on or ends
timer-drill = A drill goes on
timer-unheard-drill = See whether a drill has reached the phone
timer-weekly-drill = The weekly drill

lane-hide = Hiding a chat
lane-alert = Alerts
lane-receipt = Receipts
lane-reply = Replies
lane-news = News
lane-edit = Card edits
lane-reminder = Reminders
lane-digest = Digest

busy-with-another = something else is going on; wait a moment.
not-without-bot = the bot does not run; start it first.
scene-stopped = The scene stopped: { $why }
scene-hindered = { $who } cannot do this now: somebody has changed things in between. The play goes on with the next step.
scene-stopped-without-bot = The scene stopped: the bot does not run. Start it, then go on.
scene-stopped-without-telegram = The scene stopped: Telegram is away or fails. Heal it under “Faults”, then go on.

# What is done before one can play.
opening-server = Starting a Telegram server on this machine …
opening-database = Making the bot’s database …
opening-roster = Importing the roster …
opening-bot = Starting the bot …
opening-phones = Handing out phones and waiting for the bot …
opening-anew = Everything begins again; this takes some seconds …

# The first minute.
guide-begin = Try it: one detention, from the first word to the end, in { $presses } presses. Each phone says whose it is; the bot between them is the real one. Begin on the phone of { $who }: press “Start”.
guide-again = Once more: on the phone of { $who } a new report is asked for with /report.
guide-situation = The bot asks what has happened. Press the marked button on the phone of { $who }: somebody else was detained.
guide-place = Where? Press the marked city. With that the bot asks lawyers.
guide-accept = The phone of { $who } has the alert: what and where, but no name. Whoever presses first gets the case.
guide-first = Now { $who } has the case and a time by which something must be done. Press the marked button: somebody was reached.
guide-closing = The person is free: { $who } closes the case.
guide-closed = One question, so that no slip closes a case. Press the marked button.
guide-done = Reported, taken, closed, and who reported knows. The coordinator had nothing to do: she is asked when nobody takes a case. Report another one, press no button as a lawyer and move the time by “+5 min”; or play a scene under “Backstage”.
guide-waits = The bot is at work, or somebody else has taken this case. If nothing comes, begin again.

# What is left to do when a play gives up.
left-updates = { $count ->
    [one] One message has not reached the bot yet.
   *[other] { $count } messages have not reached the bot yet.
}
left-inbox = { $count ->
    [one] The bot has not dealt with one message yet.
   *[other] The bot has not dealt with { $count } messages yet.
}
left-messages = { $count ->
    [one] One message has not left yet.
   *[other] { $count } messages have not left yet.
}
left-cards = { $count ->
    [one] One card has not changed on its phone yet.
   *[other] { $count } cards have not changed on their phones yet.
}
left-timers = { $count ->
    [one] One timer is due and has not run yet.
   *[other] { $count } timers are due and have not run yet.
}

scene-september = September 2018
september-1 = Astana. The husband of a detained journalist writes to the bot and never presses a button.
september-2 = One lawyer cannot come.
september-3 = The other takes the case. Only now does she see the name.
september-4 = She reaches the family.
september-5 = A coordinator opens the case with a reason and codes the act.
september-6 = Karaganda. What happened at the end of August is over: a record, and nobody is woken.
september-7 = The coordinator was told, and codes it.
september-8 = Eight in the evening: the digest of 17 September.
september-9 = The next morning. In this play the lawyer closes her case as released; the statement does not say when or how it ended.
september-10 = Almaty, near the Rixos Hotel. A relative reports three people, one by name.
september-11 = First accept wins. For three people a second lawyer is wanted, and looked for.
september-12 = He is on his way.
september-13 = Almaty again. A sister reports, in Kazakh, a woman who is not let out of her home since 7:00.
september-14 = Two rounds in the city brought no answer; the neighbouring region declines.
september-15 = Nobody has taken it: the escalation list is called, coordinators get the numbers to call, and it is taken.
september-16 = She has called.
september-17 = The coordinator codes both acts of the evening.
september-18 = The second of them: a home that she may not leave is a blockade.
september-19 = Pavlodar. A trial has ended, another case is open, nobody is held: a prosecution, and nobody is woken.
september-20 = The coordinator codes it as a prosecution.
september-21 = Aktau. Somebody reports, in English, what was seen years ago: an observation.
september-22 = The coordinator codes it as an observation.
september-23 = The words of rows 1 and 3 name one event in two cities: the bot asks whether they are one incident. The coordinator says yes.
september-24 = Rows 2 and 4 belong to the same visit, though their words do not say so: she adds them by their codes.
september-25 = Row 4 too. The board shows who is where, and who has a lawyer.
september-26 = Row 5 belongs to an earlier visit: an incident of its own, with the same pattern.
september-27 = Pavlodar: two proceedings at once. One, of a kind that is not stated, ended that day: not guilty.
september-28 = The other is a criminal case under article 274; against whom is not stated, so nobody is named in it.
september-29 = Eight in the evening: the digest of 18 September.

scene-crowd = Mass detention: 40 people in 10 minutes
crowd-1 = Made up: something begins in Almaty. Five people write within a minute, each in their own way. Lawyers are asked about each of them.
crowd-2 = A lawyer with three open offers gets no fourth message: what comes now goes into one list that changes.
crowd-3 = Among them a boy of fifteen. What is urgent stands first in the lists. Ten people of one city have written: the coordinator gets one alert for all of them.
crowd-4 = One of them sits in a bus and writes that the phone is being taken: the chat is emptied at once and stays silent. The case goes on.
crowd-5 = Somebody is injured. Whoever nobody has answered for five minutes is asked for again.
crowd-6 = Astana and Shymkent too. In Shymkent nobody is on duty, so others are asked at once.
crowd-7 = Two neighbours report the same man, one person writes twice. Every word is kept; the digest says that one detention may be counted twice.
crowd-8 = Ten minutes, forty people: everybody has a code, nobody’s words are lost, and no lawyer got more than twelve messages. The coordinator says with one tap that it is one incident: one live board says who is where and who has a lawyer.
crowd-9 = Six minutes later: what nobody has taken goes to the neighbouring region, then to the coordinators. Tonight’s digest will count it all; “Digest” above leads there.

scene-practice = Practice: an SOS tried out
practised-1 = Practice reaches only members who have agreed. A lawyer agrees.
practised-2 = Somebody practises an SOS: two taps. On every phone the first line says that nothing real happens.
practised-3 = The lawyer takes it, as she would a true case.
practised-4 = At the end: how many would have been asked, and after how many seconds. Nothing of it is kept, and no digest counts it.

scene-brother = Where is my brother?
brother-1 = Made up: a passer-by in Almaty reports that the police took a man, by name.
brother-2 = Somebody asks for a name that nobody knows. One sentence: a coordinator will call back, and which number shall it be?
brother-3 = A sister asks for the man. The same sentence, the same buttons, as fast: nobody can find out by asking who is known here.
brother-4 = The coordinator sees both questions, and beside one of them that a case may fit, without a word of it. She opens it with a reason.
brother-5 = She has called the sister, and says so with one tap. In three days nothing of the question is kept.

scene-five = Five reports of one arrest
five-1 = Made up: a wife in Astana reports that her husband was taken. A lawyer accepts.
five-2 = A colleague reports the same arrest in Russian, and that insulin is needed. The bot joins nothing by itself.
five-3 = Three passers-by report it too, in three spellings.
five-4 = The coordinator has one card: what agrees and what differs, no name. One tap: the same.
five-5 = The lawyer hears at once what each new source adds, insulin at last. Three more taps: one case, five sources.
five-6 = The last one was a slip, and one tap undoes it. Both cases are what they were.

scene-missed = Check-in missed
missed-1 = Made up: somebody in Astana goes to a meeting and says by when he will write. Every answer is one press or a few words.
missed-2 = Now his chat keeps a time and two signs. Whoever looks into the phone learns nothing more.
missed-3 = The hour is over: one reminder, which is as bland.
missed-4 = Ten minutes later the coordinator is asked, with the number he left. “Not verified”: no lawyer is woken.
missed-5 = Nobody answers the phone. She opens the case with a reason and reads where he went.
missed-6 = She has lawyers asked. They read that somebody cannot be found, and neither name nor number.
missed-7 = A lawyer takes it. Had nobody looked for half an hour, lawyers would have been asked by themselves.

scene-taken = Phone taken and back
taken-1 = Made up: a sister in Astana reports that her brother was taken from home. She has a code, and a lawyer takes the case.
taken-2 = They come for her phone. /hide: the chat is emptied at once. For those who work on it the case is urgent now.
taken-3 = Whoever holds the phone writes to the bot. Whatever it is, one bland sentence comes back.
taken-4 = From a friend’s phone she types her code and the city. First comes a warning: the other phone will get nothing more.
taken-5 = She goes on here, and reads how it stands. On the other phone nothing has changed.
taken-6 = What she writes now reaches her lawyer. The phone that was taken still shows the one sentence.

scene-both = Two messengers
both-1 = Made up: a lawyer in Astana wants alerts on Signal too. On Telegram she is given a word, sends it from Signal, and confirms on Telegram the number that she reads there. Nobody is written to on Signal who has not written first.
both-2 = Telegram does not reach her any more: to the bot it is as if she had blocked it.
both-3 = A brother in Astana has Signal only. Nothing is pressed there: below each question stands a list, and he types what stands before his answer. Messages disappear after a day.
both-4 = Her Telegram cannot be reached, so the alert rings on her Signal at once. The bot knows when it was delivered, and when she read it.
both-5 = She types the number before “I’ll take it”; it stays the number of this case. The brother reads on Signal that a lawyer has it.

scene-night = A night on duty
night-1 = Made up: a lawyer in Almaty writes her week in one message: every night, 22 to 8. A colleague takes the days.
night-2 = The evening before, at seven: do you confirm? One tap each. The coordinator reads for which hours and languages nobody is there.
night-3 = Eight: beside the digest the coordinator reads who is there tonight in each region, and who has confirmed.
night-4 = Twenty to eleven. A sister reports in Kazakh. Only the lawyer whose night it is hears of it; her colleague sleeps.
night-5 = Three more within a minute. After three messages there is one list that changes in place; what is urgent, a boy of fifteen, stands first. Numbers stay.
night-6 = She takes two of them from the list. For a minor a second lawyer is wanted, and looked for at once.
night-7 = Nobody else has this night in Almaty. A lawyer of the neighbouring region takes the other two, by phone, and is the second for the boy.
night-8 = Twenty to two: three hours are over since we were told. One sound, with the article and what is not known. One tap: seen.
night-9 = Eight o’clock. She is asked whether her cases are still hers: for one, one tap says so. On the boy’s she has been too long, and names a colleague. Until he accepts, the case stays hers.
night-10 = He accepts, and reads all of it. The other case is still hers.
night-11 = The morning’s board: nobody is without a lawyer, and of each case it says where its lawyer is.

scene-hours = 48 hours: one detention and its law
hours-1 = Made up: a wife in Astana reports her husband. A lawyer takes the case; its first term counts from when we were told, and says so. No lawyer of ours has checked the terms yet: “unverified”.
hours-2 = On the way, at the door, not let in: a tap each, with its time. A refusal is at once the coordinator’s, with whom to call.
hours-3 = Let in, and out again. Had she stayed for three hours, she would have been asked.
hours-4 = What did you see? Since when he is held, the time in the protocol, which papers are missing. The term counts from the new time.
hours-5 = She opens the proceedings: which sort of detention, and tomorrow’s hearing. By the sort, other hours hold.
hours-6 = Nothing was heard for four hours: is the case still yours? One tap.
hours-7 = The evening before: tomorrow’s hearing. Then the wife writes that he was taken earlier, and the lawyer names that time. The earliest counts; what was frozen is kept and marked as corrected.
hours-8 = 24 hours are over and nobody has brought him before a court. The overrun is frozen as evidence: the article, from when, who said so.
hours-9 = An hour before, a reminder; afterwards, what came of the hearing: a fine.
hours-10 = He is released. The clocks stand still: over by so many hours and minutes.
hours-11 = The next day she is handed a copy of the ruling. From now on it is the term for an appeal that counts.
hours-12 = The coordinator opens the case with a reason. Its history holds every step and every overrun, also the corrected one.
hours-13 = The case is closed. No reminder comes any more; the wife is told, and asked whether to clear the chat.

scene-demand = From the clock to the paper
demand-1 = Made up: at ten a wife in Astana reports that her husband was taken at nine. A lawyer takes the case.
demand-2 = At noon the three hours are over. The lawyer’s card has “Make the demand”: one tap. Nobody has told where he is held, so that is asked at once.
demand-3 = She types the place, her order and when he was brought there. Each answer is a fact of the case, not only of this paper.
demand-4 = What only the wife has said is not verified, and would be left out. The lawyer vouches for it, and makes the demand: a document, its text, and where each sentence comes from.
demand-5 = Read, signed, handed in. “It was sent”: the day and the number; from now on the answer has its own term.
demand-6 = The coordinator opens the case with a reason. The overrun, the paper and its sending stand in the history.
timer-receipts = Who has not confirmed the second bot
