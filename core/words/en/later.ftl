# Stage B: a few questions without hurry, hours after a case was opened, or when a member asks for one.

later-invited = When you have a quiet minute: { $count ->
    [1] one question
   *[other] { $count } short questions
} that help the lawyer. Each can be skipped.
later-asked = { $role ->
    [coordinator] A coordinator asks:
   *[other] A lawyer asks:
}
    { $question }
later-answer = Answer
later-never = Ask nothing more
later-no-more = Nothing more will be asked. You can write at any time.
later-none = There is nothing to answer any more.
later-thanks = Thank you. It helps. Nothing more is needed now.
later-review = Is this right?

later-delivered = When was the person brought to the station?
later-delivered-help = A time, as exact as you know: "about 15:00", "yesterday evening".
later-delivered-short = Brought to the station
later-delivered-unknown = I do not know
later-protocol = When was the record of the detention written? The time that stands in it, if you know.
later-protocol-help = A time, as exact as you know.
later-protocol-short = Record written
later-protocol-unknown = I do not know
later-decision = Was a decision or an order shown?
later-decision-help = Choose.
later-decision-short = Decision shown
later-decision-shown = Yes, it was shown
later-decision-refused = They refused to show it
later-decision-unasked = Nobody asked
later-decision-unknown = I do not know
later-stated = What reason did they give? An article, if one was named.
later-stated-help = In your own words.
later-stated-short = Reason given
later-treatment = Was anybody beaten, threatened, or not let see a doctor? What, by whom, what can be seen?
later-treatment-help = In your own words, only if you want to.
later-treatment-short = How they are treated
later-perpetrators = Who took them?
later-perpetrators-help = Choose all that fit, then "Done".
later-perpetrators-short = Who did it
later-perpetrators-police = Police
later-perpetrators-special = A special unit
later-perpetrators-guard = National guard
later-perpetrators-security = State security
later-perpetrators-officials = Local officials
later-perpetrators-private = Private guards
later-perpetrators-plain = Plain clothes, not named
later-perpetrators-unknown = I do not know
later-marks = How can they be known: a car's number, a badge, a name, a unit, uniforms?
later-marks-help = In your own words.
later-marks-short = Numbers, badges, uniforms
later-held = Where have they been held, from when to when?
later-held-help = One place after the other, as you know it.
later-held-short = Where they were held
later-told = Was the family told? Who, when, by whom?
later-told-help = In your own words.
later-told-short = Family told
later-property = Was anything taken, or were they made to do something?
later-property-help = Choose all that fit, then "Done".
later-property-short = Taken or forced
later-property-things = Things or documents taken
later-property-phone = The phone taken
later-property-unlock = Made to unlock the phone
later-property-sign = Made to sign
later-acknowledged = Do they say that the person is there?
later-acknowledged-help = Choose.
later-acknowledged-short = Do they say so
later-acknowledged-contact = Yes, and we can speak or meet
later-acknowledged-shut = Yes, but nobody is let in
later-acknowledged-concealed = They do not say where
later-acknowledged-denied = They say they have nobody
later-acknowledged-there = They say that the person is there
later-acknowledged-unknown = I do not know
later-born = When was the person born, or how old? Which citizenship?
later-born-help = For example: 1985, Kazakhstan.
later-born-short = Born, citizenship
later-spellings = How is the full name written in the documents, with the father's name?
later-spellings-help = Other spellings too, if there are any.
later-spellings-short = Name in documents
later-traits = Is the person one of these?
later-traits-help = Choose all that fit, then "Done".
later-traits-short = Who the person is
later-traits-defender = Human rights defender
later-traits-journalist = Journalist
later-traits-union = Trade unionist
later-traits-party = In a party or movement
later-traits-religious = Of a religious group
later-traits-relative = Relative of such a person
later-traits-demonstrator = Took part in an assembly
later-traits-bystander = Passed by
later-traits-disability = With a disability
later-traits-migrant = Migrant or refugee
later-event = What was it about, and what was the person kept from doing?
later-event-help = For example: going to a meeting, filming, leaving home.
later-event-short = What it was about

button-wants = Ask the reporter…
later-which = { $code }: what shall we ask? Whoever reported gets the question, where messages are allowed.
later-all-known = { $code }: all of it is known.
case-delivered = Brought to the station: { $value }
case-protocol = Record written: { $value }
case-decision = Decision shown: { $value }
case-stated = Reason given: { $value }
case-treatment = Treatment: { $value }
case-perpetrators = Who did it: { $value }
case-marks = Numbers, badges, uniforms: { $value }
case-held = Held: { $value }
case-told = Family told: { $value }
case-property = Taken or forced: { $value }
case-acknowledged = Acknowledged: { $value }
case-born = Born, citizenship: { $value }
case-spellings = Name in documents: { $value }
case-traits = Who the person is: { $value }
case-event = What it was about: { $value }
