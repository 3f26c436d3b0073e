"""What workers have in common: imported by the process they part from, so that they hold it together, once.

Tables of languages are read with the first name that needs them; here each is asked for once, and nothing else is done.
"""

import gc

from gazetteer.bulk import workers as workers
from gazetteer.collector import no_collector
from gazetteer.matching.native import systems_for
from gazetteer.model import Name, NameKind
from gazetteer.romanization.readings import readings
from gazetteer.romanization.systems import romanize
from gazetteer.text.words import zipf

# A name in each writing, Chinese characters that Japanese reads too among them.
EXAMPLES = (
    "Kyiv", "Київ", "Αθήνα", "თბილისი", "Երևան", "القاهرة", "ירושלים", "北京", "東京", "とうきょう", "서울", "दिल्ली",
    "กรุงเทพ",
)  # fmt: skip
# One in each language whose systems a reason may name.
NATIVE = (
    ("Київ", "uk"), ("Москва", "ru"), ("Минск", "be"), ("София", "bg"), ("Београд", "sr"), ("Αθήνα", "el"),
    ("თბილისი", "ka"), ("Երևան", "hy"), ("القاهرة", "ar"), ("تهران", "fa"), ("ירושלים", "he"), ("北京", "zh"),
    ("서울", "ko"), ("กรุงเทพ", "th"), ("दिल्ली", "hi"),
)  # fmt: skip

with no_collector():
    for _example in EXAMPLES:
        readings(_example)
    for _text, _language in NATIVE:
        for _system in systems_for(Name(_text, _language, NameKind.ENDONYM)):
            romanize(_text, _system)
    zipf("Kyiv", None)
# What is here stays: the collector, which would touch all of it and so part it, need not look at it again.
gc.collect()
gc.freeze()
