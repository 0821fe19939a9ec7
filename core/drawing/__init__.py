"""Pictures out of words and numbers. Pure, given the font: no clock, no file, no network."""
