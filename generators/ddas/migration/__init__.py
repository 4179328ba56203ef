"""A delivery of one version of a standard → a delivery of a newer version, JSON to JSON."""
