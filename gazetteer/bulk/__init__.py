"""Bulk: a file of rows goes in, the same rows come out, each with what its name means beside it; no row is lost."""
