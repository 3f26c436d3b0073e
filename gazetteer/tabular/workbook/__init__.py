"""Workbooks of Excel: the rows of one sheet, read and written by their bytes; all else stays as it is."""
