"""The command line, in Dutch."""
