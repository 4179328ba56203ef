"""The quality schema: as much of the rules as JSON Schema can say."""
