# What lawyers, coordinators and administrators read; and the news to a reporter.

situation-me = the detained person is writing
situation-other = somebody is detained
situation-blocked = not let out, or stopped on the way
situation-missing = somebody cannot be found
situation-trial = a trial or case, nobody held
situation-over = was held, it is over
situation-saw = an observation
situation-summons = called for a talk or an interrogation, nobody held

offer-head = { $priority ->
    [urgent] 🔴 URGENT: { $situation }
    [normal] 🟡 { $situation }
   *[unknown] 🟠 { $situation } (urgency not known yet)
}
offer-place = 📍 { $place }
offer-who = 👤 { $count }
offer-reported = 🗣 { $spoken } · reported { $time } · { $verification }
offer-elsewhere = The place of a report about which you were asked was corrected: it is { $place }. Lawyers there are asked now.
offer-says-over = ⚠ The reporter says that it is over. A coordinator is calling back.
offer-says-false = ⚠ The reporter says that it was a false alarm. A coordinator is calling back.
offer-by-phone = ☎ Not your region: help by phone is enough.
offer-code = 🔖 { $code }
offer-still-free = Nobody has taken it yet. You still can.
offer-elapsed = ⏳ { $hours ->
    [0] { $minutes } min
   *[other] { $hours } h { $minutes } min
} since the report.
place-unknown = place unknown
place-or-elsewhere = { $place }; perhaps now { $other }
spoken-kk = Kazakh
spoken-ru = Russian
spoken-en = English
spoken-other = another language
verification-unknown = not verified
verification-confirmed = confirmed
verification-likely = likely
verification-possible = possible
verification-unlikely = unlikely

count-unknown = number of persons unknown
count-exact = { $count ->
    [one] { $count } person
   *[other] { $count } persons
}
count-at-least = at least { $count ->
    [one] { $count } person
   *[other] { $count } persons
}
count-about = about { $count ->
    [one] { $count } person
   *[other] { $count } persons
}
count-several = several persons, at least { $count }

button-accept = ✅ I'll take it
button-decline = I can't
button-accept-after-all = ✅ I can after all
button-accept-one = ✅ Take { $number } · { $place }
button-decline-one = { $number }: I can't
button-contacted = 📞 Contacted
button-on-my-way = 🚗 On my way
button-at-station = 🚪 At the door
button-released = Released
button-false-alarm = False alarm
button-close = Close…
button-whole = More…
button-brief = Less
list-still = still yours?
list-second = a second lawyer is wanted
button-mine-one = ✅ { $code }: mine
button-mine-all = ✅ All { $count } are mine
button-reopen = Open again
button-back = Give back
button-words = All words
button-history = History
button-map = 🗺 Map
button-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}
button-act = Code the act
button-take = ✅ I'll take it
button-rung = ✅ { $name } takes it
button-rung-other = ✅ Another takes it…
rung-who = { $code }: who takes it?
button-offer-again = Offer to others
button-ask = Ask lawyers
button-open = Open the case
button-still-held = It is not over
button-mute = Mute the reporter for 24 h
button-unmute = End the mute
hide-sure = This would cut you off from alerts: the chat is cleared, no case is offered to you any more, and coordinators call you. Until they bring you back nothing comes here. Is your phone really being taken?
button-hide-sure = Yes, clear the chat
button-hide-not = No
hide-not = Nothing has changed.
hidden-member = 📵 { $name } hid their chat: the phone may be in other hands. Reach them another way or through those close to them ({ $phone }: somebody else may answer). Write to them again only when you are sure that the phone is with its owner.
hidden-settled = 📵 { $name }: the hidden chat is settled.
button-member-back = Write to them again
answer-again-sure = You have heard the reporter's voice, and the phone is with its owner? Or you have spoken with somebody close to them who has it, and trust them? Then the bot answers in this chat again, and what it writes there can be read by whoever holds the phone. { $code }
button-answer-sure = Yes, the phone is theirs
answer-again-done = { $code }: the reporter's chat is answered again.
button-answer-again = Answer the reporter's chat again
button-silence = When may the code open it?
silence-which = { $code }: from when on may the reporter's code open the hidden chat again? Now: { $now }. Until then the chat gets one sentence and nothing else.
silence-done = { $code }: the code opens the hidden chat { $now }.
case-hidden-after = 💤 The reporter had this chat hidden after closing: what we write does not arrive there.
button-proved = 🔑 { $time }: it is them
case-phone-own = 📵 The reporter's phone is taken: do not call this number, do not write to it. If you speak with the person, tell them to delete the chat by hand.
case-phone-doubt = 📵 Since { $time } the reporter's chat may be in other hands: nothing of the case is sent there, and what is written there may be somebody else's. Do not call the number of whoever is held. Once you have heard the reporter's voice: “{ button-answer-again }”.
case-phone-some = 📵 A phone is said to be taken: do not call the number of whoever is held.
case-moved = 🔁 Since { $time } they write from another phone (by the code).
case-by-code = 🔑 Since { $time } somebody also writes from another phone with the code of this report, without proof that it is theirs.
contact-own = the reporter's own number, …{ $end }. Do not call.
button-make-case = Make a case
button-no = No, go on
button-unknown = This is not possible any more. /help shows what can be done.

