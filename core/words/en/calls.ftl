# The telephone: a report of somebody who rings, and the round of calls to stations. For coordinators.


call-head = 📞 A call, { $time }. Write what you hear, in one message or several: who, where, when, by whom, the caller's number.
button-open-call = Open it as a case
call-opened = The call is the case { $code } now.
call-code =
    🔑 Read aloud to whoever calls: { $code }
    With these words they can write to the bot from a phone of their own. The case: { $case }. They get no messages from us: call them.
call-gone = This call has been opened or deleted already.
call-reason = it was told to them on the telephone
call-no-number = no number
case-by-telephone = ☎️ By telephone, from { $who }; written down by { $name }, { $time }. Nothing can be written to them: call.
relay-ring = { $code }: told by telephone, nothing can be sent there. Call them: { $numbers }
line-taken-down = told by telephone and written down

report-authorities = { consent-authorities }
report-authorities-again = { consent-authorities }
report-authorities-short = Name to authorities
report-authorities-yes = { consent-authorities-yes }
report-authorities-no = { consent-authorities-no }
report-publication = { consent-publication }
report-publication-again = { consent-publication }
report-publication-short = Publish the name
report-publication-yes = { consent-publication-yes }
report-publication-no = { consent-publication-no }
timer-unopened-call = Remind of a call that is not opened yet
line-station-rung = asked a station: { $why }

button-calls = ☎️ Call round
round-where = In which region shall stations be called? Or write /calls and a city, a region or the code of a case.
round-unknown = There is no such place and no such case. Write /calls and a city, a region or the code of a case.
round-no-region = { $code }: where it is is not known. Write /calls and a city or a region.
round-head = ☎️ Call round · { $place }{ $code }
round-for = Ask for: { $names } ({ $code })
round-for-lookup = Ask for: { $names } (somebody looks for them)
round-for-nobody = Nobody is looked for here now.
round-found = all are found
round-closed-cases = Cases that are not opened to you: { $count }. Open one to see whom to ask for.
round-no-stations = No station with a number is known here. A technician can name a file of stations in the configuration.
round-line = { $number }. { $name } · { $phones }
round-more = Further stations: { $count }. They come when those above have answered.
round-there = 🟢 there, { $time }, { $name }
round-denied = 🔴 they deny, { $time }, { $name }
round-hung-up = 📵 hung up or no answer, { $time }, { $name }
round-later = 🕒 call again at { $again } ({ $time }, { $name })
round-rings = ☎️ { $name } is calling since { $time }
round-you-ring = ☎️ you call since { $time }. Choose what they said.
round-closed = { $code }: the case is closed, the round is over.
round-taken = { $name } is calling this station already. The answer will be on the card.
round-over = This call is over. Choose «☎️» on the card to call.
round-answered = Noted already.
round-who = Who is there? Choose everybody they name.
round-call-back = Noted. Please call back whoever asked; their card is below.
round-found-noted = { $code }: found, { $station }. Reporters who were written to: { $chats }.
round-unverified = Not told where, because nobody has verified them: { $count }. Please call them; with “Verify” on the case they read it at once.
round-found-owner = { $code } · found: { $station } says that they are there.
round-found-news = We rang the stations. { $station } says that the person you reported is there. That can change: ask for the name and the rank of whoever answers you.
round-evidence = { $code }: calls to stations
button-i-ring = ☎️ { $number }
button-there = ✅ { $number }: there
button-denied = ❌ { $number }: they deny
button-hung-up = 📵 { $number }
button-ring-later = 🕒 { $minutes } min
button-evidence = Evidence
rung-there = { $station } ({ $phones }): they are there
rung-denied = { $station } ({ $phones }): they deny
rung-hung-up = { $station } ({ $phones }): hung up or no answer
rung-later = { $station } ({ $phones }): call again at { $again }
ask-denied = ❗ Holding denied: stations say that they have nobody of that name. Treat it as a disappearance; the statements for that are due. Please decide.
timer-lapsed-station = Free a station that somebody wanted to call
timer-again-station = Remind to call a station again
