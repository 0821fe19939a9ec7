# Органдар мен соттарға арналған құжаттар: оларда не жетіспейді, не сұралады, шағымда не белгіленеді.

paper-field-organisation-name = ұйымның атауы
paper-field-signer-name = кім қол қояды
paper-field-signer-office = қол қоюшының лауазымы
paper-field-overrun-length = қандай мерзім өтті
paper-field-overrun-article = мерзім туралы бап
paper-field-calls = бөлімдерге қоңыраулар
paper-field-answers-request = не сұрайсыз
paper-field-answers-circumstance = бұл қандай мән-жайды анықтайды
paper-field-answers-violation = бұл неге заңсыз
paper-field-answers-act = неге шағым беріледі
paper-field-answers-learned = бұл қашан белгілі болды
paper-field-answers-court = қай сот
paper-ask-answers-request = Не сұрайсыз? Бір анық өтініш, сөзбен: «… күшін жоюды», «… іске қосуды».
paper-ask-answers-circumstance = Бұл қандай мән-жайды анықтауға тиіс?
paper-ask-answers-violation = Мұның несі заңсыз және неге? Бір-екі сөйлем, құжатта қалай тұрса, солай.
paper-ask-answers-act = Неге шағым беріледі? Шешім, әрекет не әрекетсіздік: кімдікі, қандай, қай күнгі.
paper-ask-answers-learned = Бұл туралы қашан білдіңіз? Күні мен сағаты: мерзім содан саналады.
paper-ask-answers-court = Қай сот қарайды? Толық атауы.

paper-field-grounds-protocol-late = хаттама кеш жасалған
paper-field-grounds-protocol-unseen = хаттаманы көрсету сұралған, көрсетілмеген
paper-field-grounds-times-differ = уақыттар сәйкес келмейді
paper-field-grounds-rights-unexplained = құқықтары түсіндірілмеген
paper-field-grounds-counsel-refused = қорғаушыны кіргізбеген
paper-field-grounds-no-private-talk = оңаша сөйлестірмеген
paper-field-grounds-relatives-untold = туыстарына хабарланбаған
paper-field-grounds-parents-untold = ата-анасына хабарланбаған
paper-field-grounds-embassy-untold = елшілікке хабарланбаған
paper-field-grounds-no-phone-notice = қоңырау хаттамада жоқ
paper-field-grounds-no-medical = медициналық куәландыру жоқ
paper-field-grounds-ill-treatment = қатыгез қарым-қатынас
paper-field-grounds-no-delivery-certificate = жеткізу туралы анықтама жоқ
paper-field-grounds-no-release-certificate = босату туралы анықтама жоқ
paper-field-grounds-decision-refused = шешімді көрсетуден бас тартқан
paper-field-grounds-copies-refused = көшірме беруден бас тартқан
paper-field-grounds-registration-refused = тіркеуден бас тартқан
