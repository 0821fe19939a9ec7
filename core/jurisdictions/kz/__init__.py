"""Kazakhstan: data only, a package so that it is installed with the program."""
