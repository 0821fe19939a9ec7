"""Pairs of names, and how well they are told apart: ``python -m tests.matching``."""
