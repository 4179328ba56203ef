"""DDAS: check deliveries on debt help against the Dutch standard. Importing this loads nothing heavy."""

__version__ = "0.1.0"

__all__ = ["__version__"]
