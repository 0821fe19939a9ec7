# What stands in papers, built of the facts of a case; and the words for those facts where they are asked for or not known.

# Dates and times as they are written in letters
paper-month-1 = January
paper-month-2 = February
paper-month-3 = March
paper-month-4 = April
paper-month-5 = May
paper-month-6 = June
paper-month-7 = July
paper-month-8 = August
paper-month-9 = September
paper-month-10 = October
paper-month-11 = November
paper-month-12 = December
paper-in-month-1 = January
paper-in-month-2 = February
paper-in-month-3 = March
paper-in-month-4 = April
paper-in-month-5 = May
paper-in-month-6 = June
paper-in-month-7 = July
paper-in-month-8 = August
paper-in-month-9 = September
paper-in-month-10 = October
paper-in-month-11 = November
paper-in-month-12 = December
paper-day = { $day } { $month } { $year }
paper-in-month = { $month } { $year }
paper-clock = { $day }, { $time }
paper-hour = { $time }
paper-part = { $day }, { $part }
paper-about = about { $when }
paper-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
paper-hours = { $count ->
    [one] { $count } hour
   *[other] { $count } hours
}
paper-minutes = { $count ->
    [one] { $count } minute
   *[other] { $count } minutes
}
paper-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}

# Who says it
paper-by-self = according to the person
paper-by-relative = according to the family
paper-by-witness = according to a witness
paper-by-colleague = according to a colleague
paper-by-lawyer = according to the lawyer
paper-by-other = according to an acquaintance
paper-by-reporter = according to the person who reported
paper-by-member = according to the organisation
paper-by-paper = according to a document
paper-by-bot = as follows from the record
paper-by-station = according to the station
paper-claimed = { $what } ({ $by })
paper-quoted = { $by }: “{ $words }”

# Whom it is about where no name is known, or none may be given
paper-woman-unnamed = a woman, name not known
paper-man-unnamed = a man, name not known
paper-person-unnamed = a person, name not known
paper-journalist = a journalist
paper-resident = a resident of { $city }
paper-person = a person
sex-female = female
sex-male = male
civil-married = married
civil-single = not married
civil-divorced = divorced
civil-widowed = widowed
paper-age = { $count ->
    [one] { $count } year
   *[other] { $count } years
}
paper-under-age = under 18
paper-lawyer = lawyer
paper-coordinator = coordinator
paper-administrator = administrator
paper-count-exact = { $count }
paper-count-at-least = at least { $count }
paper-count-about = about { $count }
paper-count-several = several (at least { $count })

paper-trait-defender = human rights defender
paper-trait-journalist = journalist
paper-trait-union = trade unionist
paper-trait-party = in a party or movement
paper-trait-religious = of a religious group
paper-trait-relative = relative of a person who is prosecuted
paper-trait-demonstrator = took part in an assembly
paper-trait-bystander = passed by
paper-trait-disability = with a disability
paper-trait-migrant = migrant or refugee
paper-urgent-minor = under 18
paper-urgent-injured = injured
paper-urgent-medicine = needs medicine
paper-urgent-pregnant = pregnant
paper-urgent-elderly = elderly
paper-urgent-alone = all alone
paper-urgent-journalist = journalist
paper-urgent-defender = human rights defender
paper-relation-self = the person concerned
paper-relation-relative = a member of the family
paper-relation-witness = a witness
paper-relation-colleague = a colleague or employer
paper-relation-lawyer = a lawyer
paper-relation-other = an acquaintance
paper-consent-self = the person concerned
paper-consent-relative = the family

