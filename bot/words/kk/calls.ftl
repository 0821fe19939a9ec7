# Телефон: қоңырау шалған адамның хабары және бөлімдерге қоңырау шалу. Үйлестірушілерге.

help-calls = Телефон арқылы: /new – қоңырау шалушының айтқанын бір хабармен жазып алу; істі өзіңіз ашасыз. /calls – бөлімдерге қоңырау шалу.

call-head = 📞 Қоңырау, { $time }. Естігеніңізді бір немесе бірнеше хабармен жазыңыз: кім, қайда, қашан, кім ұстады, қоңырау шалушының нөмірі.
call-missing = Әзірге айтылмады: { $what }
button-open-call = Қоңырау бойынша іс ашу
call-opened = Қоңырау жазылды, іс: { $code }.
call-code =
    🔑 Қоңырау шалушыға дауыстап оқып беріңіз: { $code }
    Осы сөздермен ол ботқа өз телефонынан жаза алады. Іс: { $case }. Оған бізден хабар бармайды: өзіңіз қоңырау шалыңыз.
call-gone = Бұл қоңырау бойынша іс ашылған немесе ол өшірілген.
call-reason = өзіне телефонмен айтылды
call-no-number = нөмірі жоқ
case-by-telephone = ☎️ Телефонмен айтқан: { $who }; жазып алған: { $name }, { $time }. Оған жазу мүмкін емес, қоңырау шалыңыз.
relay-ring = { $code }: телефонмен айтылған, ол жаққа жіберу мүмкін емес. Қоңырау шалыңыз: { $numbers }
line-taken-down = телефонмен айтылды, жазып алынды

report-authorities = { consent-authorities }
report-authorities-again = { consent-authorities }
report-authorities-short = Аты-жөнді органдарға беру
report-authorities-yes = { consent-authorities-yes }
report-authorities-no = { consent-authorities-no }
report-publication = { consent-publication }
report-publication-again = { consent-publication }
report-publication-short = Аты-жөнді жариялау
report-publication-yes = { consent-publication-yes }
report-publication-no = { consent-publication-no }
timer-unopened-call = Іс ашылмаған қоңырауды еске салу
line-station-rung = бөлімнен сұралды: { $why }
