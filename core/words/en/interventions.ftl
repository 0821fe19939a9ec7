# What was sent to bodies in a case, and what they answered; written down by whoever sees the case whole.

button-interventions = ✉️ Sent
button-all-interventions = ‹ All that was sent
button-new-intervention = ➕ Something was sent
button-intervention = The paper
button-answered = Answered
button-no-answer = No answer
button-reference = Its number
button-sent-date = Another date
button-due = By when
button-unregistered = Not registered
button-registered = It was registered
button-withdrawn = Withdrawn
button-not-withdrawn = Not withdrawn
interventions-head = ✉️ Sent, and answers · { $code }
interventions-none = Nothing is written down yet. What the family wrote counts, too.
interventions-sort = { $code }: what was sent?
interventions-whom = { $code }: about whom?
interventions-reply = What does the answer say?
intervention-term = By the law: { $what }
intervention-no-term = By when they must answer, nobody here knows: no term is counted.
intervention-as-said = By when is what they said themselves, as it was written down here.
intervention-evidence = They may not refuse to register a complaint (CPC 105, part 1-1): that they did is evidence.
intervention-unregistered = they refused to register it
intervention-withdrawn = withdrawn
intervention-from-family = by the family
intervention-from-counsel = by their own lawyer
intervention-from-person = by the person
intervention-written = { $time } { $what } · { $name }

sent-complaint = complaint about the detention
sent-release = demand for release
sent-judge-complaint = complaint to the investigating judge
sent-torture-complaint = complaint about ill-treatment
sent-appeal = appeal against a ruling
sent-arrest-appeal = appeal against an arrest
sent-remand-appeal = appeal against a remand order
sent-motion = motion
sent-copies = request for copies
sent-letter = letter
sent-wgad = to the Working Group on Arbitrary Detention
sent-ced-urgent = urgent action on a disappearance
sent-un-urgent = urgent appeal to the UN
sent-un-communication = communication to the UN
sent-other = other

reply-granted = granted
reply-partly = granted in part
reply-refused = refused
reply-empty = an answer without substance
reply-none = no answer

owed-due = answer due { $time }
owed-over = answer due { $time }, { $days ->
    [0] { $hours ->
        [0] over now
       *[other] { $hours } h over
    }
    [one] { $days } day over
   *[other] { $days } days over
}
owed-doubtful = if this term holds
owed-more = ⏳ … and { $count } more answers are owed, { $over } of them over

answer-due = ⏳ { $code }: the answer should have come.
    { $line }
    Has it?
answer-due-unowned = ⏳ { $code }: { $sort }, answer due { $time }, and nobody who has the case can be reached. Has it come?
answer-due-closed = ⏳ { $code } (closed): { $sort }, answer due { $time }. Has it come?
owed-none = Nothing is owed longer than the law allows.
owed-head = ⏳ Owed longer than the law allows: { $count } ({ $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
})
line-intervention = wrote down: { $why }
written-sent = what was sent
written-answered = an answer
written-unanswered = that no answer has come
written-unregistered = that they refused to register it
written-registered = that it was registered
written-withdrawn = that what was sent is withdrawn
written-again = that what was sent is not withdrawn
written-corrected = a date or a number of what was sent
written-void = nothing: what was begun was taken back
timer-answer = An answer is due: remind
timer-owed = Look whether an answer is still owed
timer-sending-left = What was sent, left half typed
law-starts-sent = Starts each time this is sent: { $what }
law-stops-reply = Stops: with its answer

# The form.
intervention-addressee = To whom?
intervention-addressee-help = For example: the prosecutor of the city of Almaty
intervention-addressee-required = To whom? Without it nothing can be written down.
intervention-addressee-short = To whom
intervention-by = Who sent it?
intervention-by-required = Who sent it? Please choose.
intervention-by-short = By whom
intervention-by-us = We did
intervention-by-family = The family
intervention-by-counsel = Their own lawyer
intervention-by-person = The person
intervention-moment = When was it?
intervention-moment-help = Type it as finely as you know: 17.09 14:20
intervention-moment-required = The time is needed: a day at least.
intervention-moment-short = Time
intervention-moment-now = Now
intervention-moment-today = Today
intervention-moment-yesterday = Yesterday
intervention-until = By when must they answer?
intervention-until-help = A day, or a day and an hour: 28.09 18:00
intervention-until-required = The time is needed: a day at least.
intervention-until-short = By when
intervention-reference = Under which number?
intervention-reference-help = As it stands on the paper or its copy. Skip it if there is none.
intervention-reference-short = Number
