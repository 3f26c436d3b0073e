"""How good the answers are, over tables whose right answers are known: labels in, measures out."""

from gazetteer.evaluation.answers import Answered, answer_all
from gazetteer.evaluation.labels import Labelled, read_labels
from gazetteer.evaluation.measures import Measures, by_stratum, measure
from gazetteer.evaluation.report import as_dict, table

__all__ = [
    "Answered",
    "Labelled",
    "Measures",
    "answer_all",
    "as_dict",
    "by_stratum",
    "measure",
    "read_labels",
    "table",
]
