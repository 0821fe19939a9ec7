# Exports: what values are called in the codebook, and how two coordinators make a full one.
exports-record-deprivation = deprivation of liberty
exports-record-prosecution = prosecution, nobody held
exports-record-observation = observation
exports-record-summons = summons
exports-record-unclear = not clear whether somebody is held
exports-act-ill-treatment = ill-treatment
exports-act-property-taken = property taken
exports-act-counsel-refused = lawyer not let in
exports-act-mass = mass detention
exports-count-exact = exact number
exports-count-at-least = at least
exports-count-about = about
exports-count-several = several
exports-count-unknown = number not known
exports-confidentiality-open = the name may be used for what this export is for
exports-confidentiality-confidential = without the name
exports-confidentiality-bound = somebody promised not to disclose
exports-kind-individual = one person
exports-kind-group = group, number at least
exports-held-seen = where it happened
exports-held-taken = where they were brought
exports-held-held = where they were held since
exports-held-found = on a list from the door
exports-held-denied = asked for there, denied
exports-precision-minute = to the minute
exports-precision-hour = to the hour
exports-precision-part = part of the day
exports-precision-day = day
exports-precision-month = month
exports-precision-year = year
exports-precision-unknown = not known
exports-withheld-region = region not named: few cases
exports-withheld-city = place not named: few cases
exports-link-report-case = report tells of case
exports-link-case-incident = case belongs to incident
exports-link-person-person = person of the report is person of the case
exports-rule-hand = a coordinator said so
exports-rule-event = the same event is named
exports-rule-spot = the same address
exports-rule-district = the same district
exports-rule-mass = many in one city
exports-counsel-admitted = lawyer let in
exports-counsel-refused = lawyer not let in
exports-counsel-met-privately = spoke with the lawyer in private
exports-counsel-not-private = no private talk with the lawyer
exports-line-started = held since
exports-line-delivered = brought to the station
exports-line-protocol = time in the protocol
exports-line-transferred = taken to another place
exports-line-released-at = released
exports-line-appointment = has to come
exports-line-status = legal status
exports-line-counsel = lawyer
exports-line-proceeding = proceedings
exports-line-hearing = hearing
exports-line-undertaking = promise not to disclose
exports-line-result = result of the appeal
exports-line-protocol-seen = protocol seen
exports-line-delivery-certificate = certificate of delivery
exports-line-release-certificate = certificate of release
exports-line-medical-examination = medical examination
exports-line-phone-notice = relatives told by telephone
exports-by-us = by us
exports-by-family = by the family
exports-by-counsel = by their own lawyer
exports-by-person = by the person
exports-sheet-about = About
exports-sheet-cases = Cases
exports-sheet-persons = Persons
exports-sheet-places = Places
exports-sheet-statuses = Statuses
exports-sheet-interventions = Letters and replies
exports-sheet-incidents = Incidents
exports-sheet-sources = Reports
exports-column-case = Case
exports-column-opened-at = Reported
exports-column-situation = What is said
exports-column-act = Act
exports-column-started-at = Since
exports-column-started-precision = How exactly
exports-column-region = Region
exports-column-city = Place
exports-column-ongoing = Goes on
exports-column-outcome = Outcome
exports-column-identified = Named
exports-column-at-least = Others, at least
exports-column-urgent = Urgent
exports-column-cases = Cases
exports-column-incidents = Incidents
exports-column-confidentiality = Confidentiality
exports-column-verification = Verification
exports-column-person = Person
exports-column-kind = What
exports-column-name = Name
exports-column-other-names = Other spellings
exports-column-source = Source
exports-column-reliability = Reliability
exports-column-held-as = How
exports-column-text = Address
exports-column-from-at = From
exports-column-from-precision = How exactly
exports-column-to-at = To
exports-column-value = Value
exports-column-detail = Details
exports-column-at = When
exports-column-precision = How exactly
exports-column-addressee = To whom
exports-column-sent-by = By whom
exports-column-reference = Number
exports-column-due = Answer due
exports-column-response = Answer
exports-column-responded-at = Answered
exports-column-incident = Incident
exports-column-rule = Why
exports-column-made-at = Noted
exports-column-mass-at = Mass detention since
exports-column-ended-at = Ended
exports-column-link = Who told
exports-column-language = Language
exports-column-received-at = Received
exports-uwazi-page =
    How to bring this into Uwazi
    
    1. In the settings add the languages Kazakh, Russian and English; the default one is that of the first column of the thesauri.
    2. Create each thesaurus below and import its CSV.
    3. Create the templates below with these properties, called exactly so. Properties in a language: create them once, without the ending.
    4. A relationship "Case" leads to the template cases, "Incidents" to events.
    5. Import events.zip, then cases.zip, then persons.zip, each into its template.
    
    Titles are the codes of the cases. What is imported twice stands there twice: delete the old import first.
    Times are whole days in Uwazi; the exact ones stand beside them as text.
