"""Checking deliveries: structure by the wire schema, then the rules."""
