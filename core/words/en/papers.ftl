# Papers: what they are made of and what is asked for them. Read by members of the organisation.

paper-not-known = [not known: { $what }]
paper-field-other = one more fact
paper-field-law = an article of the law
paper-field-rights = a right, by its articles
paper-file = 📄 { $name } · { $code }
    Read it before you sign it. Text and sources follow; all of it leaves this chat in a day.
paper-broken = ⚠️ { $name } cannot be made: its template is broken. The administrators know. Nothing you entered is lost.
paper-sources = 🔎 Where each sentence comes from. This is for you and is not in the paper.
paper-unverified-mark = { " " }(not verified)
paper-origin-answer = said for this paper
paper-origin-mark = a clock of the law, from what was claimed
paper-origin-law = the law
paper-origin-organisation = the organisation
paper-origin-bot = reckoned by the bot
paper-origin-paper = a paper, read by { $name }
paper-origin-other = the case itself
operator-paper-broken = The template of { $paper } ({ $language }) cannot be filled. Look at it: dabyl paper check.

# The list
button-papers = 📄 Papers
papers-head = 📄 Papers · { $code }
papers-for = For: { $name }
papers-whole = the whole case
papers-whom = { $code }: for whom?
papers-ready = { $number }. { $sign } { $name }: everything is there
papers-lacks = { $number }. { $sign } { $name }: not known yet: { $what }
papers-and-more = { $what } and { $count } more
papers-none = There is no paper for this.
papers-made = Made:
papers-state-draft = not made yet
papers-state-asked = a second coordinator is asked
papers-state-refused = not allowed
papers-state-leaving = on its way to you
papers-state-made = made, not sent yet as far as we know
papers-state-broken = could not be made: the template is broken
papers-state-sent = sent
button-papers-whom = ‹ For somebody else
button-papers-all = ‹ All papers
button-papers-page = ‹ This paper

# The page
papers-page = 📄 { $name } · { $code }
papers-to = To: { $name }
papers-nobody = no office is known for today: write it in by hand
papers-language = Language: { $name }
papers-signs = Signed by: { $name }
papers-missing = ❗️ Not known: { $what }. Made like this, the paper says so in these places.
papers-left-out = ⚠️ Left out, because it is not verified: { $what }. Tick what you vouch for.
papers-term-unticked = The term that is over is not ticked, and without it nothing is demanded. Read it under “Not verified”, and tick it if you vouch for it.
papers-wanted = Would help: { $what }
papers-unverified = ⚠️ Not verified: { $count }, of these in the paper: { $ticked }
papers-names = The name will stand as: { $names }. Right?
papers-from-memory = Parts of this form are written from memory. Compare it with the form before you send it.
papers-two-people = Another coordinator must allow it.
papers-barred-no-consent = ⛔ Nobody who may speak for the person has allowed that the name goes there.
papers-barred-refused = ⛔ The name may not go there: somebody who may speak for the person said no.
papers-barred-several = ⛔ Who said yes had named several people. A coordinator decides: Consents.
papers-barred-undertaking = ⛔ Somebody had to promise not to disclose. A coordinator decides first.
papers-changed = 🔄 The case has changed since you saw this page. Look once more.
papers-not-now = That cannot be changed any more: the paper is made.
papers-made-at = Made: { $time } (template, version { $version })
papers-second = Allowed by: { $name }
papers-which-office = To whom?
papers-office-refused = { $name }: who holds this office today is not known, so it is not printed.
papers-which-ticks = What is not verified is left out. Tick what shall stand in the paper all the same:
papers-more-ticks = … and { $count } more, which “All of them” ticks, too
papers-which-grounds = What did you see, or hear from the person? Each tick becomes a paragraph:
papers-which-name = Which one is wrong? Choose it and type it as it must stand.
button-papers-ask = ❓ Answer { $count ->
    [one] one question
   *[other] { $count } questions
}
button-papers-to = To whom
button-papers-language = Another language
button-papers-signer = Another signature
button-papers-ticks = Not verified ({ $count })
button-papers-tick-all = ☑️ All of them
button-papers-grounds = What you saw
button-papers-names = The name
button-papers-make = ✅ Make
button-papers-second = 👥 Ask a second coordinator
button-papers-withdraw = Take the question back
button-papers-again = Send it here again
button-papers-sent = 📮 It was sent
button-papers-overrun = 📄 Make the demand · { $code }
button-papers-denied = 📄 The paper on a disappearance
button-papers-silent = 📄 The next complaint
button-papers-refused = 📄 Complaint
button-papers-harmed = 📄 Complaint

# Questions
papers-ask = What is known: { $what }? Type it, or skip it.
papers-words = What is known of it? Type it, or skip it.
papers-words-short = Answer
papers-moment = When was it? Type day and time, or skip it.
papers-moment-short = When
papers-on = When was it sent?
papers-on-short = Sent
papers-on-today = today
papers-on-yesterday = yesterday
papers-on-required = Type the day, for example 26.11.
papers-reference = Under which number was it registered? Skip it if there is none yet.
papers-reference-short = Number

# A second coordinator
papers-second-asked = 👥 { $name } · { $code }
    { $who } wants to make it. May it be made?
papers-second-whom = Whom it names: { $initials }
papers-second-authorities = Name to authorities and the UN: { $answer ->
    [yes] allowed
    [no] somebody said no
   *[none] nobody was asked
}
papers-second-publication = Name in public: { $answer ->
    [yes] allowed
    [no] somebody said no
   *[none] nobody was asked
}
papers-second-ticked = Not verified and in it all the same: { $what }
papers-second-none = nothing
papers-second-over = { $name } · { $code }: answered already.
papers-second-refused = { $name } · { $code }: not allowed.
button-papers-agree = ✅ May be made
button-papers-disagree = ✖️ May not
papers-refused = { $code }, { $name }: a coordinator did not allow it. Talk with them.
papers-unanswered = { $code }, { $name }: nobody answered within a day. Ask again from its page.
papers-changed-since = { $code }, { $name }: the case has changed since you asked. Look at the page and ask again.

# The timeline
line-paper-made = paper made: { $why }
line-paper-asked = asked a second coordinator: { $why }
line-paper-agreed = allowed: { $why }
line-paper-refused = not allowed: { $why }
timer-unmade-paper = A paper that nobody made
timer-unallowed-paper = A second coordinator has not answered
timer-unanswered-paper = A question of a paper, left unanswered

# The register of outgoing papers
button-register = 🔢 Outgoing numbers
button-register-earlier = Earlier ones
register-head = 🔢 Numbers under which papers left, the newest first:
register-none = No paper has been made yet.
register-line = { $number } · { $time } · { $name } ({ $language }) · to: { $to } · { $who }
paper-origin-register = the register of outgoing papers
paper-field-paper-number = outgoing number
paper-field-organisation-signatory = who signs for the organisation
paper-field-organisation-office = their office
papers-oblique = ⚠️ The name stands here as “{ $name }”, which looks like another case of the grammar. How shall it be written?
button-papers-meant = Right as it stands
papers-harm-untold = Nothing that was done to the person would stand in it. Write it, or tick it under "Not verified" if you vouch for it.
papers-for-told = For: “{ $name }”, as it was told
