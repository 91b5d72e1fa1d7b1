"""Making packages of fieldcat: what `make package` does (docs/packaging.md)."""
