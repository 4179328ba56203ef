"""A version with all its files, its seals, and the writing of it."""