accept-too-late = A colleague has taken this case already. Thank you.
case-is-closed = This case is closed.
case-is-open = This case is open.
case-not-yours = This case is not shown to you. Only its lawyer and the coordinators see it.
case-unknown = There is no case "{ $code }". A code is six digits, such as 483-170, as on the card.
suspended = Your membership is suspended. Please ask a coordinator.
members-only = This is for members of the roster. To report a detention, just write what happened and in which city.
rung-gone = { $name } takes no cases any more: not on the roster as a lawyer or coordinator. The case was not given to them. Please call somebody else.
copy-outdated = This message is out of date. Below is how things are now.

stub-closed = { $code }: closed ({ $outcome }).
stub-shrunk = { $code }: this copy is closed. Opened anew, it asks for a reason.
stub-taken = { $code }: a colleague has taken it. Thank you.
stub-busy = { $code }: declined, busy.
stub-far = { $code }: declined, too far.
stub-conflict = { $code }: declined, conflict of interest.
stub-other = { $code }: declined.
stub-gave-back-busy = { $code }: given back, busy.
stub-gave-back-far = { $code }: given back, too far.
stub-gave-back-conflict = { $code }: given back, conflict of interest.
stub-gave-back-other = { $code }: given back.
stub-gave-back-coordinator = { $code }: a coordinator has offered it to others. If you are on it, call the coordinator.
gave-back-why = { $code }: given back, others are being asked. Why?
declined-why = { $code }: declined, others are being asked. Why?
reason-busy = Busy now
reason-far = Too far
reason-conflict = Conflict of interest
reason-other = Another reason

case-head = Case { $code } · { $state }
state-open = nobody has it yet
state-record = a record, lawyers are not asked
state-unasked = lawyers are not asked yet
state-accepted = with { $name }
state-yours = yours
case-first-action = ⏱ Say "Contacted" or "On my way" by { $time }, or it is offered to others.
case-first-action-soon = ⏱ Nothing was said yet. Say "Contacted" or "On my way" by { $time }, or it is offered to others.
case-lapsed = ⏱ { $code } was yours. In { $minutes } minutes nothing was said, so others are being asked. If you are on it, say so: while nobody has taken it, it is yours again.
button-still-mine = ✅ It is still mine
case-act = Act: { $value }
case-where = Where: { $value }
case-name = Who: { $value }
case-appointment = 📅 Called for: { $value }
case-started = Since: { $value }
case-checkin = Missed check-in. Was to write by: { $value }
case-says-well = Says they are well: { $value }
well-unconfirmed = not confirmed
well-confirmed = confirmed
case-ongoing = Still going on: { $value }
case-taken = Taken to: { $value }
case-proceedings = Proceedings: { $value }
case-watched = Watched by: { $value }
case-contact = Phone: { $value }
case-urgent = Urgent: { $value }
case-link = The reporter is: { $value }
case-consent = Write to the reporter here: { $value }
guessed = perhaps: { $value }
case-situation = What happened: { $value }
case-count = How many: { $value }
case-not-understood = Not understood by this version of the program: { $kinds }
case-words = Their words:
case-words-cut = Their words (the last ones; "All words" shows the rest):
case-no-words = Nothing was written, answers were only chosen.
who-withheld = they do not want to name
words-forwarded = forwarded, first written { $time }
words-by-code = by the code, not proved
words-earlier = from the earlier phone
words-corrects = corrected
ongoing-yes = yes
ongoing-no = no
ongoing-unknown = not known
consent-yes = yes
consent-no = no
consent-unanswered = not asked; news goes there, and you can write
consent-quietly = not answered; answers only, without a sound
consent-not-now = not now: the phone may be in other hands
part-0 = night
part-1 = morning
part-2 = afternoon
part-3 = evening
about-time = about { $time }
day-time = { $time }, hour unknown

act-which = { $code }: which act is it?
act-coded = { $code }: coded as "{ $act }".
act-arrest = arrest
act-detention = detention at a station
act-kettling = kettling
act-blockade = home blockade
act-interception = interception on the way
act-summons = summons, "invitation for a talk"
act-search = search
act-abduction = abduction by unidentified persons
act-disappearance = disappearance
act-prosecution = prosecution without detention
act-observation = observation (surveillance)

close-sure = { $code }: close it? How did it end?
close-done = { $code } is closed.
close-not = Not closed.
close-who-is-out = { $code }: more people were told of, or somebody is said to be kept. Who is out?
close-all-out = All are out: close
close-these-out = These…
close-none-out = No
close-which-out = { $code }: who is out? Still held: { $count }.
close-unnamed = Somebody without a name
close-nobody-left = { $code }: nobody is held any more. Close it?
outcome-released = Released
outcome-fine = Fine
outcome-warning = Warning
outcome-arrest = Administrative arrest
outcome-house-arrest = House arrest
outcome-remand = Remand
outcome-other-counsel = Another counsel has it
outcome-lost = Contact lost
outcome-other = Other
outcome-false-alarm = False alarm

