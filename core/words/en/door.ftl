# The list from the door.

door-where = A list of names. At which station or place, in which city, and when? For example: Almaty, Medeu police station, 14:20
door-where-city = I do not know this place. Write the city and the station together, for example: Almaty, Medeu police station. If it is right as it is, write it again.
door-where-names = Kept: { $count ->
    [one] { $count } name
   *[other] { $count } names
 }. At which station or place, in which city, and when? For example: Almaty, Medeu police station, 14:20
door-form-open = These words went to the list. What you began before it is still open: choose something there to go on.
door-empty = Write or paste the names, one a line; in several messages if you like. Numbers, years and remarks may stay. A photo or a voice message a coordinator will read.
door-empty-files = What was sent stands above. Write the names, one a line.
door-head = 📋 List of names · { $place } · { $time }
door-brought = Brought by { $name }.
door-counts = ✓ known { $known } · ? to choose { $which } · + new { $new } · = said before { $again } · – left out { $nobody }
door-noted = noted
door-counts-noted = Names: { $count }. All of them are noted; whether we know a name, a list does not tell.
door-is-noted = All of it is noted. A coordinator goes on with what is open.
door-undo-noted = Take back the whole list ({ $place })? Whoever was told of it will read that it was a mistake.
door-line = Line { $number }: «{ $words }»
door-known = known to us
door-which = perhaps known to us
door-which-coordinator = A coordinator chooses.
door-new = new: a case is opened
door-again = said before
door-twice = twice in this list
door-denied = 🚫 asked for, “not here”
door-official = an official?
door-let-go = let go?
door-nameless = no name
door-left-out = left out
door-nothing-new = Nothing in it is new: nothing is to be written down.
door-which-left = Take the number of a line to choose who it is.
door-no-names = There are no names in this. Write them one a line, in letters.
door-full = The list has { $most } lines, more do not fit. Write it down and begin another one.
door-not-kept = This cannot be kept. Send a photo, a voice message or a document.
door-sent = It is kept. A coordinator reads it and writes the names down.
door-sent-where = It is kept, a coordinator reads it. At which station is it, in which city?
door-earlier = Your list before ({ $place }, names: { $count }) is not written down yet: it stands above. If you leave it, a coordinator goes on with it.
door-changed = Something has changed meanwhile. Look at the list once more.
door-gone = This list is done with, or in other hands already.
door-dropped = The list is put away. Nothing of it was written down.
door-is-where = At which station is not said yet.
door-is-open = { $reader } is reading it.
door-is-waits = { $done ->
    [0] It waits for a coordinator.
   *[other] Written down: { $done }. The others wait for a coordinator: { $left }.
}
door-is-writing = It is being written down: { $done } of { $count }.
door-is-written = Written down by { $reader }: found { $found }, of them new cases { $opened }; asked for and denied { $denied }. To choose still: { $left }.
door-is-undoing = It is being taken back.
door-is-undone = All of it is taken back.
door-is-dropped = It is put away. Nothing of it was written down.
door-undo-sure = Take back the whole list ({ $place })? It said: found { $found }, of them new cases { $opened }; denied { $denied }. Whoever was told of it will read that it was a mistake.
door-undo-not = The list stays.
door-undo-done = The list ({ $place }) is taken back.
door-waits = { $kind ->
    [files] 📋 A list to read: { $name } sent it from { $place }, { $time }. Somebody has to look or listen, and write the names.
    [told] 📋 Names to compare: { $count }. The list came from somebody who is no member. Place: { $place }, { $time }.
   *[names] 📋 A list of { $name } waits: { $place }, { $time }, lines: { $count }. Somebody has to go on with it.
}
door-waited = 📋 List of { $name }, { $place }, { $time }: { $state ->
    [open] { $reader } is reading it.
    [where] { $reader } is reading it.
    [dropped] put away.
    [undoing] taken back.
    [undone] taken back.
   *[other] written down by { $reader }.
}
door-told = 📋 A list from the door: { $name }, { $place }, { $time }. Found { $found }, of them new cases { $opened }; asked for and denied { $denied }.
door-told-found = 📋 On a list at { $place }, { $time } ({ $name }): { $codes }
door-told-denied = 🚫 Asked for at { $place }, { $time } ({ $name }), “not here”: { $codes }
door-told-undone = The list from { $place }, { $time } was a mistake. Its word about these does not hold: { $codes }
door-undone-told = { $by } has taken back the list of { $name } ({ $place }, { $time }).
door-read-for-you = { $reader } has read your list ({ $place }, { $time }). All of it is noted.
operator-no-coordinators-list = A list of names from a station waits, and no coordinator can be reached. Please check the roster and call them.

button-door = 📋 List of names
button-door-write = ✅ Write it down ({ $count })
button-door-drop = Put away
button-door-deny = 🚫 All: “not here”
button-door-here = All: they are here
button-door-is-here = They are here
button-door-not-here = 🚫 Asked for, “not here”
button-door-new = + Somebody new
button-door-none = – Leave out
button-door-name = It is a name
button-door-back = ‹ Back
button-door-read = Read it
button-door-undo = Take it all back
button-door-undo-yes = Yes, take it back

case-found = 📋 { $who }: on a list at { $place }, { $time } ({ $name })
case-denied = 🚫 { $who }: asked for at { $place }, “not here”, { $time } ({ $name })
line-found = found by a list from the door
line-not-there = asked for at a station, “not here”
line-found-void = the list from the door was a mistake

news-found = { $several ->
    [0] The person of your report was found on a list: { $place }, { $time }.
   *[other] Somebody of your report was found on a list: { $place }, { $time }.
}
news-found-not = We wrote to you about a list from { $place }, { $time }. It was a mistake: where the person is, we do not know.

timer-brought-late = A file of a list from the door is handed on once it is copied
timer-brought-left = A list of names that was left: coordinators go on
timer-brought-waits = A list of names still waits for a coordinator
timer-brought-writing = Write down more of a list of names

# The scene of the playground.
scene-names = The list from the door
names-1 = Made up: a wife and a friend report, each in their language; a lawyer has one of the two cases.
names-2 = At the station somebody reads names aloud. The lawyer writes where they stand and when.
names-3 = And pastes what they wrote: numbers, a year, a remark, two scripts, an officer. After half an hour a coordinator goes on with it and reads of each line whether we know that person; the lawyer reads of others only that they are noted.
names-4 = One tap of the coordinator. The wife, whom the lawyer has verified, reads where and when, the friend not yet; the coordinator how many; who was not known is a case, and insulin a note.
names-5 = It was yesterday’s list. Two taps: what it said does not hold, the new cases are closed, and whoever was told hears so.

# A list of names from somebody who is no member.
door-names-where = Noted, { $count ->
    [one] { $count } name
   *[other] { $count } names
 }. A coordinator is asked to compare them now. Where did you read this list? The station and the city, or who sent it to you.
door-names-noted = Noted, { $count ->
    [one] { $count } name
   *[other] { $count } names
 }. A coordinator is asked to compare them now. If one of them is close to you, write who it is and what happened.
door-names-more = Added to the list, names: { $count }.
door-names-done = Added to the list: a coordinator reads it with the names. If one of them is close to you, write who it is and what happened.
door-names-by = somebody who wrote to us
door-names-place = Where they are said to be is not known yet. Write the station and the city; then it can be written down.