# What happened, one line a moment
paper-what-started = deprived of liberty
paper-what-delivered = brought to the station
paper-what-protocol = the record of the detention was written
paper-what-transferred = transferred to another place
paper-what-released-at = released
paper-what-found = named on a list at { $place }
paper-what-denied = asked for at { $place }, who answered that the person is not there
paper-what-call = { $station } was asked by telephone: { $answer }
paper-what-hearing = hearing, { $what }
paper-what-sent = sent to { $addressee }: { $what }
paper-what-answered = { $addressee } answered: { $what }
paper-what-status = status: { $what }
paper-visit-contacted = the lawyer spoke with the person or the family
paper-visit-on-my-way = the lawyer set out
paper-visit-at-station = the lawyer was at the door of the place of detention
paper-visit-admitted = the lawyer was let in
paper-visit-refused = the lawyer was not let in
paper-visit-out = the lawyer left the place of detention
paper-answer-there = they answered that the person is there
paper-answer-denied = they answered that the person is not there
paper-answer-hung-up = they hung up
paper-answer-later = they told to ring later
paper-line = { $when }: { $what }
paper-line-of = { $when }: { $what } ({ $by })

# Detention
paper-decision-shown = a decision was shown
paper-decision-refused = asked for, a decision was not shown
paper-decision-unasked = no decision was shown; nobody asked
paper-perpetrator-police = police
paper-perpetrator-special = a special police unit
paper-perpetrator-guard = national guard
paper-perpetrator-security = state security service
paper-perpetrator-officials = local officials
paper-perpetrator-private = private guards
paper-perpetrator-plain = people in plain clothes who did not say who they are
paper-perpetrator-unknown = unknown people
paper-regime-administrative = administrative, an offence without arrest
paper-regime-arrestable = administrative, an offence for which arrest is possible
paper-regime-border = administrative: border, migration, customs or a protected object
paper-regime-criminal = criminal
paper-regime-criminal-grave = criminal, one of the gravest cases
paper-measure-arrest = administrative arrest
paper-measure-fine = fine
paper-measure-warning = warning
paper-measure-remand = remand in custody
paper-measure-house-arrest = house arrest
paper-measure-released = release
paper-measure-acquitted = not guilty
paper-measure-adjourned = adjourned
paper-measured = { $what }, { $much }
paper-part-of = { $article }, part { $part }
paper-article = article { $article }
paper-seen-protocol = record of the detention with its times
paper-seen-delivery = certificate of delivery
paper-seen-medical = medical examination
paper-seen-notice = entry in the record that relatives were told by telephone
paper-seen-release = certificate of release
paper-seen-private = talk with the lawyer in private
paper-seen-harm = signs of ill-treatment
paper-medical-yes = a medical examination was made
paper-medical-no = no medical examination was made
paper-medical-unseen = the lawyer was not shown a medical examination
paper-injured = injured
paper-harm-seen = signs of ill-treatment were seen
paper-saw-unseen = not shown
paper-not-private = the lawyer could not speak with the person in private
paper-state-open = going on
paper-state-ended = ended

