"""XLIFF: translations in the exchange format of translators' tools, checked as one copy and put right in place.

Only the text of targets is ever changed; every other byte of a file stays as it was.
"""
