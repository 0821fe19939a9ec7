# Legal clocks: on cards, when they warn, and the law itself for members.

clock-span = { $days ->
    [0] { $hours ->
        [0] { $minutes } min
       *[other] { $hours } h { $minutes } min
    }
   *[other] { $days } d { $hours } h
}
clock-hours = { $count } h
clock-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
clock-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
clock-left = ⏳ { $span } left, until { $time }: { $what }
clock-over = ❗ Overrun by { $span } since { $time }: { $what }
clock-was-over = ❗ Was overrun by { $span } (from { $time }): { $what }
clock-over-perhaps = ❗ Perhaps overrun by { $span } since { $time }: { $what }
clock-was-over-perhaps = ❗ Was perhaps overrun by { $span } (from { $time }): { $what }
clock-more = ❗ and { $count } more
clock-stopped = ✔️ Stopped before its end: { $what }
clock-ask = ❓ Since { $time } it must have happened; ask for the paper: { $what }
clock-just-over = ❗ The term ended { $time }: { $what }
clock-just-over-perhaps = ❗ Perhaps the term ended { $time }: { $what }
clock-term = 📅 The term has been over since { $time }: { $what }
clock-counts = ⏳ { $span } since { $time }: { $what }
clock-unverified = { $what } (unverified)
clock-from = from { $time }: { $start }
clock-from-started = freedom really restricted
clock-from-delivered = brought to the station
clock-from-protocol = the record was written
clock-from-ruling = the ruling was announced
clock-from-ruling-copy = the copy of the ruling was handed over
clock-from-remand = the remand order was announced
clock-from-charged = charged
clock-from-in-court = brought before the court
clock-from-appeal-filed = the appeal was filed
clock-from-complaint-filed = the complaint was filed
clock-from-motion-filed = the motion was filed
clock-from-transferred = taken elsewhere
clock-from-released-at = released
clock-from-complaint-answered = a complaint was answered or refused, or no answer came
clock-from-court-complaint-filed = the complaint to the court was sent
clock-from-first-said = we were first told
clock-start-unknown = not known: { $what }
clock-doubt-regime = the sort of detention is not known
clock-doubt-age = if a minor: the age is not known
clock-doubt-law = the law is not clear here
clock-doubt-start = the start was only read from words
clock-one-person = about one person
clock-backwards = ⚠️ { $stop }, { $before }: that is before { $after } ({ $start }). One of these times is wrong.
clock-head = ⏱ { $code } · { $place }: a term of the law
clock-seen = 👁 Seen, { $time }
clock-none = ⏱ { $code }: no term is about to end.
clock-closed = ⏱ { $code } is closed: its terms are over.
button-clock-seen = 👁 Seen
button-clock-open = Open { $code }
clocks-head = ⏱ { $count ->
    [one] { $count } case in which a term of the law is over and nobody has answered:
   *[other] { $count } cases in which a term of the law is over and nobody has answered:
}
clocks-case = 🔖 { $code } · { $place } · nobody has it
clocks-case-taken = 🔖 { $code } · { $place } · somebody has it, no answer yet
clocks-more = and { $count } more: /cases
clocks-none = ⏱ Settled: no term is over without an answer.
clock-told = { $what }; from { $start }, end { $due }, over by { $span }
line-overrun = a term of the law is over: { $why }
line-overrun-ended = the overrun has ended: { $why }
line-overrun-void = an overrun does not hold any more, because its times were corrected: { $why }


law-none = There are no terms of the law for this country.
law-head = ⚖️ Terms of the law: { $count }, unverified { $unsigned }. ☑️ a lawyer has checked it, ⚠️ nobody has. Choose a number to read it.
law-no-number = no number
law-changed = ⚠️ This row has changed since you read it. Read it again before you sign.
law-signed = ☑️ Checked by { $name }, { $day }
law-one-of-us = a member of ours
law-unsigned = ⚠️ Unverified: no lawyer of ours has checked it
law-starts = Starts: { $what }
law-else = While that is not known, from the earliest of: { $what }
law-stops = Stops: { $what }
law-nothing = nothing that anybody tells us
law-length = Length: { $length }
law-minors = minors
law-adults = adults
law-doubtful = not known whether it holds
law-end-overrun = At the end: an alarm; being held longer is frozen as evidence
law-end-ask = At the end: a reminder to ask
law-end-term = At the end: an alarm; it is our own term
law-extended = Can be extended by: { $who }
law-articles = Article: { $articles }
law-no-article = none found
law-valid = Valid: { $begins } – { $ends }
law-sure = How sure: { $sure }. Source: { $source }
law-sure-a = wording of the code read
law-sure-b = an official body or its press
law-sure-c = secondary, unofficial or a draft
law-sure-unknown = not found
button-law-sign = ☑️ I have checked it
button-law-revoke = Take the signature back
button-law-list = ⬅️ All terms
law-tonight = For tonight: the terms of which nobody has checked the wording still warn, the earliest first. Act by them at once: call, ask, be there. Before a paper names one, a lawyer looks at the code.
