# Open letters: sentences of which they are built, and what coordinators read while they make one.

letter-month = { $month ->
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
letter-day = { $day } { letter-month } { $year }
letter-part = { $part ->
    [0] at night
    [1] in the morning
    [2] in the afternoon
   *[3] in the evening
}
letter-when = { $precision ->
    [minute] { letter-day }, { $since ->
        [yes] from
       *[no] at
    } { $time }
    [hour] { letter-day }, about { $time }
    [part] { letter-day }, { letter-part }
    [month] { letter-month } { $year }
    [year] { $year }
   *[day] { letter-day }
}
letter-and = { $first } and { $last }
letter-called = { $name },
letter-now = { $then }; now { $now }

letter-who-several = { $names ->
    [none] several persons
   *[other] several persons, among them { $names }
}
letter-who-uncounted = a number of persons that is not known
letter-who-exactly = { $count ->
    [one] one person
   *[other] { $count } persons
}
letter-who-at-least = { $count ->
    [one] at least one person
   *[other] at least { $count } persons
}
letter-who-and-exactly = { $count ->
    [one] { $names } and one other person
    [2] { $names } and two other persons
   *[other] { $names } and { $count } other persons
}
letter-who-and-at-least = { $count ->
    [one] { $names } and at least one other person
   *[other] { $names } and at least { $count } other persons
}
letter-who-about = about { $count } persons
letter-who-and-about = { $names } and about { $count } others
letter-who-person = one person
letter-who-journalist = a journalist
letter-who-defender = a human rights defender

letter-by-police = the police
letter-by-special = a special police unit
letter-by-guard = the national guard
letter-by-security = the intelligence services
letter-by-officials = local officials
letter-by-private = private guards
letter-by-plain = unknown people
letter-by = { $by ->
    [none] { "" }
   *[other] { " " }by { $by }
}
letter-act-arrest = { $who } { $form ->
    [many] were
   *[other] was
} detained{ letter-by }.
letter-act-detention = { $who } { $form ->
    [many] were
   *[other] was
} held at a station{ letter-by }.
letter-act-kettling = { $who } { $form ->
    [many] were
   *[other] was
} encircled and not let go{ letter-by }.
letter-act-blockade = { $who } { $form ->
    [many] were
   *[other] was
} blocked at home{ letter-by }.
letter-act-interception = { $who } { $form ->
    [many] were
   *[other] was
} stopped on the way{ letter-by }.
letter-act-summons = { $who } { $form ->
    [many] were
   *[other] was
} summoned for a talk{ letter-by }.
letter-act-search = { $who } { $form ->
    [many] were
   *[other] was
} searched{ letter-by }.
letter-act-abduction = { $who } { $form ->
    [many] were
   *[other] was
} abducted{ letter-by }.
letter-act-disappearance = { $who } disappeared.
letter-act-prosecution = { $who } { $form ->
    [many] were
   *[other] was
} prosecuted{ letter-by }.
letter-sort = { $sort ->
    [administrative] administrative proceedings
    [criminal] a criminal case
    [victim] a case about ill-treatment
   *[other] proceedings
}
letter-outcome = { $outcome ->
    [arrest] administrative arrest
    [fine] a fine
    [warning] a warning
    [remand] remand in custody
    [house_arrest] house arrest
    [released] release
   *[acquitted] not guilty
}
letter-course-ended = { $sort ->
    [administrative] administrative proceedings
    [criminal] the criminal case
    [victim] the case about ill-treatment
   *[other] the proceedings
}{ $article ->
    [none] { "" }
   *[other] { " " }under { $article }
} ended{ $outcome ->
    [none] .
   *[other] { " " }on { letter-day }: { letter-outcome }.
}
letter-course-open = { $other ->
    [yes] separately, { letter-sort } has been opened
   *[no] { letter-sort } has been opened
}{ $article ->
    [none] { "" }
   *[other] { " " }under { $article }
}.

# On the page of a letter
line-in-letter = told in an open letter that was made
letter-which = About which incident? Of chosen cases: /letter and their codes, with commas between.
letter-of-chosen = chosen cases
letter-head = ✉️ Open letter: { $name }
    Of { $date }. Everything below is chosen by you; nothing is sent by the bot.
letter-cases = It tells:
letter-earlier = It recalls, as earlier ones:
letter-case = • { $code } · { $head }{ $left ->
    [0] { "" }
   *[other] { " " }· to check: { $left }
}{ $unnamed ->
    [0] { "" }
   *[other] { " " }· not named: { $unnamed }
}{ $own ->
    [yes] { "" }
   *[no] { " " }· no words of your own
}
letter-languages = Languages: { $count }.
letter-offices = To whom: { $count }.
letter-rights = Rights: { $count }.
letter-findings = Recalled beside: { $count }.
letter-demands = Demands: { $count }.
letter-lacks = Missing: { $what }.
letter-betrays-title = ⛔ What you typed names somebody who may not be named: it is left out.
letter-betrays = ⛔ Its paragraph names somebody who may not be named: what is built from the records stands in its place.
letter-no-line = Nobody has written this paragraph in: { $languages }. It is built from the records there.
letter-no-act = The act is not coded: nothing can be said of what happened.
letter-unticked = (not checked: left out)
letter-unnamed-no-consent = Not named: { $count }. Nobody who may allow it has said yes.
letter-unnamed-several = Not named: { $count }. Whoever said yes named several people: a coordinator decides in Consents of the case.
letter-unnamed-refused = Not named: { $count }. Publication was refused.
letter-unnamed-undertaking = Not named: { $count }. Somebody had to promise not to disclose: a coordinator decides in Consents of the case.
letter-case-head = ✉️ { $code }, as it would be printed:
letter-choose-languages = In which languages is it made?
letter-choose-offices = To whom? Where nobody is known to hold an office today, it is addressed without a name. More can be typed: “To whom: …”.
letter-choose-rights = Which rights are violated? The articles are those of the day of the facts. More can be typed: “Right: …”.
letter-choose-findings = What does it recall beside? What others found before, and what else speaks for it: these are no violations.
letter-choose-demands = What does it demand? The order is that in which you choose. More can be typed: “Demand: …”.
letter-in-kk = Kazakh
letter-in-ru = Russian
letter-in-en = English
letter-office-gone = there was no such office on this day
letter-changed = Something has changed since you saw the page: look at it once more.
letter-written = Written. Look at it and mark it as checked.
letter-added = { $code } is among the earlier ones now.
letter-cancelled = Nothing was changed.
letter-name = How is this person called in the letter? A line a language: kk: … ru: … en: … What they are may follow: “…, journalist of …”.
letter-name-short = Name
letter-name-required = Please write it.
letter-code = The code of the case?
letter-code-short = Case
letter-code-required = Please write the code of a case.
button-letter = ✉️ Open letter
button-letter-back = ← Back
button-letter-add = Add a case
button-letter-languages = Languages
button-letter-offices = To whom
button-letter-rights = Rights
button-letter-findings = Recall
button-letter-demands = Demands
button-letter-make = Make it
button-letter-tick = I have checked it
button-letter-untick = Not checked after all
button-letter-by = Who did it
button-letter-name = Name of { $number }
button-letter-female = She
button-letter-male = He
button-letter-earlier = Recall as earlier
button-letter-in = Tell it in the letter
button-letter-out = Leave out
paper-field-letter-occasion = title
paper-field-cases = cases of which something is checked
paper-field-cases-head = day and place
paper-field-cases-fact = what happened
paper-field-cases-course = proceedings
paper-field-cases-own = the paragraph that a coordinator wrote
paper-field-earlier-head = day and place, earlier
paper-field-earlier-fact = what happened, earlier
paper-field-earlier-course = proceedings, earlier
paper-field-earlier-own = the paragraph that a coordinator wrote, earlier
paper-field-findings-text = what it recalls
paper-field-violated = rights
paper-field-violated-text = right and articles
paper-field-addressees = to whom it goes
paper-field-addressees-line = office
paper-field-demands = demands
paper-field-demands-text = demand
paper-origin-office = the list of offices, by the day of the paper
paper-origin-finding = the list of what letters recall
paper-origin-demand = the list of demands, chosen
letter-oblique = Nothing was made. These names look as if they stood in another case of the grammar: { $names }. Write how each is printed, on the page of its case.
letter-office-aged = looked up { $days } days ago: choose the name only if it still holds
letter-mark-title = Title
letter-mark-text = Text
letter-mark-offices = To whom
letter-mark-rights = Right
letter-mark-demands = Demand
letter-text = Above is the letter as it is now. Copy it, change it and send it back. A line that begins with the code of a case is its paragraph, as it will be printed; “Text:” is what you say besides: what it shows, what you object to. “To whom:”, “Right:”, “Demand:” add to the lists. What others say as theirs: “according to …”.
letter-text-short = Text
letter-text-required = Please write the letter.
button-letter-text = ✍️ { $language }
button-letter-all = All
button-letter-next = Next →
paper-field-letter-text = what the organisation says
letter-differs = ⚠️ Sources say different things of it: look at the case before you check this.
