"""Delimited text: how it is written is guessed, and every byte of it comes back."""
