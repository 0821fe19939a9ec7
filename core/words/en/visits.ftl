# What a lawyer says of a visit, and what they saw there.

button-admitted = ✅ Let in
button-refused = ⛔ Not let in
button-out = 🚶 I am out
button-still-inside = Still inside
done-contacted = 📞 contacted
done-on-my-way = 🚗 on the way
done-at-station = 🚪 at the door
done-admitted = ✅ inside
done-refused = ⛔ not let in
done-out = 🚶 out
line-admitted = let in
line-refused = not let in
line-out = out again
line-cannot-come = says that they do not get there
line-visit-void = took back the last step of the visit
visit-told-contacted = { $code }: { done-contacted }, { $time }.
visit-told-on-my-way = { $code }: { done-on-my-way }, { $time }.
visit-told-at-station = { $code }: { done-at-station }, { $time }.
visit-told-out = { $code }: { done-out }, { $time }.
visit-told-refused = { $code }: not let in, { $time }. Coordinators are told.
visit-told-admitted = { $code }: inside since { $time }. In three hours you will be asked whether you are out.
visit-cannot-come = { $code }: noted. Coordinators know that you do not get there. Hand it over here, or give it back: then others are asked at once.
visit-cannot-come-second = { $code }: noted. Your colleague in this case knows. If you give your place back, somebody else is looked for.
visit-noted-too = The rest is noted in the case.
visit-undone = { $code }: taken back. Coordinators see that it is not so; your words stay a note.
visit-not-undone = { $code }: something else was said since. Write what is true now.
visit-told-harmed = { $code }: noted as you wrote it. Coordinators are told at once.
visit-not-harmed = { $code }: coordinators see that it is no such news. Your words stay a note.
button-unsaid = Undo
button-not-harmed = Not violence
visit-another = Noted there, because nobody may wait. If it is about another case, choose it.
visit-there = There at about { $time }.
visit-which = Which case is that about?
free-asked = { $code }: noted. { $names ->
    [none] Who is free?
   *[other] Free: { $names }?
 }
button-free-all = ✅ All of the case
button-free-these = ✅ These
button-free-no = No
free-noted = { $code }: { $count ->
    [one] { $count } person is free
   *[other] { $count } people are free
 }. { $chats ->
    [0] No reporter may be written to about it.
   *[other] Whoever told us of them hears it.
 }
free-day = { $code }: noted. To be free on { $day }: that morning you are asked whether they are out.
free-nobody = { $code }: nothing changed. Your words stay a note.
visit-time-ahead = { $code }: you wrote { $said }, and that has not come yet. It stands as now, { $time }; your words are noted as they are.
visit-time-before = { $code }: you wrote { $said }, and the case was opened at { $opened }. It stands as now, { $time }; your words are noted as they are.
visit-inside-asked = { $code }: you have been inside since { $time }. Are you out? Without an answer within half an hour coordinators are asked to call you.
visit-inside-still = { $code }: still inside. You will be asked again in three hours.
visit-not-inside = { $code }: you are not inside any more, so nothing is asked.
ask-refused = ⛔ The lawyer is not let in. Call the station, and the lawyer.
ask-refused-at = Not let in at { $time }.
ask-refused-where = Where: { $where }
ask-refused-nowhere = Which station it is, nobody has said.
ask-cannot-come = 🚧 The lawyer of this case writes that they do not get there. Please call, and find somebody else if needed.
ask-harmed = 🩸 The lawyer writes of violence, or of somebody who is ill. Please open the case, read it, and call.
ask-inside = ☎️ The lawyer went in more than three hours ago and does not answer whether they are out. Please call.
ask-transferred = 🚚 The lawyer says that somebody was taken to another place. Is the lawyer there the right one?
ask-transferred-where = Taken to: { $where }
person-nameless = person { $number } without a name
case-transferred = Transferred: { $value }
case-released-at = Released: { $value }

button-saw = 📋 What I saw
saw-head = { $code } · about: { $who }
    What did you see? Choose what you know; nothing has to be answered.
saw-noted = Noted.
saw-everybody = everybody
saw-one = the person
saw-back = ← Back
saw-who = 👤 About: { $who }
saw-who-asked = { $code }: of whom is it said?
saw-yes = yes
saw-no = no
saw-unseen = not seen
saw-started = Held since
saw-delivered = Brought in
saw-is = Status
saw-freed = Released, how
saw-protocol = Protocol
saw-delivery = Delivery certificate
saw-medical = Medical examination
saw-notice = Phone notice
saw-release = Release certificate
saw-private = Met in private
saw-harm = Ill-treatment
saw-moved = Transferred
saw-started-asked = Since when are they really not free to go? Choose it, or write it: 15:20. The hours of the law count from it.
saw-delivered-asked = When were they brought to the station? Choose it, or write it: 15:20.
saw-is-asked = Which status do they have now?
saw-freed-asked = Released, and how?
saw-protocol-asked = Which time stands in the protocol of the detention? Choose it, or write it: 15:20.
saw-delivery-asked = Is there a certificate of delivery?
saw-medical-asked = Is a medical examination attached?
saw-notice-asked = Is it entered in the protocol when and how relatives were told by phone?
saw-release-asked = Was a certificate of release given?
saw-private-asked = Could you speak in private?
saw-harm-asked = Did you see signs of ill-treatment, or were you told of any?
saw-moved-asked = When were they taken away? Choose it. Where to? Write the place.
saw-since-asked = Since when? Choose it, or write it: 15:20. It stands as now.
saw-harm-words = Write what you saw: your next message is kept as that. Only whoever sees the whole case reads it.
saw-moved-words = Where to? Write the place: your next message is kept as that.
saw-kept = { $code }: noted.
saw-unread = { $code }: no time was understood. Your words are noted as they are.
saw-ago-0 = now
saw-ago-30 = 30 min ago
saw-ago-60 = 1 h ago
saw-ago-120 = 2 h ago
status-nobody = no status
status-witness = witness
status-witness-defence = witness with the right to defence
status-suspect = suspect
status-accused = accused
status-administrative = administrative offender
status-convicted = convicted
status-released = released
status-released-pledge = released on an undertaking
status-released-bail = released on bail
status-released-house = under house arrest
status-released-served = released, sentence served
visit-status = ⚖️ { $who }: { $status }
visit-seen = 📋 { $who }: { $seen }
visit-said-by = { $said } ({ $who })
visit-doubt-before = ⚠ { $said }: before the detention ({ $start }). Both are kept.
visit-doubt-future = ⚠ { $said }: when that was said ({ $start }), it was still to come. It is kept as it was said.
jotted-kept = { $code }: kept in the case.
jotted-not-kept = This is not kept: a photo, voice or file is kept in a case that you have or have opened.
file-of-member = from a member of the organisation, not from the reporter
