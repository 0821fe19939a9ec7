# Істің қаншалықты анық екені және дереккөзге қаншалықты сенуге болатыны: мүшелер үшін.
button-verify = Тексеру
button-source = { $number }-дереккөз
button-verify-back = Артқа
verify-head = { $code } қаншалықты анық? Қазір: { $verification }.
verify-source = { $code } бойынша осы дереккөзге қаншалықты сенуге болады?
verify-line = { $number }. { $who }, { $time }
source-reporter = хабар берген адам
source-said = { $number }-дереккөз, { $who }
source-joked-before =
    { $count ->
        [one] осы чаттан бұрын келген { $count } хабар қалжың деп танылған
       *[other] осы чаттан бұрын келген { $count } хабар қалжың деп танылған
    }
reliability-highly = өте сенімді
reliability-likely = сенімді сияқты
reliability-unsure = белгісіз
reliability-unknown = бағаланбаған
reliability-likely-not = сенімсіз сияқты
reliability-not-at-all = сенімсіз
rang-confirms = қоңырау шалынды: растайды
rang-denies = қоңырау шалынды: жоққа шығарады
rang-no-answer = қоңырау шалынды: жауап бермейді
rang-wrong-number = қоңырау шалынды: нөмір қате
joke-yes = қалжың болуы мүмкін
joke-no = қалжың емес
line-verified = анықтығы: { $why }
line-assessed = дереккөз: { $why }
line-rang-back = { $why }
line-joke = дереккөз: { $why }
source-warned = ⚠️ басқа хабарлаушы біреуден сақтандырады: тексергенше мұнда ештеңе айтылмайды
