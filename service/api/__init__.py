"""What other programs ask: JSON in, JSON out."""

from flask import Blueprint

from service.api import bulk, bulk_review, check, documents, health, judgements, normalize, styles, xliff

BLUEPRINTS: tuple[Blueprint, ...] = (
    normalize.blueprint,
    check.blueprint,
    xliff.blueprint,
    judgements.blueprint,
    documents.blueprint,
    bulk.blueprint,
    bulk_review.blueprint,
    styles.blueprint,
    health.blueprint,
)
