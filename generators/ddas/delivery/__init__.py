"""A delivery as bytes: reading it, and finding places in it."""
