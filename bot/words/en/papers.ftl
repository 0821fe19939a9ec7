# Papers: what they are made of and what is asked for them. Read by members of the organisation.

paper-not-known = [not known: { $what }]
paper-field-other = one more fact
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
operator-paper-broken = The template of { $paper } ({ $language }) cannot be filled (paper { $id }). Look at it: dabyl paper check.
