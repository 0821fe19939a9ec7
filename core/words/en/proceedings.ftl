# What courts and investigators do in a case, written down by whoever has it.

button-proceedings = ⚖️ Proceedings
proceedings-card = Proceedings:
proceedings-head = ⚖️ Proceedings · { $code }
proceedings-none = Nothing is written down yet. Several can run at the same time.
proceedings-sort = { $code }: which proceedings?
proceedings-whom = { $code }: about whom?
proceedings-all = all of them
proceedings-opened = Written down: { $time }
proceedings-ended = ended
proceedings-part = part { $part }
proceedings-regime = Detention: { $value }
proceedings-which-regime = What sort of detention is it? By this the law's hours differ.
proceedings-article = Under which article? Choose it, or type any other.
proceedings-step = What happened? Then its time is asked.
proceedings-result = How did the appeal end?
button-new-proceeding = ➕ New
button-all-proceedings = ‹ All proceedings
button-earlier = Earlier ones ›
button-proceeding = ‹ These proceedings
button-new-hearing = ➕ Hearing
button-step = Something happened
button-article = Article
button-article-typed = Type it
button-regime = Sort of detention
button-proceedings-ended = Ended
button-goes-on = They go on

sort-administrative = administrative
sort-criminal = criminal
sort-victim = as a victim of ill-treatment
sort-other = other

regime-administrative = an offence without arrest
regime-arrestable = an offence with administrative arrest
regime-border = border, migration, customs, protected object
regime-criminal = criminal
regime-criminal-grave = criminal, one of the gravest cases

# Also behind "wrote down:" in the history.
step-charged = charged or named a suspect
step-in-court = brought before the court
step-remand = remand order announced
step-ruling = ruling announced
step-ruling-copy = copy of the ruling handed over
step-appeal-filed = appeal filed
step-complaint-filed = complaint filed
step-motion-filed = motion filed
step-result = appeal decided
step-proceeding = proceedings
step-hearing = a hearing
step-regime = the sort of detention
step-undertaking = a non-disclosure undertaking
result-upheld = left as it was
result-changed = changed
result-quashed = quashed
result-returned = sent back for a new hearing

button-hearing = The hearing
button-hearing-moved = It moved
button-hearing-off = Cancelled
hearing-off = cancelled
hearing-was = Before: { $times }
hearing-outcome-which = What came of it?
hearing-outcome-other = Was it something else? Choose it.
hearing-arrest = arrest
hearing-fine = fine
hearing-warning = warning
hearing-remand = remand
hearing-house-arrest = house arrest
hearing-acquitted = not guilty
hearing-released = released
hearing-adjourned = adjourned
hearing-word = hearing
hearing-reminder-evening = 📅 { $code }: a hearing tomorrow.
    { $line }
hearing-reminder-hour = 📅 { $code }: a hearing in an hour.
    { $line }
hearing-reminder-outcome = 📅 { $code }: what came of the hearing?
    { $line }
hearing-unowned-evening = 📅 { $code }: a hearing tomorrow, { $time }, and nobody who has the case can be reached.
hearing-unowned-hour = 📅 { $code }: a hearing in an hour, { $time }, and nobody who has the case can be reached.
hearing-unowned-outcome = 📅 { $code }: the hearing of { $time } is over, and nobody who has the case can be reached. What came of it?

# The form.
proceeding-article = Which article, and of which law?
proceeding-article-help = For example: 488 CAO
proceeding-article-required = Which article? Without it nothing can be written down.
proceeding-article-short = Article
proceeding-part = Which part of the article?
proceeding-part-help = For example: 6
proceeding-part-short = Part
proceeding-when = When is the hearing?
proceeding-when-help = For example: 19.09 10:00. One in the past is kept as history.
proceeding-when-short = Time
proceeding-when-required = The time is needed: a day at least.
proceeding-court = Which court, which room?
proceeding-court-short = Court
proceeding-judge = Which judge?
proceeding-judge-short = Judge
proceeding-subject = What is decided?
proceeding-subject-short = Subject
proceeding-moment = When was it?
proceeding-moment-help = Type it as finely as you know: 17.09 14:20
proceeding-moment-required = The time is needed: a day at least.
proceeding-moment-short = Time
proceeding-moment-now = Now
proceeding-moment-today = Today
proceeding-moment-yesterday = Yesterday
proceeding-measure = How much?
proceeding-measure-help = For example: 10 days; 50 MCI
proceeding-measure-short = How much
proceeding-review = All is written down.
proceeding-taken-back = Taken back: nothing of it is written down.
proceeding-cancelled = Left: nothing more is written down.
line-proceeding-void = took back: { $why }
line-proceeding = wrote down: { $why }
timer-hearing = A hearing: a reminder, or what came of it
timer-typing-left = A hearing that was left half typed

# A promise not to disclose (of the person, or of counsel), which an investigator takes.
button-undertaking = 🤐 Non-disclosure
undertaking-sure = { $code }: was an undertaking not to disclose taken from anybody? From then on no name of this case goes into a digest or a letter, whatever was permitted, until a coordinator decides.
button-undertaking-yes = Yes, it was taken
button-undertaking-no = No, that was a mistake
undertaking-noted = { $code }: noted. The names stay here; a coordinator is asked to decide.
undertaking-not = { $code }: noted, you say that none was taken.
undertaking-stands = 🤐 A non-disclosure undertaking was taken: names go nowhere until a coordinator decides.
case-undertaking = 🤐 Non-disclosure undertaking ({ $value }): { $may ->
    [free] names may be used, as far as they are permitted
   *[blocked] names go nowhere until a coordinator decides
}
consents-undertaking-free = Names may be used despite the undertaking
consents-undertaking-blocked = No names, because of the undertaking
ask-undertaking = 🤐 An undertaking not to disclose was taken. No name of this case is used anywhere until you decide under "{ button-consents }".

