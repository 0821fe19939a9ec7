"""Letters to offices: what they tell of which cases, to whom, what they ask for; chosen, typed and made on one page."""
