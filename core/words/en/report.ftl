# The detention report, the first screen, and what a reporter is told.

start-hello = Is somebody held, or missing? Write what happened and where, or choose: we contact a lawyer at once. This is a bot of { $organisation }.
start-member =
    You are on the roster of { $organisation }: alerts come to this chat, and make a sound only when somebody is waiting for you.
    /cases – what is open. /report – report something yourself.
    /help – everything that you can do here.
seen-by = Telegram can see and keep this chat. With us it is encrypted: names and phone numbers are seen only by the lawyer who takes the case, and by a coordinator if needed.
seen-by-sealed = This chat can be read on your phone and by us, not by the messenger on its way. With us it is encrypted: names and phone numbers are seen only by the lawyer who takes the case, and by a coordinator if needed.
start-sees = Who sees what. { seen-by } If your phone may be taken, choose "{ report-hide }".
start-sees-sealed = Who sees what. { seen-by-sealed } If your phone may be taken, choose "{ report-hide }".
button-sees = Who will see this?
button-sos = 🆘 SOS: I need help now
sos-where = SOS. Send your location, or write the city; any word will do. If nothing comes, a coordinator is told in half a minute.
sos-again = We have your SOS: it is the same report, marked as urgent. If you are somewhere else now, write where.

language-asked = Which language shall we use?
language-kk = Қазақша
language-ru = Русский
language-en = English
language-set = We will continue in English.

help =
    To report a detention, write what happened and in which city, or /report.
    /status: how it stands
    /language: another language
    /practice: try all of it out; nothing real happens
    /back, /skip, /cancel: back, skip, cancel
    If you have a code, just write it.
    /hide: the phone is being taken. The bot deletes the messages and writes nothing more here. Those of your own words that stay, and the chat itself: delete them by hand.
    /settings: how long it stays so, and whether the chat is emptied after closing

hotline = Hotline: { $number }
bland = Thank you. The message has been received.
failed = Something broke on our side. Your words are kept and a person will look at them. If it is urgent, please call.

reader-asked = A coordinator will read this. Is somebody being held or not let out now?
reader-me = Me
reader-other = Somebody else
reader-question = No, a question
reader-noted = A coordinator will read this and may answer here. If somebody is held or not let out after all, choose who.
reader-passed = Passed on to the coordinator.
relay-answer = A coordinator answers what you wrote{ $spoken }:
    «{ $words }»
    You can answer here.

draft-offered = You have an unfinished message. Go on with it?
draft-continue = Go on
draft-drop = Delete it
draft-dropped = Deleted.
draft-gone = That message is no longer here. To start again, just write.

report-situation = What is happening, and to whom?
report-situation-help = Choose, or write in your own words: who, where, when.
report-situation-required = This is needed to find a lawyer. If you are not sure, choose "It is someone else".
report-situation-again = What has happened? One word is enough.
report-situation-short = What happened
report-situation-me = It is me
report-situation-other = It is someone else
report-situation-blocked = Kept from leaving, or stopped on the way
report-situation-missing = I cannot find someone
report-situation-trial = A trial or case, nobody held
report-situation-over = It is over
report-situation-saw = Being followed or watched, nobody held
report-situation-summons = Called for a talk or an interrogation

report-place = { $situation ->
    [missing] In which city was the person last seen?
   *[other] In which city is it?
}
report-place-help = Choose a city, type it, or send your location.
report-place-required = We need the city to find a lawyer. If you do not know it, just answer "I don't know".
report-place-again = Write at least the city or the district: without it no lawyer can be found.
report-place-short = City
report-place-unknown = I do not know where

report-appointment = For which day and hour are they called?
report-appointment-help = As the summons says, for example 28.11 at 10:00.
report-appointment-again = Just the day?
report-appointment-short = When to come
report-appointment-unknown = I do not know

report-where = { $situation ->
    [missing] Where exactly was the person last seen?
    [summons] Where are they called to?
   *[other] Where exactly?
}
report-where-help = Street, building, what is near. You can also send a point on the map.
report-where-again = Which street, or what is near?
report-where-short = Place

