# Duty. duty-typed-… is how people write days and hours; with commas between, in any letters.

duty-typed-mon = mon, monday, mondays
duty-typed-tue = tue, tues, tuesday, tuesdays
duty-typed-wed = wed, wednesday, wednesdays
duty-typed-thu = thu, thur, thurs, thursday, thursdays
duty-typed-fri = fri, friday, fridays
duty-typed-sat = sat, saturday, saturdays
duty-typed-sun = sun, sunday, sundays
duty-typed-weekdays = weekdays
duty-typed-weekend = weekend, weekends
duty-typed-daily = daily, every day, every night
duty-typed-around = around the clock, all day
duty-typed-today = today
duty-typed-tomorrow = tomorrow
duty-typed-instead = instead of, instead, for
duty-typed-replaced = is replaced by, replaced by
duty-typed-not = cannot, can't, not, except, without
duty-typed-noise = i, from, and, at, on, to, the, until, oclock
duty-test-typed = test, test alert, sound
duty-on-typed = on, on duty
duty-off-typed = off, off duty

duty-day-mon = Mon
duty-day-tue = Tue
duty-day-wed = Wed
duty-day-thu = Thu
duty-day-fri = Fri
duty-day-sat = Sat
duty-day-sun = Sun
duty-weekdays = Mon–Fri
duty-weekend = Sat, Sun
duty-daily = Every day
duty-everywhere = everywhere

duty-now-on = You are on duty ({ $why }).
duty-now-off = You are not on duty now ({ $why }).
duty-until = Until: { $until }.
duty-is-on = On duty now ({ $why }).
duty-is-off = Not on duty now ({ $why }).
duty-why-suspended = membership suspended
duty-why-unreachable = cannot be reached
duty-why-off = said: not on duty
duty-why-removed = taken out of this time
duty-why-replaced = a colleague comes instead
duty-why-added = added
duty-why-replaces = in a colleague's place
duty-why-on = said: on duty
duty-why-shift = shift
duty-why-no-shift = no shift
duty-why-standing = as the roster says
duty-why-not-standing = as the roster says
duty-why-elsewhere = another region
duty-week = Week:
duty-week-of = { $name }, week:
duty-week-empty = No shifts.
duty-no-shifts = You have no shifts: you are asked as the roster says, at any time. Say your week, and at night those are asked who are on duty.
duty-no-shifts-off = You have no shifts, and the roster says that you are not asked. Say your week, and you are asked then.
duty-coming = Next: { $times }.
duty-week-how = Choose days, or write, for example: mon-fri 9-18, fri 22-6.
duty-which-hours = At which hours?
duty-understood = Understood:
duty-instead = Instead of the week that is there, or beside it?
duty-saved = Noted.
duty-merged = Noted. Shifts that overlapped have become one.
duty-week-changed = A coordinator has changed your week: { $week }. To see it: /duty
duty-member-how = Write, for example: mon-fri 9-18; 28.09 22-6 (add); -28.09 (take out). A replacement: /duty Saule instead of Marat 28.09 22-6
button-duty-on = On duty for 12 hours
button-duty-off = Off duty for 12 hours
button-duty-on-again = 12 hours more
button-duty-off-again = 12 hours more
button-duty-plan = By shifts
button-duty-week = Week
button-duty-cannot = I cannot…
button-duty-file = File for a calendar
button-duty-team = Everybody's duty
button-duty-back = ‹ Back
button-duty-instead = Instead
button-duty-more = Beside it
duty-on-ends = Your “on duty” ends at { $until }. Then your shifts count.
duty-off-ends = Your “off duty” ends at { $until }. Then your shifts count.
duty-not-yours = Administrators have no duty.
duty-event = Duty
duty-file = Your calendar: { $count }. Duty of eight weeks, and hearings with their code and court; no names. The file does not change by itself: after changes take a new one.
duty-file-empty = There is nothing to note: no duty and no hearing is coming.

