"""What makes the data files of the package from public sources. Run by hand, once in a few years; nothing imports it.

``installing`` is what ``make`` says while it installs.
"""