# Labels: in “[not known: …]”, in lists of what is missing
paper-field-paper-city = city in which it is signed
paper-field-organisation-address = address of the organisation
paper-field-organisation-mail = mail of the organisation
paper-field-organisation-phone = telephone of the organisation
paper-field-lawyer-name = lawyer
paper-field-lawyer-phone = lawyer's telephone
paper-field-lawyer-order = counsel's order, number and date
paper-field-to-line = to whom it is addressed
paper-field-person-name = name of the person
paper-field-person-spellings = other spellings of the name
paper-field-person-sex = sex
paper-field-person-born = date of birth
paper-field-person-age = age
paper-field-person-nationality = nationality
paper-field-person-id-document = identity document
paper-field-person-occupation = occupation
paper-field-person-address = usual address
paper-field-person-birthplace = place of birth
paper-field-person-father = father's name
paper-field-person-family-status = family status
paper-field-person-clothes = clothes and marks
paper-field-person-photo-known = photo
paper-field-person-traits = who the person is
paper-field-case-city = city
paper-field-case-place = exact place
paper-field-case-day = day
paper-field-case-act = what sort of act
paper-field-case-event = what it was about
paper-field-case-link = tie to the occasion
paper-field-case-urgent = why it is urgent
paper-field-detention-began = since when held
paper-field-detention-delivered = when brought to the station
paper-field-detention-protocol = when the record was written
paper-field-detention-transferred = when transferred
paper-field-detention-released = when released
paper-field-detention-station = place of detention
paper-field-detention-by = who did it
paper-field-detention-stated = reasons given
paper-field-detention-decision = whether a decision was shown
paper-field-detention-article = article
paper-field-detention-regime = sort of detention
paper-field-detention-status = status of the person
paper-field-overrun-due = when the time was over
paper-field-overrun-by = by how much the time is over
paper-field-ruling-court = court
paper-field-ruling-judge = judge
paper-field-ruling-date = date of the ruling
paper-field-ruling-number = number of the ruling
paper-field-ruling-copy-on = when the copy was handed over
paper-field-ruling-measure = what was ordered
paper-field-remand-court = court
paper-field-remand-judge = judge
paper-field-remand-date = date of the remand order
paper-field-remand-number = number of the remand order
paper-field-remand-measure = what was ordered
paper-field-remand-copy-on = when the copy of the remand order was handed over
paper-field-treatment = treatment
paper-field-injuries = injuries
paper-field-medical = medical examination
paper-field-counsel = access of the lawyer
paper-field-steps = steps taken
paper-field-complaint-date = date of the complaint at home
paper-field-complaint-number = number of the complaint at home
paper-field-complaint-body = body to which it was made
paper-field-consent-given-by = who gave consent
paper-field-consent-on = date of the consent
paper-field-witnesses = witnesses
paper-field-risk = risk of reprisal
paper-field-urgency = why time matters
paper-field-other-procedure = procedures elsewhere
paper-field-authorisation = written authorisation

# Questions to whoever makes a paper
paper-ask-lawyer-order = The number and date of your order (ордер)?
paper-ask-person-sex = Which sex stands in the documents?
paper-ask-person-born = When were they born? Day, month and year, as far as known.
paper-ask-person-nationality = Which nationality (citizenship)?
paper-ask-person-id-document = Which identity document? Kind, number, who issued it, when.
paper-ask-person-occupation = What is their occupation?
paper-ask-person-address = Where do they usually live? The address.
paper-ask-person-birthplace = Where were they born? The place.
paper-ask-person-father = What is the father's full name?
paper-ask-person-family-status = What is their family status?
paper-ask-person-clothes = What did they wear, and by which marks can they be known?
paper-ask-person-photo-known = Is there a photo of the person that may be attached?
paper-ask-case-place = Where exactly did it happen? Street, house, what is near.
paper-ask-case-event = What was it about, and what was the person kept from doing?
paper-ask-case-link = How is the person tied to the occasion? For example: wife of a defendant, was to speak at the meeting.
paper-ask-detention-began = Since when are they really not free to go? Day, hour and minute.
paper-ask-detention-delivered = When were they brought to the station?
paper-ask-detention-protocol = Which time stands in the record of the detention?
paper-ask-detention-transferred = When were they taken to another place?
paper-ask-detention-released = When were they released?
paper-ask-detention-station = Where are they held? The name of the place as it is written officially.
paper-ask-detention-stated = Which reasons were given?
paper-ask-detention-decision = Was a decision or an order shown?
paper-ask-detention-regime = Which sort of detention is it?
paper-ask-ruling-number = Which number has the ruling, or the case in court?
paper-ask-ruling-copy-on = When was the copy of the ruling handed over?
paper-ask-remand-copy-on = When was the copy of the order handed over?
paper-ask-treatment = Was anybody beaten, threatened, or not let see a doctor? What, by whom?
paper-ask-medical = Was there a medical examination?
paper-ask-witnesses = Who saw it? Say also who may be named.
paper-ask-risk = Must anybody fear reprisals for this paper? Who, and why?
paper-ask-urgency = Why does time matter: health, life, a date in court?
paper-ask-other-procedure = Was the case put before another body (UN, regional)? Which, when, which reference? If not, write: no.
paper-ask-authorisation = Is there a written authorisation? From whom, of which date?
