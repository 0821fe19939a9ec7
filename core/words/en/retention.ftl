# What is forgotten, and what is kept whatever its term.

case-forgotten = { $code }: names and words were removed on { $day }. Numbers stay.
case-preserved = 🔒 Legal hold{ $ends ->
    [no] {""}
   *[yes] {" "}until { $until }
}: { $why }
button-preserve = Legal hold
button-forget = Forget this case
preserving-reason = Why must this case be kept whatever its term? A court, an inquiry, a complaint …
preserving-reason-short = Reason
preserving-reason-help = One sentence. It stands on the case and in its history, with your name.
preserving-reason-required = A reason is needed; /cancel leaves the case without a hold.
preserving-review = Please check.
preserve-done = 🔒 { $code } is on legal hold until somebody lifts it. Is there an end?
preserve-is = 🔒 { $code } is on legal hold { $ends ->
    [no] until somebody lifts it
   *[yes] until { $until }
}. Nothing of it is removed meanwhile.
preserve-none = { $code } is not on legal hold.
preserve-late = { $code }: it is on hold already, or gone.
preserve-cancelled = No hold.
preserve-lift-sure = Lift the hold of { $code }? What is over its term is then removed in the night, for good.
preserve-lifted = { $code }: the hold is lifted.
preserve-nothing = No case is on legal hold. It is put on the case that you have opened.
preserve-list = On legal hold: { $count }
preserve-line = • { $code } · since { $since } · { $ends ->
    [no] until it is lifted
   *[yes] until { $until }
} · { $name }
button-until-half = 6 months
button-until-year = 1 year
button-until-years = 3 years
button-lift = Lift the hold
forget-who = { $code }: all names, words and files go for good. Numbers stay. Who asks for it?
forget-sure = Forget { $code } now? Nobody can bring it back. The reporter’s chat is emptied as far as Telegram lets us.
forget-begun = { $code } is being forgotten.
forget-held = { $code } is on legal hold: nothing of it may be removed. Lift the hold first.
forget-stopped = { $code } is on legal hold now, so it is not forgotten. What was removed before that stays removed; to forget the rest, lift the hold and ask for it again.
button-forget-sure = Forget it for good
button-keep-held = Keep it on hold
button-forget-not = Keep the case
line-emptied = removed by the retention rules
line-hold = legal hold: { $why }
line-hold-ends = the hold ends on { $why }
line-hold-lifted = the legal hold was lifted
line-forgotten = removed: { $why }
forgotten-help = who helped, consents, letters, whose chat it was
forgotten-papers = papers made of it
forgotten-files = photos, voices, documents
forgotten-words = names and words, by their term
forgotten-person = The person held
forgotten-family = The family
forgotten-danger = Keeping it is a danger
