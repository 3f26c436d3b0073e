"""What spark-submit starts: ``spark-submit submit.py FILE --column city -o OUT`` is ``bulk --engine spark``."""

import sys

from gazetteer.cli import main

if __name__ == "__main__":
    main(["bulk", "--engine", "spark", *sys.argv[1:]], prog_name="python -m gazetteer")
