"""Backups: all rows and all files in one sealed file, the same from either database; and the way back."""
