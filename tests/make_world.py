"""Write tests/world.jsonl: the small world of the tests, cut out of a whole gazetteer.

Needs a gazetteer that `python -m gazetteer init` has filled, in GAZETTEER_HOME. The entities are
real and whole, with every name they have; what is chosen is only which of them there are.

    python tests/make_world.py
"""

import os
from pathlib import Path

from gazetteer.importers.export import export_lines, source_lines
from gazetteer.store import database_url, open_engine

WORLD = Path(__file__).with_name("world.jsonl")

COUNTRIES = "UA RU FR DE PL GB US CN BY GE JO TD TR"
UKRAINIAN_REGIONS = "UA-14 UA-53 UA-63 UA-65 UA-74 UA-12 UA-32"
PLACES = """
713174 712959 703448 706483 706448 712926 712925 703656 710735 710915 696464 709930 709717 701822 702550 698740
696643 694423 702658
524901 5601538 565348 2643743 6058560 4517009 1816670 2988507 4717560 756135 2950159 2867714 2825297
360630 3169070 1850147 264371 611717 616052 1835848 1609350 281184 1273294 292223
3444859 5232661
4409896 4951788 4250542 5754005 4525353 4787117
2990440 2639577 5207728 2656173 3190261 4076598 8310780
2965140 5379513 2651468 4910543 2656161 2638978 2972191 2990999 2962943 5110629 5308655 4391812 4903780 3580639
5316428 2649788 2656333 2634777 1282027 3003093 3037656 629634 3161732 3016702 3204509 2638678 2643071 2928810
2637627 2634569 2636671 5713587 2975050 2786318 5725846 5640350 5445820 3014856 2651214
2879139 2763658 548605 1512569 112931 708636 702716 1838524
1797929 759734 546230 1487281 282615 712165
705104 705115 581049 710791 553915 689558 1858421 2618425
2803138 2935022 5394165 3067696
"""
OTHERS = """
iso3166-2-JP-13 iso3166-2-GB-RDG
wikidata-Q40855 wikidata-Q166 wikidata-Q35000 wikidata-Q191238 wikidata-Q202796 naturalearth-pen-cape.crimea
curated-oleksandr-syrskyi wikidata-Q3874799 wikidata-Q59321885 wikidata-Q7747 curated-lyudmila-putina wikidata-Q2866
curated-nikolai-lukashenko curated-pamela-rendi-wagner wikidata-Q4082839 curated-kyrylo-budanov
curated-wagner-group wikidata-Q1065 wikidata-Q7184 wikidata-Q458 curated-kremlin curated-armed-forces-of-ukraine
wikidata-Q130879 curated-islamic-state
iso3166-2-DE-TH iso3166-2-RU-BEL wikidata-Q15031 wikidata-Q60772 wikidata-Q557436 wikidata-Q6279 imdb-nm0001376
curated-coco-gauff iso3166-2-CN-GD wikidata-Q3052772 wikidata-Q12612463 wikidata-Q590952 wikidata-Q923337
wikidata-Q189170 iso3166-2-UA-21 wikidata-Q41984
"""


def chosen() -> list[str]:
    """The public ids of the world."""
    of_countries = [f"iso3166-{code}" for code in COUNTRIES.split()]
    of_regions = [f"iso3166-2-{code}" for code in UKRAINIAN_REGIONS.split()]
    return [*of_countries, *of_regions, *(f"geonames-{number}" for number in PLACES.split()), *OTHERS.split()]


def main() -> None:
    """Write the file, and say what is missing from the gazetteer."""
    engine = open_engine(database_url(Path(os.environ.get("GAZETTEER_HOME", "var")), os.environ.get("DATABASE_URL")))
    with engine.connect() as connection:
        lines = list(export_lines(connection, only=chosen()))
        told = [line for line in source_lines(connection) if _used(line, lines)]
    WORLD.write_bytes(b"".join([*told, *lines]))
    print(f"{len(lines)} of {len(chosen())} entities")


def _used(source: bytes, lines: list[bytes]) -> bool:
    key = source.split(b'"key":', 1)[1].split(b'"', 2)[1]
    return any(b'"' + key + b'"' in line for line in lines)


if __name__ == "__main__":
    main()