report-who = { $situation ->
    [me] What is your name? Is anybody with you?
    [missing] Whom are you looking for?
    [blocked] Who is kept from leaving, or was stopped?
    [saw] Who was followed?
    [summons] Who is called?
   *[other] Who was detained?
}
report-who-help = Names, each on its own line, or how many people. Only the lawyer who takes the case sees the names, and a coordinator if needed.
report-who-again = If you can, write a name or how many people.
report-who-short = Who
report-who-one = { $situation ->
    [me] Only me
   *[other] One person
}
report-who-two = Two
report-who-three = Three
report-who-several = Several
report-who-unknown = I do not know how many
report-who-withheld = I do not want to name

report-accused = Whose case is it?
report-accused-help = A name or names, each on its own line. If there is a case and no name in it, just say so.
report-accused-again = If you can, write a name.
report-accused-short = Whose case
report-accused-nobody = Nobody is named
report-accused-unknown = I do not know
report-accused-withheld = I do not want to name

report-proceedings = { $situation ->
    [summons] Who calls them, and as whom: a witness, a suspect?
   *[other] What kind of case is it, and where does it stand?
}
report-proceedings-help = Article, court, day of the hearing or decision: what you know, in your own words.
report-proceedings-again = { $situation ->
    [summons] Who calls them?
   *[other] Which court, or which article?
}
report-proceedings-short = Case

report-watched = Who was watching, and how?
report-watched-help = People, cars, plates, what they did: in your own words.
report-watched-again = Who was watching? A few words will do.
report-watched-short = Who watched

report-when = { $situation ->
    [missing] When was the person last seen?
    [saw] When was it?
    [over] When was it?
   *[other] When did it start?
}
report-when-help = You can write "yesterday at 7 am" or "18.09 at 14:30".
report-when-again = About when?
report-when-short = When
report-when-now = Just now
report-when-hour = Within the last hour
report-when-morning = This morning
report-when-today = Today
report-when-yesterday = Yesterday
report-when-unknown = I do not know when

report-ongoing = { $situation ->
    [blocked] Are they still being kept?
    [missing] Is the person still missing?
   *[other] Are they still held?
}
report-ongoing-again = { $situation ->
    [missing] Still not found?
   *[other] Are they still there?
}
report-ongoing-short = Still going on
report-ongoing-yes = Yes, still going on
report-ongoing-no = No, it has ended
report-ongoing-unknown = I do not know

report-taken = { $situation ->
    [me] Where are you being taken, or where are you now?
   *[other] Where were they taken?
}
report-taken-help = Police station, address, whatever you know. If you do not know, skip it.
report-taken-again = Where were they taken, if you know?
report-taken-short = Taken to

report-contact = { $situation ->
    [me] Who can we call? A relative is best: your phone may be taken.
   *[other] Who can we call?
}
report-contact-help = Type a number, send your own or another person's contact.
report-contact-again = A number that we can call?
report-contact-short = Phone
report-contact-no = Nobody

report-urgent = Is anything urgent? Mark all that is true.
report-urgent-again = Is anybody hurt, ill, or a child?
report-urgent-short = Urgent
report-urgent-minor = Under 18
report-urgent-injured = Injured or beaten
report-urgent-medicine = Needs medicine
report-urgent-pregnant = Pregnant
report-urgent-elderly = Elderly
report-urgent-alone = All alone
report-urgent-children = Children left without them
report-urgent-phone = Phone is about to be taken
report-urgent-raid = The door is being broken in
report-urgent-journalist = Journalist
report-urgent-defender = Human rights defender
report-urgent-sos = Calls for help (SOS)
report-urgent-worse = It got worse

report-link = Who are you to this person?
report-link-again = Who are you to this person?
report-link-short = Who you are
report-link-self = I am this person
report-link-witness = Witness
report-link-relative = Relative
report-link-colleague = Colleague, employer
report-link-lawyer = Lawyer
report-link-other = Other

report-files = Is there a photo, video, document or voice message?
report-files-help = Send it here. Please no pictures in which other people's faces can be seen.
report-files-again = A photo, video or voice, if there is one.
report-files-short = Files

report-news = News comes here by itself, with a sound. If somebody may look into your phone, better say no.
report-consent = May we write news to you here?
report-consent-version = 1
report-consent-help = If somebody may look into your phone, better say no: you already have the code.
report-consent-again = May we write to you here?
report-consent-short = Write here
report-consent-yes = Yes, you may
report-consent-no = No, do not write