muted = The reporter is muted for 24 hours: their words are kept, and they get one neutral sentence.
unmuted = The mute has ended.
files-care = These files are evidence and show people. Please do not pass them on.
files-owner-only = Files go only to the one who took the case.
case-files = 📎 { $files }
file-photo = photo
file-voice = voice message
file-video = video
file-video-note = round video
file-audio = sound
file-document = document
file-animation = animation
file-sticker = sticker
file-not-fetched = not copied
file-received = received { $time }
file-elsewhere = It came by another messenger and has not been copied by us so far, so it cannot be shown here.
file-over = It is over { $megabytes } MB, and this messenger takes no larger file from us. On Signal it can be shown: /addresses.
file-refused = It is a voice message or a round video, your Telegram takes none from this bot, and we have no copy that could be sent as a file. Allow them (Settings, Privacy and Security, Voice Messages) and ask for the files again.
file-not-ours = Not copied by us: this is what Telegram has, under its sender's name. It may be gone one day.
file-kilobytes = { $size } KB
file-megabytes = { $size } MB

jotted-done = { $code }: noted.
jotted-placed = { $code }: noted there, because you did not say of which case it is. If it is of another one, choose it.
jotted-relay = { $code }: noted. The reporter has not read it: shall they?
jotted-name = { $code }: { $before } → { $after }
jotted-name-not = { $code }: the name is as it was. Your words stay a note.
jotted-second = { $code }: noted. A second lawyer is being looked for; coordinators are asked to find one, too.
jotted-which = To which case does this belong?
jotted-nowhere = { $role ->
    [lawyer] You have no case now, so this went into none. To answer an offer, write “take it” or “can't”; /cases shows your offers.
    [coordinator] No case is open before you, so this went into none. Open one first (/cases): what you write then becomes its note.
   *[administrator] This went into no case: administrators read and write none.
} If it is a report, say so here.
jotted-told = { $role ->
    [coordinator] No case is open before you: the other coordinators read this within a minute. For a note, open a case first (/cases).
   *[lawyer] You have no case now: coordinators read this within a minute. To answer an offer, write “take it” or “can't”; /cases shows your offers.
} If it is a report, say so here, and lawyers are asked.
jotted-past-done = { $code } was yours last: noted there. Coordinators and whoever has it now hear of it.
jotted-past-not = { $code }: taken back, it is no note of this case.
home-done = { $code }: noted there. { $role ->
    [lawyer] { $hears ->
        [yes] Coordinators and the lawyer of the case hear of it.
       *[no] Coordinators hear of it; no lawyer has the case yet.
    }
   *[other] { $hears ->
        [yes] The lawyer of the case hears of it and reads it on the card.
       *[no] No lawyer has the case yet; who takes it reads it on the card.
    }
 }
held-still-noted = { $code }: it goes on; what was said of a release does not hold. Coordinators are told at once.
home-offered = To answer an offer, write “take it” or “can't”.
home-rung = { $role ->
    [lawyer] Coordinators have your words now. If you are not called within ten minutes, call them.
   *[other] The other coordinators have your words now.
}
home-words = 📣 { $name } writes, and { $why ->
    [many] tells of many who are held
    [which] has not said of which case
    [help] may need help, or somebody in their place
   *[none] has no such case in hand
 }. Please call now: { $phone }
    «{ $words }»
member-rung = A coordinator has been rung with your words.
button-ask-others = Let somebody else be asked
home-about = It may be about: { $codes }
without-case-told = Coordinators hear of it now, and look for somebody. If you are not called within ten minutes, call them.
prompt-took = Taken as: { $what }.
button-not-this = Not this
jotted-gone = These words are no longer here. Please write them again.
jotted-new = { $code } · a new note. It is on the card.
button-relay = Send it to the reporter
relay-sent = { $code }: sent to the reporter. You will hear when they answer.
relay-nobody = { $code }: not sent. The reporter's chat is hidden, perhaps in other hands, muted or gone, or has asked not to be written to.
relay-answered = { $code } · the reporter has answered. It is on the card.
relay-unread = { $code }The reporter does not read your words. Coordinators look for somebody who speaks their language.
button-report = This is a report
case-notes = Notes:

fact-new = { $code } · new: { $facts }. The words are on the card.
fact-asked = asked about: { $fact }
fact-moved = moved
fact-court = court
fact-released = said to be released
fact-again = said to be held again
fact-ill = ill, hospital or medicine
fact-refused = a lawyer not let in
fact-beaten = violence or injury
fact-lawyer = a lawyer of their own
fact-taken = taken away, or at a station
fact-threatened = threatened
fact-money = money is demanded
fact-phone = a phone is being taken, perhaps the reporter's: do not call it
fact-withheld = no medicine, food, water or doctor
fact-some-out = said that some are out
fact-well = said to be well
fact-another = somebody else taken, too
fact-disowned = the station is said to deny that it holds them
fact-screams = screams were heard
fact-signing = made to sign something
fact-planted = something planted on them
fact-alive = the family asks whether they are alive
fact-leaving = switches the phone off, or deletes this chat
fact-kept = said to be held still
fact-driven = put into a car
fact-children = children left without them
fact-exposed = the reporter warns of somebody: tell nobody else
fact-contact = a sign of life
fact-silence = still no sign of them
fact-news = something new of them

