"""Names across languages: any spelling, in any script, to one canonical entity."""

__version__ = "0.1.0"