report-review = Please check. To correct something, choose its line.
report-hide = Phone is being taken
hide-stays = What you wrote here earlier is still there (the last of it: { $time }). The bot cannot delete it: please delete it yourself, or delete the whole chat.
hide-offered = Received. Is it this phone that is being taken? Then choose that here: the chat is cleared. Write on in any case, people read it. No news comes here for now.
button-hide-mine = It is my phone: hide this chat

# Hidden by wish: after closing, and how long.
hide-later-asked = Shall this chat be emptied in six hours, so that nothing of it stays on the phone?
button-later-hides = Yes, empty it
button-later-stays = No, leave it
hide-later-hides = { $when ->
    [soon] In six hours this chat is emptied, unless a new report is begun.
   *[later] Six hours after your report is closed this chat is emptied.
} Then it only answers “received”, whatever is written; your code opens it again. Those of your own words that stay, and the chat itself, only you can delete.
hide-later-stays = The chat stays as it is. To change that: /settings
settings-hiding =
    If your phone is being taken («{ report-hide }» or /hide), this chat is emptied and then answers everything with “received”. Your code opens it here again { $returns }.
    When all of yours is closed, the chat { $after ->
        [hides] is emptied six hours later
       *[other] stays as it is
    }.
settings-hours = After 6 hours
settings-day = After 1 day
settings-elsewhere = Only after another phone
settings-hides = Empty it when closed
settings-stays = Leave it when closed
settings-unknown = There is no such setting. Write /settings and choose, or for example: /settings after 1 day
settings-member = If you hide this chat, a coordinator brings you back after a call. Here is the rest:
button-settings = How the chat is hidden
returns-hours = after six hours
returns-day = after one day
returns-elsewhere = only once the report was brought to another phone by the code

report-opened =
    { $asked ->
        [coordinator] Received; we are telling a coordinator now. We cannot promise when one answers.
        [nobody] Received and kept. Right now we cannot reach anybody here; we keep trying. If you can, please call.
       *[lawyers] Received. We are looking for a lawyer: those on duty know. We cannot promise who answers, or when.
    }
    Your code: { $code }. With it you can write to us from any phone.
report-of-client = You are not asked about what you report yourself: others are. If you go yourself, take it here.
button-take-own = I take it myself
report-kept =
    Noted, the coordinators will see it. We do not contact lawyers now: nobody is held. If a lawyer is needed by a certain hour, write when. If somebody is being held, tell us.
    Your code: { $code }. With it you can write to us from any phone.
report-summons =
    Noted; a coordinator looks at it in working hours. It is better not to go alone: you may bring a lawyer, and ask for the summons in writing.
    If they do not let you leave, write here at once: then we contact lawyers.
    Your code: { $code }. With it you can write to us from any phone.
report-alarm = Understood, this is urgent. We are contacting lawyers.
report-voice =
    We have what you sent. A coordinator listens to it or looks at it first; lawyers come next. If you can, write what happened and in which city: then we contact lawyers at once.
    Your code: { $code }. With it you can write to us from any phone.
report-without-place =
    It has arrived; a coordinator sees it now. Write the city or the district if you can: then we contact lawyers at once.
    Your code: { $code }. With it you can write to us from any phone.
report-unread =
    It has arrived; a coordinator reads it now. If somebody is held, write who and where: then we contact lawyers at once.
    Your code: { $code }. With it you can write to us from any phone.
