"""The command line: main has the commands, a module each does what is longer than a few lines."""