opening-reason = Why do you need to see this case?
opening-reason-short = Reason
opening-reason-help = One sentence. It is kept in the case's timeline with your name.
opening-reason-required = This is needed: without a reason the case stays closed to you.
opening-review = Please check.
opening-cancelled = Not opened.

ask-nobody = ☎️ No lawyer has taken this case. A message may go unnoticed: please call.
ask-first-action = ☎️ Taken, but no first step in the time for it. It is offered to everybody again. Please call whoever took it.
ask-owner-gone = ☎️ The lawyer who has this case has blocked the bot or is gone from here. Please call. If there is no answer, offer the case to others.
ask-moved = 📍 The reporter has moved this case to another region, and a lawyer has it. Please call them. If they cannot go on, offer the case to others.
ask-region = 📍 The place of this case is unknown. Please find out where it is.
ask-no-place = ⚠️ Something is happening, and nobody has said where. Please read the words; if you know the place, choose it: lawyers there are asked at once.
ask-over = The reporter says that it is over. Please call back before closing: the phone may be in other hands. If nobody has it yet, lawyers are not asked meanwhile: for 15 minutes, at night until 8:15.
ask-worse = ☎️ The reporter tells of violence, screams, a forced signature, a refused lawyer, doctor, medicine or food, a station that denies holding them, or asks whether they are alive; or that money is demanded, that children are left alone, or that somebody is put into a car. Please read it and act.
ask-threat = ☎️ The reporter tells of a threat. Please read it and call back; be careful with names.
ask-phone-taken = 📵 The reporter's phone is being taken, or perhaps theirs. Do not ring it and do not write there; anyone who writes from it now may be somebody else, and reads only “received”. Please read the words and act. Once you have heard the reporter's voice, open the case: “{ button-answer-again }”.
ask-told = ☎️ The reporter tells something new of who is held, and nobody has the case yet. Please read it.
ask-warned = ⚠️ The reporter warns of somebody who may ask about this case, or says that somebody is not who they say. Please read it. Other chats that tell of this case read nothing from us until you verify who writes there.
ask-better = The reporter wrote that somebody is out or well, and did not answer when asked who. Nothing was ended. Please call back: the phone may be in other hands.
ask-own-lawyer = The reporter says that they have a lawyer of their own, or want none. Please call back: the phone may be in other hands. If they say that their lawyer is there already, others are not asked for 15 minutes.
ask-false = The reporter says that it was a false alarm. Please call back before closing.
ask-record = A record that wakes nobody: please look at it.
ask-unsorted = Somebody with several open reports did not say to which their new words belong. They were added here: please read them.
ask-elsewhere = 📍 The reporter names another city than the one of this case. Please read the words: was the person moved, or is it another case? If you know the place, choose it: lawyers there are asked at once.
ask-after-closed = The reporter of a closed case has written again. Please read it; if it goes on, open the case again.
ask-unclear = ⚠️ Something may be happening, and the bot does not understand what. Please read the words; if somebody is held, have lawyers asked.
ask-voice = 🎙 Only a voice message or a file came, and nothing else is known. Open it with a reason and listen; pictures and documents are seen only by whoever takes the case. If somebody is held, say where, or ask lawyers.
ask-language = 🌐 Somebody writes in another language, or does not read ours. Please read the words, and find somebody who speaks with them.
ask-summons = Somebody is called for a talk or an interrogation. Nobody is held. Please look at it in working hours.
ask-summons-no-day = The day is not known; it may be in the words.
ask-unanswered = ☎️ The reporter says that nobody has come or called. Please see how it stands, and call them back if they allow it.
ask-person = ☎️ The reporter asks for a person. Please call them back if they allow it, or answer here.
ask-delete = The reporter asks to have deleted what they told. Please decide it, and answer them.
ask-question = The reporter asks something, and nobody has the case yet. Please answer: the words stand on the card.
ask-where = The reporter asks where somebody is held. Please answer, or call back.
ask-other-phone = 🔑 Somebody writes about this report from another phone: with its code but without proof, or from the phone that had it before. Please read the words, and speak with the person if you can.
ask-check-in = Missed check-in, not verified. The person was to write by then and has not. Please call, and ask lawyers if they are not found.
ask-check-in-number = Number they left: { $number }
missed-head = Missed check-ins, not verified: { $count }. Several at one time may also mean that the network is down. Open each by its code: the number they left, and whether lawyers are asked.
missed-none = Settled: no missed check-in waits for you.
ask-ring = To call:
ask-nobody-to-ring = There is nobody to call: nobody was asked, or there is no number. Please check the roster.
ask-not-asked = In this region, not asked yet (off duty or out of reach):
ask-settled = Settled: { $line }

