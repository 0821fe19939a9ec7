# What lies beside a paper, for whoever signs it
paper-declined = Names in other cases of the grammar, made by the program. Please check each:
paper-origin-article = { $article }, not checked by a lawyer
paper-origin-article-checked = { $article }, checked by a lawyer
paper-fixed = the template’s own words
paper-unsaid = nobody has said it
