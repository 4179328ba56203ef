"""Keeping personal data out of sight."""