board-head = Open now: without a lawyer { $free }, with a lawyer { $taken }, records { $records }
board-free = Without a lawyer ({ $count }):
board-taken = With a lawyer ({ $count }):
board-records = Records ({ $count }):
board-line = { $priority ->
    [urgent] 🔴
    [normal] 🟡
   *[unknown] 🟠
} { $code } · { $place } · { $situation } · { $time }
board-chat = { $line } · { $count } of one chat
button-chat = { $count } of one chat
chat-head = { $count ->
    [0] Nothing is open of this chat.
    [one] { $count } open case of one chat:
   *[other] { $count } open cases of one chat:
}
chat-of-member = Open cases that { $name } has written down: { $count }
chat-many = One person has reported very much: lawyers are asked five minutes after each further case. Please look first.
button-close-all = Close all that nobody has ({ $count })…
close-all-sure = { $count ->
    [one] Close { $count } case of this chat, which nobody has?
   *[other] Close { $count } cases of this chat, which nobody has?
} What a lawyer has, or somebody else has told too, stays open. How did it end?
case-reopened = { $code } is open again.
button-reopen-all = Open them again
reopen-all-done = { $count ->
    [one] { $count } case is open again.
   *[other] { $count } cases are open again.
}
unclaimed-head = ☎️ { $count ->
    [one] { $count } case that nobody took in time
   *[other] { $count } cases that nobody took in time
} (without a lawyer in all: { $untaken }). A message may go unnoticed: choose a case to see whom to call.
unclaimed-none = ☎️ Settled: nobody needs a call from you at this moment.
button-ringing = 📞 I am calling
ringing-now = 📞 { $name } is calling
list-own = Your cases ({ $count }):
list-still-free = Still free, though your time to answer has passed ({ $count }):
button-take-free = Take { $code }
list-offers = { $count ->
    [0] No open offers.
    [one] { $count } open offer:
   *[other] { $count } open offers:
}

draft-kept-unread = Nobody has read it. It is erased { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
} after somebody has; unread it stays until { $until }.
draft-kept-read = It is erased on { $until }, unless it becomes a case.
draft-seen = An unfinished report ({ $when }) was left.
draft-unclear = ⚠️ Somebody wrote something that the bot does not understand ({ $when }).
draft-answer = ⚠️ Somebody who was answered has written again ({ $when }).
draft-question = Its writer says: a question, nobody is held.
draft-is-case = A case was made of this: { $code }.
draft-files = { $count ->
    [one] { $count } file
   *[other] { $count } files
}: to be had once it is a case.
draft-line-read = { $time } · read: { $name }
draft-line-answered = { $time } · answered: { $name }
draft-line-not-ours = { $time } · not for us: { $name }
unread-head = { $count ->
    [0] No message that the bot did not understand waits to be read.
    [one] ⚠️ { $count } message that the bot did not understand:
   *[other] ⚠️ { $count } messages that the bot did not understand:
}
draft-unhandled = ⚠️ A message from somebody without an open case could not be handled by the bot, and nobody has read it ({ $when }). Make a case of it to write to them.
unhandled-more = ⚠️ More messages from people without an open case could not be handled by the bot. Please ask an administrator: they are kept and can be put back.
ask-past-owner = 📝 Somebody who does not have this case has written a note about it. Please open it and read.
ask-goes-on = ❗ Somebody was said to be free, and that is denied: the case goes on. Who has it hears it too. Please call back.
ask-unhandled = ⚠️ A message from somebody of this case could not be handled by the bot, and nobody has read it. Open the case, and call or write to them.
ask-unhandled-at = It came at { $time }, { $spoken }.
line-unhandled = a message could not be handled, and nobody has read it
unread-none = No message that the bot did not understand waits to be read.
button-words-read = Read
button-words-read-number = Read { $number }
button-words-ask = Ask lawyers: { $place }
button-words-cities = Another city…
button-words-answer = Answer
button-words-not = Not for us
answering-words = What shall we answer?
answering-words-short = Answer
answering-words-help = It is sent to whoever wrote, without your name.
answering-words-required = Without words nothing is sent.
answering-review = Please check.
answering-cancelled = Not sent.
answering-words-only = Not sent: only words can be sent there. Choose "{ button-words-answer }" again.
answering-nobody = Not sent. That chat is hidden, muted or gone, or has said no to messages.
answering-sent = Sent. You will hear when they answer.
draft-nobody = Somebody without a report says that nobody has come or called ({ $when }).
draft-person = Somebody without a report asks for a person ({ $when }).
draft-delete = Somebody without a case asks to have everything deleted ({ $when }).
draft-fear = Somebody is afraid of being taken, or expects it ({ $when }). No lawyer is asked. Please read it.
draft-where = Somebody asks where a person is held ({ $when }).
draft-wiped = An unfinished report was wiped.

id-yours = Your id: { $id }
help-lawyer =
    For lawyers:
    • /cases – your cases and offers. /case and a code, a name or a station finds one.
    • What you write here while you have a case is its note.
    • /list – names from a station's door.
    • /duty – your hours; behind it you can type them: mon-fri 9-18.
    • /law – legal time limits. /report – report something yourself.
    • /settings – another messenger, practising, leaving.
    • /hide – this phone is being taken.
help-coordinator =
    For coordinators:
    • /cases – the board. With a code, a name, a station or a day behind it, it finds a case. What you write after opening one is its note.
    • /new – take down a call. /calls – call the stations of a region. /list – names from a station's door.
    • /incidents – cases that belong together. /link and two codes – two cases that may be one.
    • /handover – what is open, to the next one on duty. /duty – your hours and everybody's.
    • /members – the roster, a new lawyer, a drill.
    • /hide – this phone is being taken.
