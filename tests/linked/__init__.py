"""What RDF tools and PlantUML read."""
