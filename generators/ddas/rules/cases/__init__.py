"""The cases of a rule: a base example with a JSON Patch, and what they show."""
