"""Text in, readings out: the rule engine, the scripts that need code, and the fallback."""
