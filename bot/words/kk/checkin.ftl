# Хабарласу уақыты: адам бір жаққа барады, аман екенін жазбаса, оны үйлестіруші іздейді.

checkin-until = Аман екеніңізді осында қай уақытқа дейін жазасыз? Жазбасаңыз, ұйымның адамдары сізді іздейді. Соңында чатта тек уақыт пен «✓» қалады: аман болсаңыз, соны белгілеңіз.
checkin-until-help = Таңдаңыз не уақытын жазыңыз: 15:00, 40 минуттан кейін.
checkin-until-required = Уақыты белгісіз болса, сізді қашан іздеу керегін ешкім білмейді.
checkin-until-short = Жазатын уақыт
checkin-until-h1 = 1 сағаттан кейін
checkin-until-h2 = 2 сағаттан кейін
checkin-until-h3 = 3 сағаттан кейін
checkin-place = Қай қалада боласыз?
checkin-place-help = Қаланы таңдаңыз, жазыңыз не орныңызды жіберіңіз.
checkin-place-short = Қала
checkin-place-unknown = Әзірге білмеймін
checkin-about = Нақты қайда, кіммен, не болады? Мұны сіз жазбасаңыз ғана оқиды.
checkin-about-help = Өз сөзіңізбен жазыңыз.
checkin-about-short = Не болады
checkin-contact = Хабар болмаса, қай нөмірге қоңырау шалайық?
checkin-contact-help = Өзіңіздің не жақыныңыздың нөмірі.
checkin-contact-short = Қоңырау шалатын нөмір
checkin-contact-no = Нөмір жоқ
checkin-review = Уақыты өтіп, он минутта жазбасаңыз, үйлестіруші біледі.
checkin-cancelled = Өшірілді. Ешкім ештеңе білмейді.
checkin-reminder = { $time } еске салу
checkin-ended = { $time } ✓
checkin-none = Бұл аяқталды.
checkin-typed-fine = аманмын, мен аманмын, бәрі жақсы, бәрі дұрыс, бари жаксы, бари дурыс, жақсымын, жаксымын, үйдемін, уйдемин, қауіпсізбін
checkin-typed-longer = тағы бір сағат, тагы бир сагат, тағы сағат, +1 сағат, +1 сагат, бір сағат қосыңыз
button-checkin = Кейін мені тексеріңіз
button-fine = ✓
button-longer = +1 сағ
menu-checkin = Еске салу

problem-ahead-passed = Бұл уақыт өтіп кетті. Алдағы қай уақыт?
problem-ahead-far = Бұл екі тәуліктен артық. Мерзім екі тәуліктен аспайды.
problem-ahead-day = Сағат нешеде? Мысалы, 15:00.
problem-ahead-impossible = Мұндай уақыт жоқ. Қайта жазыңыз, мысалы 15:00.
