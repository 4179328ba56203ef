"""Deliveries as files: examples and the conformance corpus."""
