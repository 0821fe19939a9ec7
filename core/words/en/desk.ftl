sieve-open = All open
sieve-free = No lawyer
sieve-taken = With a lawyer
sieve-records = Records
sieve-overdue = Overdue
sieve-hearings = Hearings
sieve-hidden = Chat silent
sieve-unverified = ❔ Not verified
sieve-closed = Closed lately
sieve-mine = Mine
sieve-for-me = Waiting for me
sieve-refused = Not let in
sieve-inside = Inside
sieve-no-station = Station unknown
sieve-surely-over = surely over
sieve-perhaps-over = perhaps over
sieve-everywhere = All regions
sieve-which = Which cases do you want to see? Behind each: how many there are.
sieve-where = Of which region? Behind each: how many cases are open.
sieve-hearing = hearing { $time }
board-only-free = Without a lawyer: { $count }
board-only-taken = With a lawyer: { $count }
board-only-records = Records: { $count }
board-only-overdue = Held longer than the law allows: surely { $surely }, perhaps { $perhaps }
board-only-hearings = A hearing within 48 hours: { $count }
board-only-hidden = The reporter hid the chat: { $count }
board-only-unverified = ❔ Not verified: { $count }
board-only-closed = Closed in the last 7 days: { $count }
board-only-mine = Yours, and those you have opened: { $count }
board-only-for-me = Waiting for you: { $count }
board-only-refused = Lawyers who are not let in: { $count }
board-only-inside = Lawyers inside: { $count }
board-only-no-station = Held, and nobody has said where: { $count }
history-shut = What was done about { $code }: open the case to read it.
age-hours = { $count } h
age-days = { $count } d
sieve-stations = By station
button-by-stations = 📍 By station
button-by-open = All open cases
board-only-stations = Held: { $count }
places-head = 📍 { $place } ({ $count })
places-unknown = 📍 Nobody has said where ({ $count }):
places-on-the-way = on the way { $count }
places-at-the-door = at the door { $count }
places-inside = inside { $count }
places-refused = not let in { $count }
places-called = last call { $time }: { $answer ->
    [there] they are there
    [denied] they have nobody
    [hung-up] no answer
   *[later] call again
}
places-nobody = Nobody of the cases that you see is said to be held there.
typed-who = who, whos, who's, whom
typed-find = find, search, where, wheres, where's
order-urgent = Most urgent first, then those that wait longest.
order-longest = Waiting longest first.
order-newest = Newest first.
order-soonest = Soonest first.
order-fullest = The fullest station first; in each the most urgent.
order-in-sight = On the first page are also the newest, and people who report for the first time.
triage-above = ⬆ { $why }
triage-first = ⬆ Please look at this one first: lawyers are short.
triage-minor = a child
triage-injured = injured
triage-no-contact = no contact
button-assign = Give it to…
assign-choice = To whom should { $code } be given? Only their phone rings, for ten minutes; then others are asked. Those on duty and of the region come first.
assign-nobody = There is nobody to give { $code } to: nobody on the roster can be reached.
assign-asked = { $code }: { $name } alone is asked, until { $time }. Then, or if they cannot, the others are asked.
assign-offer = 🤝 { $name } asks you by name to take this case, until { $time }. If you cannot, say so: the others are asked at once.
assign-done = { $code }: { $name } has taken it.
assign-declined = { $code }: { $name } cannot. The others are asked now.
assign-declined-paused = { $code }: { $name } cannot. The others are not asked for the moment.
assign-unanswered = { $code }: no answer. The others are asked now.
assign-unanswered-paused = { $code }: no answer. The others are not asked for the moment.
line-assigned = asked by name by a coordinator
button-joke = A joke…
button-joke-close = Close as a joke
button-joke-wipe = Wipe the words for good
joke-sure = { $code }: close as a joke? No figure counts it, lawyers' cards go, and the reporter does not read what you think of it.
joke-closed = { $code } is closed as a joke. What was told is still kept. Wiped, nobody can bring it back.
joke-wiped = { $code }: what was told is wiped. What was done stays in the history.
joke-more = { $code }: very much was told, and some is left. Choose it once more.
outcome-joke = a joke
line-wiped = what was told was wiped
open-ring = To call ({ $count }):
open-decide = To read, answer or decide ({ $count }):
open-opened = Opened and not closed ({ $count }):
open-own = Taken ({ $count }); each is handed over by itself:
open-more = … and { $count } more
open-lookups = People to call back who ask for somebody: { $count }
open-free = Nobody has them ({ $count }):
open-refused = Not let in ({ $count }):
open-inside = Inside, and no sign since ({ $count }):
open-hearings = At court within a day ({ $count }):
open-releases = Arrests that end within a day ({ $count }):
open-noted = With notes of this shift ({ $count }):
open-incidents = Incidents that go on: { $count }
open-words = Words that nobody has read: { $count }
open-lists = Lists that wait to be read: { $count }
open-owed = Answers that bodies owe: { $count }
handover-open = What is open now:
handover-whom = To whom do they go? Whoever is on duty now, or next, comes first.
handover-nobody = There is no other coordinator who can be reached.
handover-nothing = Nothing is open: there is nothing to hand over.
handover-note = One sentence for whoever comes next, without names? Or choose.
handover-note-short = Note
handover-note-nothing = Nothing to add
handover-note-required = Write a sentence, or choose.
handover-not = Not handed over.
handover-gone = There is nothing to hand over here any more.
handover-head = { $mine ->
    [yes] 🤝 You hand over to { $to }, who has not accepted yet. Until then all of it is yours:
   *[no] 🤝 { $from } hands over to you:
}
handover-accepted = 🤝 { $mine ->
    [yes] { $to } has taken over your open questions.
   *[no] You have taken over the open questions of { $from }. They stand in this chat and in /cases.
}
handover-undone = 🤝 { $mine ->
    [yes] Taken back: your open questions stay yours.
   *[no] { $from } has taken it back: there is nothing to do.
}
handover-moved = 🤝 With { $name } now.
button-handover-undo = Take it back
button-handover-take = ✅ I have it
