"""The model read from its YAML files."""
