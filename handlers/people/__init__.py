"""Addresses and readers: who somebody is, and in which language they are written to."""
