"""A published JSON Schema or information model → the model of a new version, with the texts of a version that is there.

Two readers make a specification: of a JSON Schema, and of XMI. One writer makes the model files of it. The result is a
start: structure is complete; where the other version has no such thing, `ddas lint` asks for a text.
"""
