"""What papers cite and whom they are addressed to: offices, articles, earlier findings and demands, as rows of a country."""