duty-refused-zero = It begins and ends at the same time. A whole day is 0-24.
duty-refused-backwards = It ends before it begins.
duty-refused-past = This time is over.
duty-refused-long = At most 60 days ahead, and at most 60 days long.
duty-refused-many = So much cannot be noted: 42 at most. Take something away first.
duty-refused-suspended = This membership is suspended: no duty until it is given back.
duty-refused-conflict = The opposite is noted for a part of this time. Take that away first.
duty-refused-himself = Nobody can replace themselves.
duty-refused-not-on-duty = Whoever is to be replaced is not on duty then.
duty-refused-time = There is no such time. Write, for example: 9-18 or 22:00-06:00.
duty-refused-date = There is no such date, or it ends before it begins. Write, for example: 28.09.
duty-refused-no-hours = The days are clear, the hours are not. Write, for example: mon-fri 9-18.
duty-refused-no-days = The hours are clear, the days are not. Write, for example: mon-fri 9-18.
duty-refused-never = A week says when you are on duty. For when you are not, name the date, as in -28.09, or choose “I cannot…”.
duty-refused-parts = Too much at once. Write it in two messages.
duty-unread = I do not understand which shifts these are. Write, for example: /duty mon-fri 9-18
duty-nobody-called = Nobody on the roster is called “{ $name }”.
duty-several-called = Several are called “{ $name }”. Write the family name too.

duty-which = When can you not? Colleagues of the region are asked at once.
duty-none-coming = You have no duty in the next two weeks.
duty-none-then = You have no duty then.
duty-gone = This duty is not there any more. As it is now: /duty
duty-taken-before = Another colleague has taken this duty already.
duty-told-add = A coordinator has put you on duty: { $times }. All of yours: /duty
duty-told-remove = A coordinator has taken you off duty: { $times }. All of yours: /duty
duty-told-replace = A coordinator has put you on duty in a colleague's place: { $times }. All of yours: /duty
duty-told-replaced = A colleague comes in your place: { $times }. All of yours: /duty
duty-told-back = A change is undone, your shifts count again: { $times }. All of yours: /duty
duty-told-taken = A colleague has taken your duty: { $times }.
duty-stint-asked = Your duty: { $times }. Do you confirm?
duty-stint-confirmed = Your duty: { $times }. Confirmed, thank you.
duty-stint-offered = { $times }: you are off duty. Colleagues have been asked, nobody has taken it yet.
duty-stint-alone = { $times }: you are off duty. There is nobody to ask, the coordinators know.
duty-stint-taken = { $times }: a colleague comes in your place.
button-stint-yes = Confirm
button-stint-no = I cannot
button-stint-back = I can after all
duty-swap = A colleague cannot be on duty: { $times } ({ $places }). Will you take it?
duty-swap-yours = You are on duty in a colleague's place: { $times } ({ $places }). Thank you.
duty-swap-over = { $times } ({ $places }): nobody is needed any more.
button-swap-take = I take it

duty-unanswered = No answer about duty:
duty-unanswered-more = and { $count } more, who begin later. Their numbers: /members
duty-not-asked = · { $name } does not confirm: { $times } ({ $places }). To call: { $phone }
duty-not-offered = · { $name } cannot, and nobody has taken it: { $times } ({ $places })
duty-not-reached = · { $name } cannot be reached in the messenger, and is on duty: { $times } ({ $places }). To call: { $phone }
duty-gaps-day = Within a day duty has gaps:
duty-gaps-week = This week duty has gaps:
duty-no-gaps = This week somebody is on duty in every region at any time.
duty-gap = · { $place }: { $times } – nobody
duty-gap-language = · { $place }: { $times } – nobody who speaks { $language ->
    [kk] Kazakh
    [ru] Russian
   *[en] English
}
duty-gaps-more = and { $count } more. All of them: /duty
duty-left-alone = { $name } is the only one on duty ({ $places }) and cannot be reached in the messenger. Call: { $phone }. Or put somebody else on duty: /duty
duty-team = On duty now:
duty-team-region = · { $place }: { $count ->
    [0] nobody
   *[other] { $names }
}
duty-change-add = added: { $times }
duty-change-remove = off duty: { $times }
duty-change-replace = in a colleague's place: { $times }

digest-share = { $name } { $nights }/{ $alerts }
digest-shares = In 30 days, nights of duty / alerts: { $people }

timer-tap-ends = What was said on duty ends soon
timer-shifts-typed = Shifts are not waited for in this chat any more
timer-stints-unanswered = No answer about duty
timer-stints-evening = Ask who comes tomorrow
timer-gaps-week = Where nobody is on duty this week
