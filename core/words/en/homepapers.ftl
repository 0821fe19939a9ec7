# Papers for authorities and courts of the country: what they lack, what is asked for them, what is ticked in a complaint.

paper-field-organisation-name = name of the organisation
paper-field-signer-name = who signs
paper-field-signer-office = office of who signs
paper-field-overrun-length = which term is over
paper-field-overrun-article = article on the term
paper-field-calls = calls to stations
paper-field-answers-request = what you ask for
paper-field-answers-circumstance = which circumstance it is to establish
paper-field-answers-violation = why it is unlawful
paper-field-answers-act = what the complaint is about
paper-field-answers-learned = when it became known
paper-field-answers-court = which court
paper-ask-answers-request = What do you ask for? One clear request, in words, in the language of the paper.
paper-ask-answers-circumstance = Which circumstance is it to establish?
paper-ask-answers-violation = What is unlawful about it, and why? One or two sentences, as they will stand in the paper.
paper-ask-answers-act = What is the complaint about? A decision, an act or a failure to act: whose, which, of which day.
paper-ask-answers-learned = When did you learn of it? Day and hour: the term runs from then.
paper-ask-answers-court = Which court decides? Its full name.

paper-field-grounds-protocol-late = protocol made late
paper-field-grounds-protocol-unseen = record asked for and not shown
paper-field-grounds-times-differ = times do not agree
paper-field-grounds-rights-unexplained = rights not explained
paper-field-grounds-counsel-refused = counsel not let in
paper-field-grounds-no-private-talk = no private talk
paper-field-grounds-relatives-untold = family not told
paper-field-grounds-parents-untold = parents not told
paper-field-grounds-embassy-untold = embassy not told
paper-field-grounds-no-phone-notice = phone call not in the protocol
paper-field-grounds-no-medical = no medical examination
paper-field-grounds-ill-treatment = ill-treatment
paper-field-grounds-no-delivery-certificate = no certificate of delivery
paper-field-grounds-no-release-certificate = no certificate of release
paper-field-grounds-decision-refused = decision not shown when asked
paper-field-grounds-copies-refused = copies refused
paper-field-grounds-registration-refused = registration refused
