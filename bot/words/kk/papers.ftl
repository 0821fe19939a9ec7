# Құжаттар: олар неден құралады және олар үшін не сұралады. Ұйым мүшелері оқиды.

paper-not-known = [белгісіз: { $what }]
paper-field-other = тағы бір мәлімет
paper-file = 📄 { $name } · { $code }
    Қол қоймас бұрын оқып шығыңыз. Артынан мәтіні мен дереккөздері келеді; бір тәуліктен соң бәрі чаттан өшіріледі.
paper-broken = ⚠️ { $name }: құжат жасалмады, үлгісі бұзылған. Әкімшілерге хабарланды. Енгізгеніңіз жоғалған жоқ.
paper-sources = 🔎 Әр сөйлем қайдан алынды. Бұл сізге арналған, құжаттың өзінде жоқ.
paper-unverified-mark = { " " }(тексерілмеген)
paper-origin-answer = осы құжат үшін айтылды
paper-origin-mark = заңдағы мерзім, айтылғандар бойынша
paper-origin-law = заң
paper-origin-organisation = ұйым
paper-origin-bot = бот есептеген
paper-origin-paper = құжат, оқыған: { $name }
paper-origin-other = істің өзі
operator-paper-broken = { $paper } ({ $language }) үлгісі толтырылмайды ({ $id } құжаты). Қараңыз: dabyl paper check.
