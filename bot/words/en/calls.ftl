# The telephone: a report of somebody who rings, and the round of calls to stations. For coordinators.

help-calls = By telephone: /new – write down what somebody who rings tells you, in one message; you open the case. /calls – the round of calls to stations.

call-head = 📞 A call, { $time }. Write what you hear, in one message or several: who, where, when, by whom, the caller's number.
call-missing = Not told yet: { $what }
button-open-call = Open it as a case
call-opened = The call is the case { $code } now.
call-code =
    🔑 Read aloud to whoever rings: { $code }
    With these words they can write to the bot from a phone of their own. The case: { $case }. They get no messages from us: ring them.
call-gone = This call has been opened or deleted already.
call-reason = it was told to them on the telephone
call-no-number = no number
case-by-telephone = ☎️ By telephone, from { $who }; written down by { $name }, { $time }. Nothing can be written to them: ring.
relay-ring = { $code }: told by telephone, nothing can be sent there. Ring them: { $numbers }
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
