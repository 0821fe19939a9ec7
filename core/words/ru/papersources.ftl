# What lies beside a paper, for whoever signs it
paper-declined = Имена в других падежах: их склонила программа. Проверьте, пожалуйста, каждое:
paper-origin-article = { $article }, юристом не проверено
paper-origin-article-checked = { $article }, проверено юристом
paper-fixed = слова самого шаблона
paper-unsaid = никто этого не сказал
