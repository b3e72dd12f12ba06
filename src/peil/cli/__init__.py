"""The command line: arguments in, problems out. No stage's work is done here."""
