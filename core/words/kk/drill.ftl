# A drill of the whole chain. drill-mark stands above everything that is shown in it.

drill-mark = Жаттығу дабылы: ешкім ұсталған жоқ, шын ештеңе болып жатқан жоқ.
drill-ask = Жаттығу дабылы, { $place }: заңгерлерден шын істегідей сұраймыз, әр хабарламада бұл жаттығу екені айтылады. Келіскен әрі бос: { $agreed }.
button-drill-begin = Дабылды бастау
drill-begun = Жаттығу дабылы басталды. Сұралды: { $asked }. Біткенде қалай өткенін оқисыз.
drill-runs = Жаттығу дабылы жүріп жатыр. Біткенде қалай өткенін оқисыз.
drill-unknown = Мұндай жер жоқ. /drill деп, қаланы жазыңыз, мысалы: /drill Алматы
drill-took = Сіз { $seconds } с ішінде алдыңыз. Шын істе мұнда есімдер, сөздер мен нөмірлер тұрар еді. Рақмет.
drill-cannot = { $seconds } с ішінде жазылды: сіз алмайсыз. Рақмет.
drill-somebody-took = Бір әріптес алды. Бәрібір жауап беріңіз: хабар жеткенін сонда білеміз.
drill-head = { $place }, { $time }: бірінші болып { $after } ішінде алды. Сұралды: { $asked }.
drill-head-nobody = { $place }, { $time }: ешкім алмады. Сұралды: { $asked }.
drill-member-accepted = ✓ { $name }: { $after }
drill-member-declined = ✗ { $name }: алмайды, { $after }
drill-member-offered = … { $name }: жауап жоқ
drill-member-expired = … { $name }: жауап жоқ
drill-member-unreachable = ⚠ { $name }: хабар жетпеді
drill-member-unheard = ⚠ { $name }: телефонға жеткені белгісіз ({ $messengers }), жауап жоқ
drill-more = … және тағы { $count }
drill-nobody-agreed = Жаттығу дабылына ешкім келіскен жоқ. Оларға /drills деп жазуын айтыңыз.
drill-nobody-free = Жаттығуға келіскендердің арасында қазір сұрайтын ешкім жоқ: кезекші емес немесе нақты іспен айналысып отыр. Кейінірек көріңіз.
drill-not-agreed = Жаттығуға келіспегендіктен сұралмағаны (/drills): { $count }.
digest-drill = Соңғы жаттығу дабылы: { $drill }
