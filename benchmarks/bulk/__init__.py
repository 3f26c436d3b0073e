"""What bulk work is measured on: files as they come, made of real names by seeded chance."""
