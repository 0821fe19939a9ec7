# Why somebody is asked: in the history of a case, on an offer, on the coordinators' card.
line-offered-why = asked: { $as } ({ $why })
asked-as-region = a lawyer of the region
asked-as-neighbours = a lawyer of a neighbouring region
asked-as-coordinators = a coordinator
asked-as-escalation-list = of the escalation list
asked-near-city = in the city
asked-near-region = in the region
asked-near-everywhere = works everywhere
asked-near-neighbour = next region
asked-near-far = another region
asked-km = about { $km } km away
asked-speaks = speaks the language
asked-speaks-not = does not speak the language
asked-knows = knows about: { $what }
asked-load = has { $count } more to do
asked-again = had not answered before
asked-plan = plan: { $plan }
knows-administrative = administrative cases
knows-criminal = criminal cases
knows-minors = minors
knows-torture = torture
knows-migration = migration
knows-journalists = journalists

offer-by-phone-km = ☎ About { $km } km from you: help by phone is enough.
ask-unheard = ☎️ Urgent, and nobody has answered yet. Messages wake nobody: please ring.
timer-unheard = Urgent: have a coordinator ring
