# Having a case: who else has it, whether it is still theirs, handing it over, giving it back.

offer-second = 👥 A colleague has it. A second lawyer is wanted.
state-second = you are the second lawyer
holding-first = 👥 { $name } has it and closes it: { $phone }. You are the second.
holding-second = 👥 Second lawyer: { $name }, { $phone }
holding-sought = 👥 A second lawyer is wanted and looked for.
holding-not-found = 👥 No second lawyer was found; coordinators know.
holding-still = ❓ Is it still yours? Nothing was heard for hours.
holding-still-first = ❓ Is it still yours? Without an answer it is offered to others.
holding-handing = 🤝 Somebody is being asked to take it over, until { $time }. { $own ->
    [yes] Until then it is yours.
   *[no] Until then it is with its first lawyer.
}
button-mine = ✅ Yes, it is mine
button-hand-over = 🤝 Hand over
button-hand-keep = 🤝 Do not hand over
button-second-yes = 👥 A second lawyer
button-second-no = 👤 One is enough
button-tell = ✍️ Tell the next one
stub-gave-back-handed-over = { $code }: handed over.
stub-not-asked = { $code }: you are not asked about it any more. Thank you.
accept-conflict = { $code }: you said that you have a conflict of interest, so it is not given to you. If that was a slip, call a coordinator.

handing-whom = Who shall take it over? Write the name and the surname. The case stays with you until they accept.
handing-whom-short = To whom
handing-whom-help = We show nobody's names. A coordinator reads it if the name is not found.
handing-whom-required = A name is needed.
handing-why = Why? They will read it. Choose, or write one sentence without names.
handing-why-short = Why
handing-why-required = One sentence is needed: they read it before they decide.
handing-why-court = In court
handing-why-far = Too far
handing-why-tired = On it too long
handing-review = Please check.
handing-choice = { $code }: who shall take it over? Choose, or write the name. The case stays where it is until they accept.
handing-asked = { $code }: if somebody of this name can take it, they are being asked now. Until they accept, nothing changes. You will hear by { $time } at the latest.
handing-nobody = { $code }: nobody of this name can be asked: not on the roster, on it twice, not to be reached, or with a conflict of interest.
handing-to-second = { $code }: { $name } is the second lawyer. Give the case back, and it is theirs.
handing-cancelled = Not handed over.
handing-kept = { $code }: nobody is asked any more.
handing-offer = 🤝 { $name } asks you to take over their case. Why: { $why }
handing-until = ⏳ Please answer by { $time }.
handing-no-busy = Busy now
handing-no-far = Too far
handing-no-conflict = Conflict of interest
handing-no-other = I can't
handing-declined = { $code }: { $name } cannot take it over{ $reason ->
    [busy] : busy
    [far] : too far
    [conflict] : conflict of interest
   *[none] {""}
}. { $own ->
    [yes] It is still yours.
   *[no] It is still with its lawyer.
}
handing-unanswered = { $code }: nobody has taken it over. { $own ->
    [yes] It is still yours.
   *[no] It is still with its lawyer.
}
handing-done = { $code }: { $name } has taken it over. Thank you.

parting-words = What should the next lawyer know? It becomes a note of the case.
parting-words-short = For the next one
parting-words-required = A few words are needed.
parting-review = Please check.
parting-cancelled = Nothing was noted.

ask-silent-owner = ☎️ The lawyer of this case was asked whether it is still theirs, and has not answered. Please call. If there is no answer, offer the case to others.
ask-hand-over = 🤝 The lawyer of this case wants to hand it over, to a name that we cannot place. Please call them; open the case, and hand it over to somebody.
ask-second = 👥 Nobody was found as the second lawyer of this case. If one is needed, please call somebody.

line-handing = asked to take it over, because: { $why }
line-not-handed = not taken over
line-handed-over = took it over
line-joined = joined as the second lawyer
line-second-left = is not the second lawyer any more
line-inherited = was the second lawyer and has it now
line-second-wanted = second lawyer: { $why }
line-asked-still = asked whether it is still theirs
line-still-mine = says that it is still theirs
line-no-answer = no answer to whether it is still theirs
answer-yes = wanted
answer-no = not needed

timer-unplaced = Note in the newest case what a member wrote of none
timer-promised-day = Ask whether somebody is out on the day of which a lawyer wrote
timer-without-case = Show coordinators what a lawyer without a case wrote
timer-still-yours = Ask whether the case is still theirs
timer-mine-unanswered = Still theirs? No answer: tell the coordinators
timer-handing = Nobody has taken it over: tell whoever asked
timer-second-gone = The second lawyer is gone: look for another
holds-unvisited = ⚠️ { $name } holds { $count } cases and has not set out to any of them yet: { $codes }. Please ask whether others should take some.