# /case: by code, name, station.
search-own = Your open cases: { $count }. To find one: /case with its code, a name, a station or a day.
search-none-own = You have no open case. To find one: /case with its code, a name, a station or a day.
search-found = Found: { $count }
search-more = … and { $count } more. Write it more exactly.
search-nothing = Nothing found among the cases that are yours to see. A code is six digits, such as 483-170, as on the card; a name, a station or a day (17.09, yesterday) works too.

# A pin, drawn by the messenger.
button-pin = 📍 On a map
pin-none = No place was shared in this case.
hearing-told = { $code }: noted. { $hearing }
button-hearing-right = ✅ Right
button-hearing-other = Another time
hearing-not-told = { $code }: taken back. Your words stay a note.

# What reporters tell of court, and the end of an arrest.
offer-hearing = ⚖️ Hearing: { $time }{ $perhaps ->
    [yes] { " " }(perhaps)
   *[no] { "" }
}
offer-no-lawyer = ⚖️ They say that there is no lawyer for the court
hearing-told-only = told by the reporter, not confirmed
hearing-told-otherwise = The reporter writes since: { $time }
hearing-arrest-days = { $days ->
    [one] arrest, { $days } day
   *[other] arrest, { $days } days
}
button-hearing-confirm = ✅ That is right
ruling-told = ❔ The reporter writes that the court has decided: { $what }. Until you confirm it, the hours of the police go on; they may have ended.
ruling-asked = ⚖️ { $code }: the reporter writes that the court has decided: { $what }. Is that right?
ruling-asked-unowned = ⚖️ { $code }: the reporter writes what the court has decided, and nobody has the case. Open it and confirm it, or not.
button-ruling-right = ✅ { $what }: right
button-ruling-wrong = Not so
ruling-confirmed = { $code }: noted, { $what }.
ruling-not-so = { $code }: taken out, nothing follows from it.
ruling-settled = This has been answered already.
ruling-noted = { $code }: noted, the court has decided: { $what }. Is that right?
arrest-term = 📆 { $perhaps ->
    [yes] Perhaps, nobody has confirmed it: an
   *[no] The
} arrest of { $days ->
    [one] { $days } day
   *[other] { $days } days
} ends { $first }{ $counted ->
    [said] { "" }
    [started] , counted from the detention
   *[other] , counted from the ruling
}{ $last ->
    [none] .
   *[other] ; counted from the ruling { $last }.
}{ $checked ->
    [yes] { "" }
   *[no] { " " }How the days are counted no lawyer has checked (unverified).
}
release-day-noted = { $code }: noted, to be free on { $day }. Nothing is closed.
arrest-tomorrow = { $code }: the arrest ends tomorrow.
    { $term }
arrest-promised-day = { $code }: today is the day of which you wrote that they are to be free. Are they out?
arrest-unowned-promised-day = { $code }: today is the day on which somebody is to be free, as the last lawyer wrote. Nobody has the case: please call.
arrest-today = { $code }: the arrest ends today. Is he or she out?
    { $term }
arrest-unowned-tomorrow = 📆 { $code }: an arrest ends tomorrow, and nobody who has the case can be reached.
arrest-unowned-today = 📆 { $code }: an arrest ends today, and nobody who has the case can be reached. Is he or she out?
arrest-family = The court: arrest, { $days ->
    [one] { $days } day
   *[other] { $days } days
}. It ends { $first }{ $last ->
    [none] .
   *[other] { " " }or { $last }, by how the days are counted.
} Only a lawyer can say it exactly. We ask on that day.
arrest-family-today = The { $days ->
    [one] { $days } day
   *[other] { $days } days
} end today{ $last ->
    [none] .
   *[other] { " " }or { $last }, by how the days are counted.
} Is he or she out?
report-hearing-noted = ⚖️ Noted: hearing { $when }{ $before ->
    [none] { "" }
   *[other] { " " }instead of { $before }
}{ $court ->
    [none] .
   *[other] , { $court }.
} If it is another time, just write it.
report-ruling-noted = ⚖️ Noted, as you write: { $what }. { $to ->
    [lawyer] The lawyer who has the case is asked whether that is right.
   *[other] A coordinator is asked whether that is right.
}
asked-release-known = The court: arrest, { $days ->
    [one] { $days } day
   *[other] { $days } days
}. It ends { $first }{ $last ->
    [none] .
   *[other] { " " }or { $last }, by how the days are counted.
} Only a lawyer can say it exactly.
asked-release-told = You wrote: { $what }. If that is right, the days end { $first }{ $last ->
    [none] .
   *[other] { " " }or { $last }, by how they are counted.
} Only a lawyer can say it exactly.
hearing-added = { $code }: added. { $hearing }
timer-near-hearing = A hearing is a day away and no lawyer is asked yet
timer-end-of-arrest = The end of an arrest: a reminder
button-hearing-both = Both stand
hearing-both = { $code }: both stand: { $hearing }; { $before }
clock-may-have-ended = a court may have decided already: nobody of ours has confirmed it
interrogation-soon = { $code }: interrogation at { $time }.
timer-interrogation = An interrogation: a reminder
