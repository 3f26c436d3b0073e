"""Parquet files: row groups in, row groups out, with columns of ours besides."""
