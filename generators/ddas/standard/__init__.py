"""One standard as data: its names, its specification, its schema, and the ways through it."""
