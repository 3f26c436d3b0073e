"""What the form offers to choose from."""

from gazetteer.query import countries, languages

# Languages of the copy a newsroom translates from, in whatever order: they are shown by name.
# fmt: off
PRESS = (
    "ar", "az", "be", "bg", "bn", "bs", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he",
    "hi", "hr", "hu", "hy", "id", "it", "ja", "ka", "kk", "ko", "lt", "lv", "mk", "mn", "nl", "no", "pl", "pt",
    "ro", "ru", "sk", "sl", "sq", "sr", "sv", "th", "tr", "uk", "ur", "uz", "vi", "zh",
)
# fmt: on

Choice = tuple[str, str]


def language_choices(chosen: str | None) -> list[Choice]:
    """Codes and names of the press languages; one chosen by address is offered too."""
    offered = {code: languages().get(code, code) for code in PRESS}
    if chosen:
        offered.setdefault(chosen, languages().get(chosen, chosen))
    return _by_name(offered)


def country_choices() -> list[Choice]:
    """Codes and names of all countries."""
    return _by_name(dict(countries()))


def _by_name(offered: dict[str, str]) -> list[Choice]:
    return sorted(offered.items(), key=lambda choice: choice[1])
