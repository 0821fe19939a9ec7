# Почему спрашивают именно этого человека: в истории дела, в предложении, на карточке координаторов.
line-offered-why = запрошен ответ: { $as } ({ $why })
asked-as-region = юрист региона
asked-as-neighbours = юрист соседнего региона
asked-as-coordinators = координатор
asked-as-escalation-list = из последнего списка
asked-near-city = в этом городе
asked-near-region = в этом регионе
asked-near-everywhere = работает везде
asked-near-neighbour = соседний регион
asked-near-far = другой регион
asked-km = около { $km } км
asked-speaks = знает язык
asked-speaks-not = не знает языка
asked-knows = специализация: { $what }
asked-load = уже в работе: { $count }
asked-again = раньше не ответил(а)
asked-plan = порядок: { $plan }
knows-administrative = административные дела
knows-criminal = уголовные дела
knows-minors = несовершеннолетние
knows-torture = пытки
knows-migration = миграция
knows-journalists = журналисты

offer-by-phone-km = ☎ От вас около { $km } км: достаточно помочь по телефону.
ask-unheard = ☎️ Срочно, и пока никто не ответил. Сообщение не разбудит: позвоните.
timer-unheard = Срочно: пусть позвонит координатор
