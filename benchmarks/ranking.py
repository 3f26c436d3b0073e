"""Fit what each piece of evidence counts, and each change of a letter, so that the right candidate comes first.

A conditional logit over each question's candidates. Changes of letters are counted as they are, many and each weighed
by itself; they go into gazetteer/matching/letters.toml, the rest into weights.toml.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from gazetteer.matching.evidence import EVIDENCE
from gazetteer.matching.letters import FILE, SCALE, Change, changed
from gazetteer.matching.weights import weights
from gazetteer.model import Candidate

NAMES = [function.__name__ for function in EVIDENCE]
LETTERS = NAMES.index("usual_letters")
# Evidence that the training questions never carry: its weight is argued, not fitted.
ARGUED = {
    "same_country": 2.0, "nearby": 3.0, "same_language": 0.53, "fits_generic": 1.0, "qualified": 2.0,
    "retrieval_only": 0.5, "partial_name": 0.3, "is_place": 0.0, "same_text": 0.3, "same_words": 0.5,
    "known_so": 1.2, "usual_letters": SCALE, "case_form": 0.3,
}  # fmt: skip
EVIDENCE_PENALTY, LETTER_PENALTY = 0.002, 0.0001
SELDOM = 30  # candidates; a change that is met less often is not learned
SLIGHT = 0.1  # a change that counts less is left out, and the rest fitted again

Questions = Sequence[Mapping[str, Any]]


def fit_ranking(questions: Questions) -> tuple[dict[str, float], dict[Change, float]]:
    """Weights under which the right candidate comes before the others: of evidence, and of changes of letters."""
    rows = [changes(one.candidate) for question in questions for one in question["scored"]]
    met = Counter(change for row in rows for change in row)
    known = sorted(change for change, times in met.items() if times >= SELDOM)
    _, letters = _fitted(questions, rows, known)
    evidence, letters = _fitted(questions, rows, [change for change in known if abs(letters[change]) >= SLIGHT])
    return evidence, letters


def write_letters(letters: Mapping[Change, float]) -> None:
    """The numbers into letters.toml: a table for each kind of writing, a line for each letter of the known name."""
    lines = [
        "# Fitted by `python -m benchmarks.fit` on the gazetteer's own names. A line: a letter of a known name, and",
        '# what is read instead, "" if nothing is; "+" is what is added. Logarithms of odds for the candidate.',
    ]
    for name in dict.fromkeys(name for name, _, _ in letters):
        lines += ["", f"[{name}]"]
        for one in dict.fromkeys(letter for table, letter, _ in letters if table == name):
            said = [
                f'"{other}" = {number}'
                for (table, letter, other), number in letters.items()
                if (table, letter) == (name, one)
            ]
            lines.append(f'"{one}" = {{ {", ".join(said)} }}')
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def changes(candidate: Candidate) -> list[Change]:
    """What parts the reading of a candidate from what was asked; nothing where they are the same."""
    if candidate.said == candidate.form:
        return []
    return changed(candidate.said, candidate.form, candidate.written.script)


def _fitted(
    questions: Questions, rows: Sequence[Sequence[Change]], known: Sequence[Change]
) -> tuple[dict[str, float], dict[Change, float]]:
    """Weights of the evidence and of these changes, by L-BFGS."""
    place = {change: number for number, change in enumerate(known)}
    cells = [(row, place[change]) for row, changes in enumerate(rows) for change in changes if change in place]
    across = np.array([cell for _, cell in cells], dtype=np.int64)
    down = np.array([row for row, _ in cells], dtype=np.int64)
    counted = csr_matrix((np.ones(len(cells)), (down, across)), shape=(len(rows), len(known)))
    weighed = np.vstack([question["x"] for question in questions])
    weighed[:, LETTERS] = 0.0
    x = hstack([csr_matrix(weighed), counted]).tocsr()
    turned = x.T.tocsr()
    right = np.concatenate([question["right"] for question in questions])
    sizes = [len(question["right"]) for question in questions]
    starts = np.cumsum([0, *sizes[:-1]])
    question_of = np.repeat(np.arange(len(sizes)), sizes)
    free = np.array([name not in ARGUED for name in NAMES] + [True] * len(known))
    penalty = np.array([EVIDENCE_PENALTY] * len(NAMES) + [LETTER_PENALTY] * len(known)) * free

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ w
        z = np.exp(z - np.maximum.reduceat(z, starts)[question_of])
        share = z / np.add.reduceat(z, starts)[question_of]
        mine = np.add.reduceat(share * right, starts) + 1e-12
        slope = -(turned @ (share * right / mine[question_of] - share)) / len(sizes) + 2 * penalty * w
        return float(penalty @ (w * w) - np.log(mine).mean()), slope * free

    usual = [ARGUED.get(name, weights().evidence[name]) for name in NAMES]
    found = minimize(loss, np.array(usual + [0.0] * len(known)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    fitted = [round(float(value), 3) for value in found.x]
    return dict(zip(NAMES, fitted[: len(NAMES)], strict=True)), {
        change: round(number, 2) for change, number in zip(known, fitted[len(NAMES) :], strict=True)
    }
