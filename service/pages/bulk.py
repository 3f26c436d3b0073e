"""The page of jobs: a file of names handed in, watched, reviewed and fetched. Its script asks the same API as programs.

A job's own address shows the same page: whatever it shows, it has from the job, so that it survives a reload.
"""

from flask import Blueprint, render_template

from gazetteer.styles import DEFAULT, styles
from gazetteer.tabular.delimited.encodings import GUESSED, UNICODE
from service.bulk import counter
from service.pages.choices import country_choices, language_choices

blueprint = Blueprint("bulk_page", __name__)


@blueprint.get("/bulk")
def new() -> str:
    """The page without a job."""
    return _page()


@blueprint.get("/bulk/<job>/view")
def view(job: str) -> str:
    """The page of a job."""
    counter.find(job)
    return _page()


def _page() -> str:
    known = styles()
    return render_template(
        "bulk.html",
        encodings=sorted(((one.codec, one.name, one.writes) for one in UNICODE + GUESSED), key=lambda one: one[1]),
        countries=country_choices(),
        languages=language_choices(None),
        styles=[(id, style.name) for id, style in known.items() if id != DEFAULT],
        upload_most=counter.settings().bulk.upload_most,
    )
