"""What other programs ask: JSON in, JSON out."""

from flask import Blueprint

from service.api import check, health, normalize, styles

BLUEPRINTS: tuple[Blueprint, ...] = (normalize.blueprint, check.blueprint, styles.blueprint, health.blueprint)
