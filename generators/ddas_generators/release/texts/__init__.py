"""The texts of a version, out to Excel and back: what was changed there, and nothing else."""
