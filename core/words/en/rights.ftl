# What the law says a person may ask for who is held; the texts themselves are data of the country.

rights-first-minutes = For those who are held: ask for a lawyer at once. Nobody has to speak against themselves or their family. Sign nothing unread. Ask who they are and on what grounds.
button-rights = What the law says
rights-held = Whoever is held
rights-minor = Under 18
rights-foreigner = Citizens of another country
rights-relatives = For relatives
rights-source = ({ $articles })
rights-unreviewed = Not checked by a lawyer.
rights-rest = The rest ({ $count })
rights-lawyer = This is the law, not advice. A lawyer answers for your case.
