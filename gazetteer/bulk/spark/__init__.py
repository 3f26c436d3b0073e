"""Bulk on Spark: tables of any size, on any number of machines, with the answers that one machine gives.

The gazetteer and the code that reads it travel to the executors in one archive, so that both are everywhere the same.
"""
