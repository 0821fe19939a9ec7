# What lies beside a paper, for whoever signs it
paper-declined = Басқа септіктегі есімдер: оларды бағдарлама септеді. Әрқайсысын тексеріңіз:
paper-origin-article = { $article }, заңгер тексермеген
paper-origin-article-checked = { $article }, заңгер тексерген
paper-fixed = үлгінің өз сөздері
paper-unsaid = мұны ешкім айтқан жоқ
