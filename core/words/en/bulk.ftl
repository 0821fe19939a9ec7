# Several cases at once.

button-ticks = ☑ Several…
ticks-none = There is no open case in this list.
ticks-head = { $count ->
    [one] { $count } open case
   *[other] { $count } open cases
}, oldest first. Ticked: { $chosen }.
button-ticks-all = All ({ $count })
button-ticks-none = None
button-ticks-released = Released ({ $count })
button-ticks-transferred = Taken elsewhere ({ $count })
button-ticks-offer = Offer to… ({ $count })
button-ticks-verify = Verify… ({ $count })
button-ticks-together = Same incident… ({ $count })
button-ticks-names = Show names
ticks-nothing = Nothing is ticked.
ticks-offer-which = To whom are { $count } offered?
ticks-verify-which = How sure are { $count }?
ticks-together-which = To which incident do { $count } belong?
ticks-cancelled = Nothing was done.
ticks-done = { $what }: { $count }.{ $left ->
    [0] {""}
   *[other] {" "}Left out, because it does not fit there: { $left }. Open these one by one.
}
ticks-undone = Taken back: { $count }.
ticks-did-released = Closed as released
ticks-did-transferred = Taken elsewhere
ticks-did-offer = Offered
ticks-did-verify = Verified
ticks-did-together = Put into the incident
bulk-reason = Why, and from whom is it known?
bulk-reason-short = Reason
bulk-reason-help = One sentence, for all of them. It is kept in each history with your name.
bulk-reason-required = One sentence is needed.
bulk-reason-again = Why?
bulk-where = Where were they taken?
bulk-where-short = Where to
bulk-where-help = One place, for all of them.
bulk-where-required = Write where, or "not known".
bulk-where-again = Where to?
closing-reason = You have not opened this. Why is it closed?
closing-reason-short = Reason
closing-reason-help = One sentence. It is kept in the history; who had the case and the other coordinators hear of it.
closing-reason-required = Without a reason it stays open.
closing-reason-again = Why?
close-together-done = { $count ->
    [one] { $codes } is closed.
   *[other] { $count } cases are closed: { $codes }.
} For an hour this can be taken back here.
close-all-none = There is nothing left to close.
close-together-owner = { $name } has written of { $count ->
    [one] your case { $codes }
   *[other] { $count } of your cases ({ $codes })
}: { $what }. The reason is in the history.
close-together-coordinator = { $name } has closed { $count ->
    [one] { $codes }
   *[other] { $count } cases ({ $codes })
} unopened: { $what }. For an hour you can open them again here.
incident-still-open = Not over yet: { $count ->
    [one] { $count } case
   *[other] { $count } cases
} ({ $codes }), of which nobody has { $free }. Finish the incident all the same? The cases stay open.
button-incident-ended = Finish it
reason-may-stand = { $code } is in an incident. Shall the reason count for its other cases too, for twelve hours? Each one that you open still has its line in the history.
button-reason-stands = Yes, for the incident
reason-stands = Noted: for twelve hours.
ticks-over = The list is gone after twelve hours.
timer-ticks-over = Take a list of several cases away