report-finished = Thank you, everything is noted. If you learn something new, just write it here.
report-cancelled = Stopped; no lawyer was contacted. To start again, just write.
arrived = Your words have arrived.
report-joined = Added to your report.
report-passed-on = { $to ->
    [lawyer] { $coordinators ->
        [yes] Passed on to the lawyer and to the coordinators.
       *[no] Passed on to the lawyer.
    }
    [lawyers] { $coordinators ->
        [yes] Passed on: we are contacting lawyers again, as urgent, and the coordinators know.
       *[no] Passed on: we are contacting lawyers again, as urgent.
    }
   *[nobody] Passed on to the coordinators.
}
report-money = Do not pay in a hurry. A person looks at this now.
quiet-noted = From now on nothing makes a sound in this chat. Look here yourself from time to time.
report-corrected = Corrected.
report-which = Which of your reports is this about?
report-which-new = This is a new one
another-which = You have named another place: { $place }. Is this another case? A coordinator reads it meanwhile.
button-another = Yes, another
button-same = No, the same
another-same = Noted: it is the same case.
report-which-closed = That report has been closed meanwhile, so this is a new one.
after-closed = Your report is closed: { $how }. Your words are kept{ $read ->
    [yes] , and a coordinator reads them
   *[no] {""}
}. If something is happening now, write what and in which city.

report-cancel = { $situation ->
    [trial] The coordinators already have this. What happened?
    [over] The coordinators already have this. What happened?
    [saw] The coordinators already have this. What happened?
    [summons] The coordinators already have this. What happened?
   *[other] Lawyers have already been contacted. What happened?
}
report-cancel-again = Is it over, or was it a false alarm? If neither, "{ report-cancel-stay }".
report-cancel-short = Cancel
report-cancel-false = It was a false alarm
report-cancel-over = It is over
report-cancel-stay = Go on
report-cancel-noted = A coordinator has been told and may call back. Nothing was deleted.
report-own-lawyer-asked = Noted that there is a lawyer of your own: a coordinator hears of it. { $waits ->
    [yes] Until they have called back we contact nobody else.
   *[no] We go on asking lawyers.
} Is your lawyer with them already?
counsel-there = Yes, already there
counsel-not-there = No, go on asking
report-own-lawyer-on = Noted. We go on asking lawyers.
report-over-noted = Noted: it is over. A coordinator may call back. If it is not over, write here.
report-own-lawyer = Noted that you have a lawyer: a coordinator looks at it, and meanwhile we contact nobody else. If you need one after all, tell us.

# What happens now, on the reporter's card.
card-draft = Telegram may keep this chat. With us names and numbers are seen only by the lawyer who takes the case, and by a coordinator if needed.
card-draft-sealed = The messenger cannot read this chat, but whoever holds your phone can. With us names and numbers are seen only by the lawyer who takes the case, and by a coordinator if needed.
card-asked = { $asked ->
    [one] { $asked } lawyer contacted, waiting for an answer.
   *[other] { $asked } lawyers contacted, waiting for an answer.
}
card-kept = The coordinators see this.
card-nobody = Nobody here can be reached right now; we keep trying. If you can, please call.
card-accepted = A lawyer is on it.
card-station = The lawyer is at the station.
card-closed = Closed: { $how }.

button-unreadable = I do not read this
unreadable-noted = Noted: a coordinator looks for somebody who speaks with you. Write here in your own language.
relay-message = { $role ->
    [coordinator] A coordinator asks about your report{ $spoken }:
   *[other] A lawyer asks about your report{ $spoken }:
}
    «{ $words }»
    Just write the answer here.

# Said to be out, in an open case.
out-asked = { $well ->
    [yes] Noted. The case stays open. Is everybody out?
   *[no] Noted. The case stays open. Are all of them out?
}
out-asked-who = Noted. The case stays open. Who is free?
out-all = All are out
out-some = Not all
out-none = No
out-typed-all = all, all of them, all are out, everybody, everyone, everyone is out
out-typed-some = not all, not everybody, not everyone, some, only some
out-all-noted = Noted that all are out: a coordinator looks at it. Nothing was deleted. If it is not so, write it here.

    Are they well?
out-well = Well
out-hurt = Hurt or ill
out-well-noted = Good. Thank you for writing.
out-hurt-noted = Passed on to the coordinators. Write what they need; if it is urgent, call an ambulance.
out-goes-on = Noted: it goes on. The lawyer, if there is one, and coordinators hear it now.
out-none-noted = Nothing has changed: everything goes on as before.
out-some-noted = Noted. Everything goes on for those who are held.
kept-who = Who is still held?
kept-who-help = Names, each on its own line, or how many.
kept-who-again = If you can, write a name or how many.
kept-who-required = Write a name or how many; or say that you do not know.
kept-who-short = Still held
kept-who-unknown = I do not know
