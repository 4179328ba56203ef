"""What kinds of one family share; a family has no kinds of its own."""
