"""Schemas that machines read."""
