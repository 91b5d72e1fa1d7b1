"""fieldcat: an offline casebook for people who train others in child online safety."""

__version__ = "0.1.0"
