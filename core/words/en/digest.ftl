# The day's digest: for the channel, and for coordinators.

digest-title = Digest, { $date }
digest-title-week = Digest of the week that ends on { $date }
digest-repeated = Repeated: it is not certain that this digest arrived the first time.
digest-made-up = Late: its time was missed. It covers everything since the last digest.
digest-covers = { $first } – { $last } ({ $offset }), { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}; as of the end
digest-not-compared = Confirmed: checked by one of us; some may be counted twice. In brackets: identified / not identified, at least.

digest-nothing = Nothing was reported and nothing changed in these hours.
digest-tally = { $detentions ->
    [one] { $detentions } detention
   *[other] { $detentions } detentions
}; identified: { $named }, unidentified: { $unnamed ->
    [0] 0
   *[other] at least { $unnamed }
}
digest-cell = { $detentions } ({ $named } / { $unnamed ->
    [0] 0
   *[other] { $unnamed }+
})
digest-new = New: { $tally }
digest-confirmed = Confirmed: { $confirmed } · not confirmed: { $rest }
digest-earlier = Before the day of the report: { $cell } · day not known: { $unknown }
digest-open = Still open: { $cell }
digest-ended = Accepted: { $accepted } · released: { $released } · false alarms: { $false } · closed otherwise: { $others }
digest-overrun = Held beyond the legal limit: surely { $surely }, perhaps { $perhaps } · hearings tomorrow: { $hearings }
digest-incomplete = Unfinished reports: { $unfinished } · without a place: { $placeless }
digest-apart = Perhaps held, not confirmed: { $unclear } · nobody held: trials and cases { $prosecutions }, observations { $observations }, summonses { $summonses }

digest-by-event = By day of the event
digest-by-report = By day of the report
digest-by-region = By region
digest-by-situation = By situation, as reported
digest-by-hour = By time of day: { $hours }
digest-hour-unknown = not known: { $count }
digest-by-day = 30 days, { $first } – { $last }, all by day of the event: { $days }
digest-no-corrections = Corrections: none
digest-corrections = Corrections by day of the event
digest-row = · { $name }: { $cell }
digest-correction = · { $date }: was { $was }, now { $now }
digest-more-days = · and { $count ->
    [one] { $count } earlier day
   *[other] { $count } earlier days
}
digest-day-unknown = day not known
digest-others = others
digest-other-regions = other regions
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

# In its picture, where room is scarce.
digest-picture-new = New detentions: { $count }
digest-picture-people = Identified: { $named } · not identified: { $unnamed ->
    [0] 0
   *[other] at least { $unnamed }
}
digest-picture-hours = By time of day
digest-picture-unknown = ?
digest-picture-days = 30 days, all by day of the event
digest-picture-foot = In brackets: identified / not identified, at least. Unverified unless confirmed.
digest-picture-unclear = Perhaps held: { $count }

operator-font = The digest comes without its picture: the font that belongs to the program is missing or damaged. Install the program again.

digest-private-title = For coordinators only, { $date }
digest-day-line = The line of the day, to be kept elsewhere: { $line }
digest-found-nobody = Found no lawyer in time: { $count ->
    [0] none
   *[other] { $count } ({ $codes })
}
digest-without = Still without a lawyer, earlier ones included: { $count ->
    [0] none
   *[other] { $count } ({ $codes }); of these, nobody took in time: { $unanswered }
}
digest-overrun-perhaps = Perhaps held longer than the law allows: { $count ->
    [0] none
   *[other] { $count } ({ $codes })
}
digest-overrun-codes = Surely held longer than the law allows: { $count ->
    [0] none
   *[other] { $count } ({ $codes })
}
digest-hearings-codes = Hearings tomorrow: { $count ->
    [0] none
   *[other] { $count } ({ $codes })
}
digest-and-more = { $said } and { $count } more
digest-floods = Chats that opened many cases: { $count ->
    [0] none
   *[other] { $count } ({ $chats })
}
digest-flood = { $cases }, the last of them { $code }
digest-no-answers = From opening to acceptance: nothing was accepted in these hours.
digest-answers = From opening to acceptance: median { $median }, longest { $worst } ({ $count ->
    [one] { $count } case
   *[other] { $count } cases
}).
digest-offers = Lawyers asked: { $total }. Accepted: { $accepted }, accepted but offered again because nothing followed: { $lapsed }, declined: { $declined }, no answer in time: { $expired }, unreachable: { $gone }, not answered yet: { $offered }, no longer needed: { $withdrawn }.
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
