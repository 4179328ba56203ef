"""One loop for an edit: lint, what differs from the last commit and who breaks, and the pages of one version."""
