"""Tabular files: files of rows in the formats data desks have, read by column and written again byte for byte."""
