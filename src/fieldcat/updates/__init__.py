"""Editions as they come in: bundles read as what a stranger may have made, verified, staged."""
