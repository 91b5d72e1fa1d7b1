"""The parts that pages are made of; each knows domain types, the theme and its own signals."""
