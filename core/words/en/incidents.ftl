# Incidents: cases that belong together. Coordinators alone read them; no names, no words of reporters.

incident-unnamed = { $rule ->
    [mass] Mass detention, { $place }, { $day }
    [event] One event, { $day }
    [hand] Incident of { $day }
   *[other] { $place }, { $day }
 }
incident-head = { $phase ->
    [proposed] 🧩 One incident? { $name }
    [ended] 🧩 { $name } (over)
   *[other] 🧩 { $name }
 }
incident-mass = 🔴 Mass detention: at least { $count } detained people of this city were told of within { $minutes } minutes.
incident-ask = { $rule ->
    [event] The words of { $count } cases name the same event.
    [spot] { $count } cases of one station or address within three hours.
    [district] { $count } cases of one district within three hours.
    [mass] { $count } cases of one city. Each has its own alert with lawyers; this is their common board.
   *[other] { $count } cases.
 } Do they belong together?
incident-more = May belong to it too: { $count }.
incident-refused = { $name }: no incident. It is not proposed again.
incident-empty = No case is in it yet.
incident-people = People: { $identified } identified, others at least { $unidentified } · cases: { $count }
incident-free = 🔴 Without a lawyer: { $count } · identified { $identified }, others at least { $unidentified }
incident-taken = ⚖️ With a lawyer: { $count } · identified { $identified }, others at least { $unidentified }
incident-out = 🟢 Out: { $count } · identified { $identified }, others at least { $unidentified }
incident-ended = Closed otherwise: { $count } · identified { $identified }, others at least { $unidentified }
incident-nobody-held = Nobody held (proceedings, observations): { $count }
incident-false = False alarms, not counted: { $count }
incident-out-of-groups = 🟢 Out, while others of their case are held: { $count }
incident-where = Where they are held:
incident-station = 📍 { $place } · one place: { $count } · identified { $identified }, others at least { $unidentified } · { $codes }
incident-stations-more = … and { $count } more places
incident-unknown = Not known, cases:
incident-unknown-station = · where they are held: { $count }
incident-unknown-city = · in which city: { $count }
incident-unknown-time = · since when: { $count }
incident-unknown-ongoing = · whether it goes on: { $count }
incident-pattern-kept-from-meeting = 🧭 Pattern: people kept from meeting representatives of international organisations.
incident-confirmed = One incident now, cases: { $count }. Its board follows them.
incident-added = Added: { $count }.
incident-not-added = Not of this incident: { $count }. They are not proposed for it again.
incident-undone = Taken back.
incident-undone-already = It stands otherwise by now: look at the board.
incident-not-open = “{ $name }” does not go on: nothing was added.
incident-year = { $code } is of { $year }, the incident of { $years }. Add it all the same?
incident-in-already = { $code } is in “{ $name }” already.
incident-not-in = { $code } is not in “{ $name }”.
incident-case-added = { $code } is in “{ $name }” now.
incident-case-out = { $code } is not in “{ $name }” any more.
incident-named = It is called “{ $name }” now.
incident-cancelled = Nothing was changed.
incident-name = How is the incident to be called? No names of those who are held.
incident-name-short = Name
incident-name-required = Please write a name.
incident-review = Please check.
incident-code = The code of the case?
incident-code-short = Case
incident-code-required = Please write the code of a case.
incidents-head = Incidents that go on: { $count }. A new one: /incident and its name.
incidents-none = There is no incident. To make one: /incident and its name.
incidents-line = { $phase ->
    [proposed] ❓ { $name }
    [ended] { $name } (over)
   *[other] { $name }
 } · cases: { $count }{ $places ->
    [none] { "" }
   *[other] { " " }· { $places }
 }
incidents-of-case = { $code }: { $count ->
    [0] in no incident.
    [one] in one incident.
   *[other] in { $count } incidents.
 }
line-in-incident = belongs to an incident: { $why }
line-out-of-incident = does not belong to this incident any more: { $why }

button-incidents = Incidents
button-incident-confirm = ✅ One incident
button-incident-refuse = No
button-incident-undo = Undo
button-incident-add-all = ➕ Add { $count }
button-incident-none = Not these
button-incident-case = ➕ Case
button-incident-out = ➖ Case
button-incident-name = Rename
button-incident-pattern = 🧭 Pattern
button-incident-end = It is over
button-incident-reopen = It goes on
button-incident-all-the-same = Yes, add it
button-incident-put-into = ➕ { $name }
button-incident-take-out = ➖ { $name }
