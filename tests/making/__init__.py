"""What tests make: small models, and deliveries from a specification."""
