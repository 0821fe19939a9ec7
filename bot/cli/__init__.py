"""The command line: commands names them all, a module each has what one of them takes and says."""
