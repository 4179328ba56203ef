"""What documents, the site and the terminal say of a standard, composed once."""