help-beside = Below is what you need less often.
help-administrator = For administrators: /cases – the board, without names; /roster – the roster as a file; /id – the id of whoever types it, for it. On the machine: dabyl check, dabyl roster, dabyl parked. When the bot itself is in trouble, it writes to you here.
command-unknown = There is no such command. /help shows what there is.
nothing-open = There is nothing to go back to, skip or cancel.

code-open = Code accepted: you can go on in this chat. We are still looking for a lawyer.
code-accepted = Code accepted: you can go on in this chat. A lawyer is on it.
code-kept = Code accepted: you can go on in this chat. The coordinators have your report.
code-closed = Code accepted: you can go on in this chat. Your report is closed: { $how }. If something new happens, write.
code-wait = Please wait an hour before the next try.
code-unknown = There is no such code. Please check the words and the number. To report something new, write what happened and in which city.
code-proof = There is such a code. What you write here now reaches those who work on the report. To go on here as before, write only the city in which it happened.
code-proof-wrong = The report says something else. Write the city once more, or simply go on writing: a coordinator reads it.
code-proof-over = The city is not asked here now. Go on writing here: a coordinator reads it.
code-move = Right. If the report goes on here, the other phone gets nothing more of it, except one line that it goes on elsewhere (in a hidden chat not even that). Go on here?
button-move = Go on here
button-move-not = Leave it there
code-move-not = It stays on the other phone. What you write here still reaches those who work on it. To bring it here later, write the code again.
code-busy = Many wrong codes are being tried at this moment, so no code is answered. Write here what you have to say: it is read. Try the code again in an hour.
code-moved-away = The report goes on from another phone now: its code was written there. If it was not you or somebody close to you, tell us here: what you write here still reaches those who work on it.
code-proved = { $code }: the report goes on from that phone now.
guest-added = Added. Those who work on the report read it.
guest-asked = How the report stands, we do not say in this chat. Your question is read by those who work on it.
codes-guessed = 🔑 Somebody is guessing receipt codes: { $count } wrong ones within an hour. Until { $time } no code is answered. Whoever writes with a right one is marked on the card; confirm them only after you have spoken with them.

news-accepted = A lawyer has taken your report.
news-on-my-way = The lawyer is on the way.
news-at-station = The lawyer is at the station.
news-inside = The lawyer is inside.
news-still-looking = We are still looking for a lawyer.
news-some-free = The lawyer writes that somebody you told of is free. If you have not heard from them, write here.
news-cannot-come = The lawyer does not get there for now. Coordinators know, and we go on asking others.
news-lost = That lawyer is not on it any more. { $asked ->
    [coordinator] The coordinators have it now.
    [nobody] We are still looking for a lawyer.
   *[lawyers] We are contacting another one.
}
news-one-out = Somebody of whom you wrote is out: a member of ours says so. If something new happens, write here.
news-closed = { $outcome ->
    [released] We were told that nobody is held any more. Your report is closed: { $how }. If something new happens, write here.
   *[other] Your report is closed: { $how }. If something new happens, write here.
}
news-not-free = What we wrote of a release is not confirmed: they are said to be held still. The work goes on.
news-reopened = We are working on your report again.

menu-report = Write
menu-language = Тіл · Язык · Language
menu-settings = Settings
menu-hide = Clear the chat
menu-status = News
menu-help = Help
menu-cases = List
menu-case = Find
menu-duty = Hours
menu-list = Paste a list
menu-law = Terms
menu-new = New entry
menu-calls = Calls
menu-incidents = Groups
menu-handover = Hand over
menu-members = People
menu-roster = File
menu-id = Own number
menu-digest = Summaries
menu-owed = Answers owed
menu-holds = Kept
menu-letter = Letter
menu-export = Copy out
menu-addresses = Another messenger
menu-drills = Being asked to practise
menu-leave = Leave
menu-invite = Invite
menu-drill = Drill
menu-sos = SOS
menu-rights = { button-rights }
menu-practice = { button-practice }

