"""One module per pair of versions."""
