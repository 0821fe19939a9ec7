# How sure a case is, and how far a source is to be trusted: for members.
button-verify = Verify
button-source = Source { $number }
button-verify-back = Back
verify-head = How sure is { $code }? Now: { $verification }.
verify-source = How far is this source of { $code } to be trusted?
verify-line = { $number }. { $who }, { $time }
source-reporter = a reporter
source-said = Source { $number }, { $who }
source-joked-before =
    { $count ->
        [one] one earlier report of this chat was taken for a joke
       *[other] { $count } earlier reports of this chat were taken for a joke
    }
reliability-highly = very reliable
reliability-likely = probably reliable
reliability-unsure = unsure
reliability-unknown = not assessed
reliability-likely-not = probably not reliable
reliability-not-at-all = not reliable
rang-confirms = called back: confirms it
rang-denies = called back: denies it
rang-no-answer = called back: no answer
rang-wrong-number = called back: wrong number
joke-yes = perhaps a joke
joke-no = no joke
line-verified = how sure it is: { $why }
line-assessed = a source: { $why }
line-rang-back = { $why }
line-joke = a source: { $why }
source-warned = ⚠️ another reporter warns of somebody: nothing is told here until verified
