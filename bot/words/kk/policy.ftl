# Неге дәл осы адамнан сұралады: істің тарихында, ұсыныста, үйлестірушілердің карточкасында.
line-offered-why = сұралды: { $as } ({ $why })
asked-as-region = өңірдің заңгері
asked-as-neighbours = көрші өңірдің заңгері
asked-as-coordinators = үйлестіруші
asked-as-escalation-list = соңғы тізімнен
asked-near-city = осы қалада
asked-near-region = осы өңірде
asked-near-everywhere = барлық жерде жұмыс істейді
asked-near-neighbour = көрші өңір
asked-near-far = басқа өңір
asked-km = шамамен { $km } км
asked-speaks = тілін біледі
asked-speaks-not = тілін білмейді
asked-knows = мамандануы: { $what }
asked-load = қолында { $count } іс бар
asked-again = бұрын жауап бермеген
asked-plan = тәртібі: { $plan }
knows-administrative = әкімшілік істер
knows-criminal = қылмыстық істер
knows-minors = кәмелетке толмағандар
knows-torture = азаптау
knows-migration = көші-қон
knows-journalists = журналистер

offer-by-phone-km = ☎ Сізден шамамен { $km } км: телефонмен көмектесу де жетеді.
ask-unheard = ☎️ Шұғыл, әзірге ешкім жауап берген жоқ. Хабарлама ешкімді оятпайды: қоңырау шалыңыз.
timer-unheard = Шұғыл: үйлестіруші қоңырау шалсын
