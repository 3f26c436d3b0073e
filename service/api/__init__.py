"""What other programs ask: JSON in, JSON out."""

from flask import Blueprint

from service.api import bulk, bulk_review, check, documents, health, judgements, normalize, styles, transliterate, xliff

BLUEPRINTS: tuple[Blueprint, ...] = (
    normalize.blueprint,
    check.blueprint,
    xliff.blueprint,
    judgements.blueprint,
    documents.blueprint,
    bulk.blueprint,
    bulk_review.blueprint,
    styles.blueprint,
    transliterate.blueprint,
    health.blueprint,
)
