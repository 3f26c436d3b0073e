"""What is measured: how good, how fast, how large; never part of the tests."""
