"""Keys to candidates: a memory-mapped index derived from SQL, which can be thrown away and built again."""

from gazetteer.index.build import build_index
from gazetteer.index.candidates import Offer, offer
from gazetteer.index.opening import Index, index_problem, open_index
from gazetteer.index.snapshot import Snapshot
from gazetteer.index.word_tables import keep_word_tables

__all__ = ["Index", "Offer", "Snapshot", "build_index", "index_problem", "keep_word_tables", "offer", "open_index"]
