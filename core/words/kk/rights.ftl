# Ұсталған адам заң бойынша не сұрай алады; мәтіндердің өзі елдің деректерінде.

button-rights = Заң не дейді
rights-held = Ұсталған адам
rights-minor = 18 жасқа толмаған
rights-foreigner = Басқа елдің азаматы
rights-relatives = Жақындарына
rights-source = ({ $articles })
rights-unreviewed = Заңгер тексермеген.
rights-rest = Қалғаны ({ $count })
rights-lawyer = Заңда осылай жазылған, бұл кеңес емес. Ісіңіз туралы заңгер айтады.
rights-none = Бұл туралы мәтін әзірге жоқ. Сізге заңгер жауап береді.
