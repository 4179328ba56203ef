"""A published JSON Schema → the model of a new version, with the texts of a version that is already there.

The result is a start: structure is complete; where the other version has no such thing, `ddas lint` asks for a text.
"""
