"""Rows that one room of casework keeps: one frozen class a table, one field a column. The rest is in model and traffic."""
