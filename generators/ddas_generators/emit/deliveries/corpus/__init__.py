"""The conformance corpus: deliveries with what every validator should say of them."""
