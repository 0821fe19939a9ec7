# Сынақ алаңы: телефондар беті артындағы бот туралы не айтады. Мұны тек көрермендер оқиды.

timer-escalation = Келесі заңгерлерден сұрау
timer-first-action = Ештеңе жасалмады: істі қайта ұсыну
timer-draft = Хабарды жалғастыра ма деп сұрау
timer-wipe = Аяқталмаған хабарды ұмыту
timer-which = «Қай хабар?» деген сұраққа жауап күтпеу
timer-forget = Қате код енгізу әрекеттерін ұмыту
timer-digest = Күндік жиынтық
timer-housekeeping = Түнгі тазалау

lane-alert = Дабылдар
lane-reply = Жауаптар
lane-news = Жаңалықтар
lane-edit = Карталарды түзету
lane-reminder = Еске салулар
lane-digest = Жиынтық
lane-broadcast = Таратылымдар

busy-with-another = қазір басқа нәрсе жүріп жатыр; сәл күтіңіз.
not-without-bot = бот жұмыс істемей тұр; алдымен оны іске қосыңыз.
scene-stopped = Көрініс тоқтады: { $why }
