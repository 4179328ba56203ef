"""Classes in programming languages."""
