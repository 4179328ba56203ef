"""The documentation site: pages made from a specification, the theme, and the build of all versions."""
