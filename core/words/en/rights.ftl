# What the law says a person may ask for who is held; the texts themselves are data of the country.

button-rights = What the law says
rights-held = Whoever is held
rights-minor = Under 18
rights-foreigner = Citizens of another country
rights-relatives = For relatives
rights-source = ({ $articles })
rights-unreviewed = Not checked by a lawyer.
rights-rest = The rest ({ $count })
rights-lawyer = This is the law, not advice. A lawyer answers for your case.
rights-none = There are no texts about this yet. A lawyer will answer you.
