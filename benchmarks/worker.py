"""One worker's start and memory: opens a gazetteer, answers once, and says what that took.

    python -m benchmarks.worker HOME [--wait]

prints one JSON line: seconds from process start to the first answer, private memory (USS) in MiB.
With --wait it stays until its input closes, so that several can be measured side by side.
"""

import json
import sys
import time
from pathlib import Path

import psutil

WARM_UP = ("Bakhmout", "Бахмут", "東京", "القاهرة", "Selenskyj", "서울", "Xqzzt")


def main() -> None:
    """Open, answer, say."""
    home = Path(sys.argv[1])
    from gazetteer.model import Query
    from gazetteer.resolve import open_gazetteer, resolve

    gazetteer = open_gazetteer(home)
    resolve(gazetteer, Query("Bakhmout"))
    first = time.time() - psutil.Process().create_time()
    for name in WARM_UP:
        resolve(gazetteer, Query(name))
    memory = psutil.Process().memory_full_info()
    print(
        json.dumps({"first_answer_s": first, "uss_mib": memory.uss / 2**20, "pss_mib": memory.pss / 2**20}), flush=True
    )
    if "--wait" in sys.argv:
        sys.stdin.read()


if __name__ == "__main__":
    main()
