"""Fit the weights of the evidence, and what turns the best score into a probability.

    python -m benchmarks.fit TRAINING SCRATCH

TRAINING is what `benchmarks.make_training` wrote, SCRATCH a folder for the gazetteer without its
held-out rows. Writes weights.toml and letters.toml in gazetteer/matching, and benchmarks/results/fit.md.
The ranking is a conditional logit over each question's candidates, the probability a logistic
regression on the first of them, fitted on other questions than it is reported on.
"""

import argparse
import csv
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from benchmarks.ranking import LETTERS, NAMES, changes, fit_ranking, write_letters
from benchmarks.scratch import scratch
from gazetteer.matching.decision import GROUNDS, grounds
from gazetteer.matching.letters import SCALE, Change
from gazetteer.matching.score import Scored, score
from gazetteer.matching.weights import FILE, Weights, weights
from gazetteer.model import Query
from gazetteer.offering import candidates
from gazetteer.resolve import Gazetteer

PROBABILITY_PENALTY = 0.0005
REPORT = Path(__file__).parent / "results" / "fit.md"


def main() -> None:
    """Fit, report, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("training", type=Path)
    parser.add_argument("scratch", type=Path)
    given = parser.parse_args()
    gazetteer = scratch(given.scratch, given.training / "removed.tsv")
    questions = _questions(gazetteer, given.training / "queries.tsv")
    half = len(questions) // 2
    ranking, letters = fit_ranking([q for q in questions[:half] if q["right"].any()])
    rescored = [_rescored(question, ranking, letters) for question in questions]
    confidence = fit_probability(rescored[half:])
    _report(rescored[:half], ranking, confidence)
    _write(ranking, confidence)
    write_letters(letters)


def _questions(gazetteer: Gazetteer, path: Path) -> list[dict[str, Any]]:
    found = []
    with path.open(encoding="utf-8", newline="") as rows:
        table = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
    random.Random(1).shuffle(table)
    for number, row in enumerate(table):
        asked = Query(row["query"])
        scored = score(asked, candidates(gazetteer.index, asked), weights())
        answers = set(row["answer"].split("|"))
        ids = [gazetteer.index.main.entity(one.candidate.key).identifiers.get("geonames") for one in scored]
        values = np.zeros((len(scored), len(NAMES)))
        for place, one in enumerate(scored):
            for name, said, _ in one.evidence:
                values[place, NAMES.index(name)] = said
        right = np.array([number in answers for number in ids], dtype=bool)
        found.append({"row": row, "asked": asked, "scored": scored, "x": values, "right": right})
        if number % 1000 == 0:
            print(f"  {number:,} of {len(table):,} questions", flush=True)
    return found


def _rescored(
    question: Mapping[str, Any], ranking: Mapping[str, float], letters: Mapping[Change, float]
) -> dict[str, Any]:
    now = Weights(ranking, {}, 0.5, 0.0, 0.0, {})
    said = [sum(letters.get(change, 0.0) for change in changes(one.candidate)) for one in question["scored"]]
    question["x"][:, LETTERS] = np.clip(np.array(said) / SCALE, -1.0, 1.0)
    total = question["x"] @ np.array([ranking[name] for name in NAMES])
    order = sorted(
        range(len(total)),
        key=lambda place: (
            -total[place],
            -question["scored"][place].candidate.weight,
            question["scored"][place].candidate.key,
        ),
    )
    scored = [
        Scored(question["scored"][place].candidate, float(total[place]), question["scored"][place].evidence)
        for place in order
    ]
    right = question["right"][order]
    numbers = grounds(scored, now) if scored else None
    return {**question, "scored": scored, "right": right, "grounds": numbers}


def fit_probability(questions: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Weights of the grounds under which the probability that the first is right is calibrated."""
    usable = [question for question in questions if question["scored"]]
    x = np.array([[question["grounds"][name] for name in GROUNDS] for question in usable])
    y = np.array([bool(question["right"][0]) for question in usable], dtype=float)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        z = np.clip(x @ w[1:] + w[0], -30, 30)
        p = 1 / (1 + np.exp(-z))
        value = -np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))
        gradient = np.concatenate(([np.mean(p - y)], x.T @ (p - y) / len(y)))
        penalty = PROBABILITY_PENALTY * np.concatenate(([0.0], w[1:]))
        return value + 0.5 * float(penalty @ w), gradient + penalty

    found = minimize(loss, np.zeros(len(GROUNDS) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return {"constant": round(float(found.x[0]), 3)} | {
        name: round(float(value), 3) for name, value in zip(GROUNDS, found.x[1:], strict=True)
    }


def probability_of(question: Mapping[str, Any], confidence: Mapping[str, float]) -> float:
    """The probability that the first candidate is right."""
    if not question["scored"]:
        return 0.0
    total = confidence["constant"] + sum(confidence[name] * question["grounds"][name] for name in GROUNDS)
    return float(1 / (1 + np.exp(-np.clip(total, -30, 30))))


def _report(
    questions: Sequence[Mapping[str, Any]], ranking: Mapping[str, float], confidence: Mapping[str, float]
) -> None:
    """Recall by stratum, and calibration in ten bins, on questions the probability was not fitted on."""
    lines = ["# Fit of the weights", "", f"{len(questions):,} questions that the probability was not fitted on.", ""]
    strata: dict[str, list[Mapping[str, Any]]] = {}
    for question in questions:
        if question["row"]["answer"] != "NIL":
            for name in ("all", question["row"]["stratum"]):
                strata.setdefault(name, []).append(question)
    lines += ["| stratum | questions | recall@1 | recall@10 | among the candidates |", "|---|--:|--:|--:|--:|"]
    for name, own in sorted(strata.items(), key=lambda item: -len(item[1])):
        first = np.mean([bool(q["right"][:1].any()) for q in own])
        ten = np.mean([bool(q["right"][:10].any()) for q in own])
        some = np.mean([bool(q["right"].any()) for q in own])
        lines.append(f"| {name} | {len(own)} | {first:.3f} | {ten:.3f} | {some:.3f} |")
    p = np.array([probability_of(q, confidence) for q in questions])
    y = np.array([bool(q["right"][:1].any()) for q in questions])
    nil = np.array([q["row"]["answer"] == "NIL" for q in questions])
    lines += ["", "| probability | questions | said | right |", "|---|--:|--:|--:|"]
    for low in np.arange(0, 1, 0.1):
        inside = (p >= low) & (p < low + 0.1 + 1e-9)
        if inside.any():
            lines.append(f"| {low:.1f} | {inside.sum()} | {p[inside].mean():.3f} | {y[inside].mean():.3f} |")
    lines += ["", "| threshold | precision | decision recall | NIL left alone |", "|---|--:|--:|--:|"]
    for threshold in (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9):
        given = p >= threshold
        recall, alone = y[given].sum() / (~nil).sum(), (~given & nil).sum() / nil.sum()
        lines.append(f"| {threshold} | {y[given].mean():.3f} | {recall:.3f} | {alone:.3f} |")
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))


def _write(ranking: Mapping[str, float], confidence: Mapping[str, float]) -> None:
    """The numbers into weights.toml; decision and namesake keep what they are."""
    now = weights()
    text = "# Fitted by `python -m benchmarks.fit`: see benchmarks/results/fit.md; what is argued is in fit.py.\n"
    text += "\n[evidence]\n" + "".join(f"{name} = {value}\n" for name, value in ranking.items())
    text += "\n# The probability that the first candidate is meant: a logistic of these grounds.\n[confidence]\n"
    text += "".join(f"{name} = {value}\n" for name, value in confidence.items())
    text += f"\n[decision]\nthreshold = {now.threshold}\nmargin = {now.margin}\nexact = {now.exact}\n"
    text += "\n[namesake]\n" + "".join(f"{name} = {value}\n" for name, value in now.namesake.items())
    FILE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
