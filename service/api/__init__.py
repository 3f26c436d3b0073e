"""What other programs ask: JSON in, JSON out."""

from flask import Blueprint

from service.api import health, normalize, styles

BLUEPRINTS: tuple[Blueprint, ...] = (normalize.blueprint, styles.blueprint, health.blueprint)
