"""Keys to candidates: a memory-mapped index derived from SQL, which can be thrown away and built again."""

from gazetteer.index.build import build_index
from gazetteer.index.candidates import Offer, offer
from gazetteer.index.opening import Index, index_problem, open_index
from gazetteer.index.snapshot import Snapshot

__all__ = ["Index", "Offer", "Snapshot", "build_index", "index_problem", "offer", "open_index"]
