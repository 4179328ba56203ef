"""Python dataclasses."""
