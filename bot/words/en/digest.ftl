# The day's digest: for the channel, and for coordinators.

digest-title = Digest, { $date }
digest-repeated = Repeated: it is not certain that this digest arrived the first time.
digest-made-up = Late: its time was missed. It covers everything since the last digest.
digest-covers = Covers { $first } to { $last }, { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}.
digest-as-of = As of { $at } ({ $offset }).
digest-not-compared = Reports not yet compared: one detention may be counted twice. Unverified.

digest-nothing = Nothing was reported and nothing changed in these hours.
digest-tally = { $detentions ->
    [one] { $detentions } detention
   *[other] { $detentions } detentions
}; identified: { $named }, unidentified: { $unnamed ->
    [0] 0
   *[other] at least { $unnamed }
}
digest-cell = { $detentions }; identified: { $named }, unidentified: { $unnamed ->
    [0] 0
   *[other] at least { $unnamed }
}
digest-new = New: { $tally }
digest-none-new = New detentions: none
digest-open = Still open: { $tally }
digest-none-open = Still open: none
digest-without-place = Reports without a place: { $count }
digest-accepted = Accepted by a lawyer: { $count }
digest-released = Released: { $count }
digest-false-alarms = False alarms: { $count }
digest-closed-otherwise = Closed otherwise: { $count }
digest-prosecutions = Trials and cases with nobody held, new: { $count }
digest-observations = Observations, new: { $count }
digest-summonses = Summonses and talks with the police, new: { $count }
digest-unclear = Reports that do not say what happened, new: { $count }

digest-by-event = New detentions by day of the event
digest-by-report = New detentions by day of the report
digest-by-region = New detentions by region
digest-by-situation = New detentions by situation, as reported
digest-corrections = Corrections to earlier days (by day of the event)
digest-row = · { $name }: { $cell }
digest-correction = · { $date }: was ({ $was }), now ({ $now })
digest-more-days = · and { $count ->
    [one] { $count } earlier day
   *[other] { $count } earlier days
}
digest-day-unknown = day not known
digest-others = others
digest-region-unknown = region not known

digest-date = { $day } { $month } { $year }
digest-moment = { $date }, { $time }
digest-month-of = { $month } { $year }
digest-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
digest-month-alone = { digest-month }
digest-minutes = { $minutes ->
    [0] under a minute
   *[other] { $minutes } min
}
digest-hours-minutes = { $hours } h { $minutes } min

digest-private-title = For coordinators only, { $date }
digest-found-nobody = Found no lawyer in time: { $count ->
    [0] none
   *[other] { $count } ({ $codes })
}
digest-without = Still without a lawyer, earlier ones included: { $count ->
    [0] none
   *[other] { $count } ({ $codes })
}
digest-no-answers = From opening to acceptance: nothing was accepted in these hours.
digest-answers = From opening to acceptance: median { $median }, longest { $worst } ({ $count ->
    [one] { $count } case
   *[other] { $count } cases
}).
digest-offers = Lawyers asked: { $total }. Accepted: { $accepted }, declined: { $declined }, no answer: { $expired }, unreachable: { $gone }.
digest-on-duty = { $count ->
    [0] On duty tonight: nobody
   *[other] On duty tonight: { $count }
}
digest-tonight = Tonight: { $places }
digest-tonight-place = { $place } { $count ->
    [0] nobody
   *[other] { $count } (confirmed: { $confirmed })
}
digest-member = · { $name } ({ $role ->
    [lawyer] lawyer
    [coordinator] coordinator
   *[administrator] administrator
}): { $places }; { $languages }
digest-everywhere = everywhere
digest-nobody-speaks = Nobody on duty speaks { $language ->
    [kk] Kazakh
    [ru] Russian
   *[en] English
}.
digest-unreachable = Cannot be reached in the messenger ({ $count }): { $names }
