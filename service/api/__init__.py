"""What other programs ask: JSON in, JSON out."""

from flask import Blueprint

from service.api import check, health, judgements, normalize, styles, xliff

BLUEPRINTS: tuple[Blueprint, ...] = (
    normalize.blueprint,
    check.blueprint,
    xliff.blueprint,
    judgements.blueprint,
    styles.blueprint,
    health.blueprint,
)
