"""Jobs of the service: files of names that are cleaned while their owner waits, or comes back another day."""
