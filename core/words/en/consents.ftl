# Who may use the name, and for what. The texts that are answered have a version: whoever changes a text raises it
# (tests/project/test_consents.py), because an answer is kept with the version that was read.

consent-why = Not urgent: two questions about the name of whoever is held. Nothing happens until you answer, and help does not depend on it.
consent-authorities = May we give the name to state bodies (prosecutors, the ombudsman) and to the United Nations, to ask them to act? UN bodies tell the government the name, and some publish their decisions with it.
consent-authorities-version = 2
consent-publication = May we publish the name, so that people learn of it?
consent-publication-version = 1
consent-authorities-yes = Yes, give the name
consent-authorities-no = No, do not give it
consent-authorities-later = Not now
consent-publication-yes = Yes, publish the name
consent-publication-no = No, do not publish it
consent-publication-later = Not now
consent-authorities-noted = { $answer ->
    [yes] Noted: the name may go to state bodies and the UN.
   *[no] Noted: the name goes to no state body and not to the UN.
}
consent-publication-noted = { $answer ->
    [yes] Noted: the name may be published.
   *[no] Noted: the name is not published.
}
consent-any-time = You can change your mind at any time: just write it here, for example "do not give my name".
consent-put-off = All right. Until you allow it we give the name to nobody.
consent-forbidden = { $what ->
    [publication] Noted: we do not publish the name.
   *[both] Noted: we do not give the name away and do not publish it.
}{ $before ->
    [yes] {" "}What has already been given cannot be taken back; a coordinator hears of it.
   *[no] {""}
}
consent-passed-on = Noted: whoever works on this reads it. Without a yes of the person or the family we give no name away.
consent-silent = Noted: we do not write here by ourselves any more. Your code works as before, and you can write here.

# For coordinators and whoever has the case.
button-consents = Consents
case-authorities = Name to authorities and the UN: { $may ->
    [all] may be given
    [some] only some of the names may be given
   *[none] must not be given
}. Answers: { $value }
case-publication = The name: { $may ->
    [all] may be published
    [some] only some of the names may be published
   *[none] must not be published
}. Answers: { $value }
consent-not-asked = not answered
consent-reporter = reporter
consent-said = { $who }: “{ $answer }”, { $time }{ $wording ->
    [0] {""}
   *[other] , wording { $wording }
}{ $told ->
    [telephone] , told by telephone
   *[other] {""}
}{ $counts ->
    [yes] {""}
   *[no] , not of the family: alone this “{ $answer }” changes nothing
}
consents-head = { $code }: what may be done with the name. Only the person or the family can allow it; whoever of them says no is right until you decide. Your "yes" stands for nobody's permission.
consents-authorities-yes = Give the name to authorities
consents-authorities-no = Do not give it to authorities
consents-publication-yes = Publish the name
consents-publication-no = Do not publish the name
consents-ask = Ask the family
consents-asked = { $code }: asked. The answer will stand on the card.
consents-nobody = { $code }: nobody was asked. The chat is hidden or muted, they do not want to be written to, or they may be at the scene themselves.
ask-consent = 🖐 Somebody forbids using the name, or the family disagrees. Read it and decide under "{ button-consents }". What has left already may have to be asked back.
draft-consent = Somebody without a case asks not to give or publish a name ({ $when }). Read whose.
line-consent-asked = the family is asked about the name
line-consent-decided = decided about the name: { $why }
