"""Exports are written: what the cases say is read portion by portion, kept sealed meanwhile, and put into one archive."""
