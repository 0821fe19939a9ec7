# Кезекшілік. duty-typed-… – күндер мен сағаттарды адамдар қалай жазады; үтір арқылы, кез келген әріппен.

duty-typed-mon = дс, дүйсенбі, дүйсенбіге, дүйсенбіде
duty-typed-tue = сс, сейсенбі, сейсенбіге, сейсенбіде
duty-typed-wed = ср, сәрсенбі, сәрсенбіге, сәрсенбіде
duty-typed-thu = бс, бейсенбі, бейсенбіге, бейсенбіде
duty-typed-fri = жм, жұма, жұмаға, жұмада
duty-typed-sat = сб, сн, сенбі, сенбіге, сенбіде
duty-typed-sun = жс, жк, жексенбі, жексенбіге, жексенбіде
duty-typed-weekdays = жұмыс күндері, жұмыс күні
duty-typed-weekend = демалыс күндері, демалыс
duty-typed-daily = күн сайын, күнде, күнделікті
duty-typed-around = тәулік бойы, күні бойы
duty-typed-today = бүгін
duty-typed-tomorrow = ертең
duty-typed-instead = үшін
duty-typed-replaced = орнына
duty-typed-not = емес, жоқ, басқа
duty-typed-noise = сағат, мен, және, дейін, бастап
