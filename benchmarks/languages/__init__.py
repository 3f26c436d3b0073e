"""The languages measured and written up: rows of the tables, round trips, Ukrainian places, and the page on them."""