exports-purpose-authorities = authorities
exports-purpose-publication = publication
exports-how = An export with names: /export 2018-09-01 2018-09-30 authorities why. First and last day on which the cases were opened; authorities or publication; then the reason. Another coordinator has to allow it. One case with its words, files and papers: /export CODE authorities why. Without names the technician exports by dabyl export, at any time.
permit-head = 📦 { $name } asks for a FULL export: names as far as the consents permit, words, exact places.
permit-head-case = 📦 { $name } asks for case { $code } as a PACKET: its record, what was told of it word for word, its files, papers and history.
permit-what-case = For: { $purpose }. Names, words and files are in it only if everybody who is named permits it.
permit-number-case = The technician types: dabyl export --case { $code } --permit { $number }. It works once, for a day.
permit-what = Cases opened { $begin } – { $end }, for: { $purpose }.
permit-why = Why: { $reason }
permit-asked = Asked { $time }. Another coordinator allows it or not; after a day it is over.
permit-allowed = Allowed by { $name }, { $time }. It works once, for a day.
permit-refused = Not allowed: { $name }, { $time }.
permit-over = Over: its day has passed.
permit-used = Exported { $time }. Allowed by { $name }.
permit-number = For the technician: dabyl export --full --permit { $number }
permit-own = Another coordinator has to allow it: you asked for it yourself.
permit-settled = That is decided already, or its day is over.
button-permit-allow = Allow the full export
button-permit-refuse = Do not allow
button-permit-withdraw = Take it back
operator-exported = A full export was made with permit { $number }: asked by { $asked }, allowed by { $allowed }.
exports-not-covered = not covered: does not follow from what the lines of evidence hash

packet-file-changed = { $code }: the kept file { $name } is gone, or is not what came: something other than the program changed it.
packet-readme = ENGLISH
    Packet of one case: { $code }

    What this is
    What a human rights organisation has on one case of detention, as of the moment
    in about.json. Two of its coordinators allowed this packet for one purpose.
    It may hold names and words of people: keep it closed, pass it to nobody else.

    csv/, json/      the records of the case; dabyl.xlsx, uwazi/: the same
    words.csv        what was told, word for word
    files/           photos and recordings as they came; files.csv lists them
    papers/          papers that were made of it; papers.csv lists them
    history.csv      what was done, line by line, each chained to the one before
    days.csv         what was counted of each day
    Some of these are missing where the people named did not permit them.

    How to check it
    1. That nothing was changed since it was made. Unpack it, and in its folder:
           sha256sum --check SHA256SUMS
       Each line must end with OK.
    2. That the organisation changed nothing afterwards. Whoever was sent its lines
       of the days (a date and 64 digits) puts them in a text and runs:
           dabyl witness PACKET.zip LINES.txt
       It needs neither a key nor a network. about.json says what is not covered.