operator-poll = { $messenger } does not answer or refuses us: { $error }. Trying on.
operator-poll-mended = { $messenger } answers again.
operator-storage = The database cannot be used: { $error }. Trying on; free disk space and other programs are the usual reasons.
operator-storage-mended = The database works again.
operator-files = Files that people send cannot be kept: { $error }. Trying on; free disk space and the owner of the folder are the usual reasons. Nothing is lost while Telegram has them.
operator-audit = The watchman cannot look: { $error }. Until this is over nothing is watched. If it does not end by itself, restart the bot, and report it.
operator-audit-mended = The watchman looks again.
operator-timer = A timer failed three times and is parked: { $error }
operator-parked = Update { $row } ({ $kind }, { $time }) could not be handled and is parked: { $error }. Nothing of it is lost; see docs/run/operations.md.
operator-card = Card { $card } ({ $subject }) cannot be drawn: a defect. Please report it.
operator-rejected = Telegram refused a message of ours: { $error }
operator-stuck = Telegram fails over one message again and again: { $error }. Trying on; later messages pass it.
operator-more = There is more of this kind ({ $kind }). Until the next hour it is in the log only; dabyl parked lists what is parked.
operator-clock = The clock of this machine went back by { $minutes } minutes. What was set for later comes earlier by as much. Please look after its time service.
operator-jumped = The clock of this machine went ahead by { $minutes } minutes. What was set for later comes at once. If the time is wrong now, please look after its time service.
operator-jumped-far = The clock of this machine went ahead by { $minutes } minutes. What was set for later comes at once. If the time is wrong now, please look after its time service at once: for three days nothing is deleted by its age, then it is.
operator-absent = By this machine's clock the last run of the bot was alive on { $since }. If it is the clock that is wrong, please look after its time service at once: for three days nothing is deleted by its age, then it is.
operator-older = The database is older than the one this bot last wrote. It ends at { $ends }; the bot had worked until { $until } at least. What was reported between is not in it (1970: it is empty). The bot goes on. If this was no restoring of a backup, stop it now and keep dabyl.db and dabyl.db-wal; see docs/run/operations.md. Tell the coordinators from when to when.
operator-chain = The timeline of case { $code } was changed or cut from outside the program. The first line that does not fit: number { $line } ({ $kind }, { $time }). Keep the database as it is and see docs/run/security.md; dabyl audit show "{ $code }" prints the lines.
operator-owner = The member who has case { $code } got it by no line of its timeline: it was changed from outside the program. Keep the database as it is and see docs/run/security.md; dabyl audit show "{ $code }" prints the lines.
operator-lines = Lines are missing in the timelines: { $count }. They were cut off from outside the program, or an older database was put back. Keep the database as it is and see docs/run/security.md.
operator-no-lines = Case { $code } has no line of its history any more, not even its first: they were deleted from outside the program. Keep the database as it is and see docs/run/security.md.
operator-evidence = { $code ->
    [none] Outside of any case: what
   *[other] Case { $code }: what
} was written is not what stands there now ({ $table }, { $what ->
    [changed] changed
    [missing] missing
    [added] added
   *[uncovered] in no line
}: { $count }). It was done from outside the program. Keep the database as it is and see docs/run/security.md.
operator-lines-unnoted = The count of lines beside the database is gone (the file that ends in .lines); there are { $count } lines. If somebody removed it, lines may be missing too: keep the database as it is, and compare the lines of the days with those that partners have (dabyl witness). If the database was copied here without it: dabyl audit verify --note.
operator-day-line = The line of { $day } does not fit what is written of the cases until then: something was changed, added or deleted from outside the program, or an older database was put back. Keep the database as it is and see docs/run/security.md; dabyl witness compares the lines that partners have.
operator-channel = A digest channel cannot be reached: { $language }. The other channels get theirs. Make the bot an administrator there again, or correct its id in the configuration. Until then the next digests are tried there too, and you hear no more of it from here. dabyl digest prints what was not posted.
operator-partner = The line of the day cannot be posted in { $chat }, which the configuration names among digest.partners. Make the bot a member there again, or correct its id. Tomorrow it is tried again.
operator-nobody-to-ask = Nobody is left to ask about case { $code }: the last step of the escalation is empty. Please check the roster.
operator-no-coordinators = No coordinator can be reached about case { $code }. Please check the roster and call them.
operator-hidden-member = A member hid their chat, and no coordinator can be reached who would call them. dabyl roster list shows who it is. Call; if the phone is with its owner: dabyl roster unhide NAME.
operator-unread = Messages that the bot did not understand or that were left, and no coordinator has read: { $count }. They are erased unread after eight days. Please call the coordinators.
operator-draft-lines = What coordinators did with words that are no case was changed from outside, { $count ->
    [one] of { $count } draft.
   *[other] of { $count } drafts.
}
operator-codes = Receipt codes are being guessed: { $count } wrong ones within an hour, from all chats together. Until { $time } no code is answered; people with a right one still reach their case. The coordinators know. If it happens again, tell the maintainers.
operator-address = Somebody changed the database by hand: a chat was led to another person's place. What is written there is not acted upon. Run dabyl check; dabyl roster import mends members. Find out who can write the database.

# The lines of a case's timeline, for coordinators.
history-head = What was done about { $code }:
history-broken = ⚠️ This history has been changed or cut from outside. Tell the administrators.
line-opened = opened
line-offered = asked
line-unreachable = cannot be reached
line-undelivered = not delivered by { $from } in two minutes{ $to ->
    [none] {""}
   *[other] ; asked on { $to } too
} · the next are asked
line-asked-elsewhere = { $from } cannot bring it · asked on { $to }
line-declined = declined
line-reason = why declined: { $why }
line-found-nobody = nobody has accepted so far
line-asked-anew = more urgent or elsewhere: asked anew
line-lawyers-wanted = lawyers are to be asked
line-accepted = accepted
line-contacted = contacted
line-on-my-way = on the way
line-at-station = at the station
line-no-first-action = accepted, then nothing: offered again
line-given-back = given back
line-taken-away = offered to others by a coordinator
line-owner-suspended = the owner was suspended: offered again
line-closed = closed: { $why }
line-reopened = opened again
line-viewed = read, because: { $why }
line-read-before = read before it was a case, { $why }
line-answered-before = answered before it was a case, { $why }
line-read-notes = read what a member wrote
line-listened = listened to what was spoken
line-compared = on a list that was read
line-coded = coded: { $why }
line-asked-back = wrote to the reporter
line-noted = wrote a note
line-placed = place: { $why }
line-still-held = called back: not over
line-says-over = the reporter says that it is over
line-says-not-over = the reporter says that it is not over
line-says-some-out = the reporter says that some are out, and others are held
line-says-false = the reporter says that it was a false alarm
line-reporter-finished = the reporter has finished
line-reporter-called-off = the reporter calls it off
line-reporter-cancelled = the reporter cancelled
line-called-back = somebody who asks for a person was called back
line-muted = the reporter gets no answers for 24 h
line-unmuted = the reporter is answered again
line-hidden = the reporter hid the chat: the phone is being taken
line-silence = the code opens the hidden chat: { $why }
line-hidden-after = the chat was hidden after closing, as its reporter wanted
line-answered-again = the hidden chat is answered again
line-moved = moved to another phone by the code
line-by-code = its code was written on another phone, not proved

