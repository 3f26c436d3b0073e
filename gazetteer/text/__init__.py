"""Unicode: what a written name is made of, before anything is known of its language."""
