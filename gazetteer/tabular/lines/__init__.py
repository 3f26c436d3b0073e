"""JSON lines: one object a line, with fields of ours before its closing brace."""