# What members ask about their work.
member-decline = Nothing: the next lawyers are asked at once. You may give a reason, but need not.
member-others = We do not say who else is asked. Lawyers on duty nearby are asked, and who takes it first has it.
member-family = The reporter reads here that a lawyer has taken it, is on the way and at the station, without your name, if they allowed us to write. Nobody else of the family is told by us.
member-close = On the card of the case (/case): “{ button-close }”, and then how it ended; “{ button-released }” if the person is out.
member-handover = On the card (/case): “{ button-hand-over }” offers it to colleagues and it stays yours until one takes it; “{ button-back }” gives it up at once, and others are asked.
member-pay = About pay and expenses nothing is settled through the bot: please ask a coordinator.
member-reporter = Write here what they should read, then “{ button-relay }”: it goes without your name and number. A number, if they left one, stands on the card: /case.
member-station = What is known of the place stands on the card: /case. If it is not there, write the question to the reporter here, then “{ button-relay }”.
member-second = Yes: “{ button-second-yes }” on the card (/case), then a second lawyer is looked for. We cannot promise that there is one.
member-papers = /paper and the code of the case, or “{ button-papers }” on its card: complaints, motions and other papers are made out of the case.
member-duty = /duty shows until when you are on duty and what comes next; there you can also go off.
member-seen = No: the reporter and the family read only that a lawyer has the case and how far it is, never your name or number. Coordinators see both.
member-undo = A step of the visit has “{ button-unsaid }” below it; a case that you took is given up by “{ button-back }” on its card (/case). If neither helps, write what is wrong: coordinators read it.
member-cases = /cases shows your cases and offers, /case the open ones with their cards.
member-what = All that is known, and from whom, stands on the card of a case that you have: /case. Before it is taken an offer shows only what happened and where.
member-arrived = On the card (/case): “{ button-on-my-way }”, “{ button-at-station }”, then whether you were let in: “{ button-refused }”. Words do as well: “at the door”, “not let in”. A refusal reaches the coordinators at once, and the complaint can be made from it.
member-coordinator = Coordinators see what you write here while you have a case; which of them is on duty we do not name here.
member-deadline = The hours that run stand on the card: /case. If the time of the detention is wrong there, write the right one; /law shows the terms.
member-asked = If this is for the reporter, “{ button-relay }” below sends it on. Coordinators can read it among the notes of the case.
member-no-step-due = no first step is due now.
member-no-hearing = no hearing is known. Write it here when you know it.
member-oncall = Lawyers on duty within 12 hours{ $place ->
    [none] { "" }
   *[other] , { $place }
}: { $count }
member-nobody = Where nobody is on duty, lawyers of the regions next to it are asked at once, coordinators after { $coordinators } minutes, the list for emergencies after { $listed }. Gaps in the duty are told a day and a week ahead.
member-unjoin = Open the joined case: /case. Below it stands “Undo” with its source or code: then each is a case of its own again, with its own words.
member-untaken = Without a lawyer: { $count }
member-unasked = Lawyers are not asked about a record (over, a summons, nobody held), nor while no place is known. Who was asked and when stands under “{ button-history }” on the card.
member-were-asked = { $count ->
    [0] nobody on duty was found yet
    [one] { $count } was asked
   *[other] { $count } were asked
}
member-unplaced = no place is known, so no lawyer could be chosen
member-no-place = place not known
member-verify = Tell them nothing, not even whether a name is known to us. Ask what only the family knows, and call back the number that the reporter left. What you found out: “{ button-verify }” on the card. Who has the code of the report may write with it.
member-article = Right to a lawyer: { $articles ->
    [none] no article is written down for today
   *[other] { $articles }
}.{ $checked ->
    [yes] { "" }
   *[no] { " " }Unverified: no lawyer has checked it, read it before you quote it.
} Terms: /law; after a refusal: “{ button-papers-refused }”.
button-was-note = It was a note for the case
operator-papers-added = Papers stand in no line: { $count } ({ $codes ->
    [none] of no case
   *[other] cases { $codes }
}). If the database is older than 1 December 2026, that is all there is to it: papers were not covered then. Otherwise they were added from outside the program: keep the database as it is and see docs/run/security.md.
