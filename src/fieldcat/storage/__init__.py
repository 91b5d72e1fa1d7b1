"""What lies on the disk: the catalogue that is read, what the user made, and where both are."""
