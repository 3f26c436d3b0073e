"""``python -m service.bulk``: the worker on jobs; told the number of its parent, it ends with it.

Processes that resolve names begin by loading the main module of the one that started them, unless that is one of this
name: so they load no more of the service than they need.
"""

import os
import sys

from service.bulk.consumer import run

if __name__ == "__main__":
    run(os.environ, int(sys.argv[1]) if len(sys.argv) > 1 else None)
