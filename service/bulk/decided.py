"""What people have decided of a job's names, as one mark: whether its result was written with all of that."""

from hashlib import sha256

from gazetteer.bulk.store import Store


def mark_of_choices(store: Store) -> str:
    """What tells the decisions kept now from those of another moment."""
    mark = sha256()
    for values, answer in sorted(store.choices().items()):
        mark.update(repr(values).encode() + answer.to_bytes() + b"\0")
    return mark.hexdigest()
