"""Linked data: what a version means and what it accepts, for readers of RDF."""
