"""Two specifications side by side, and published schemas read as a specification."""
