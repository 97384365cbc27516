"""Where the frozen program starts: the same command line as ``thrice`` from source."""

import multiprocessing
import sys

from desktop.cli.main import main

if __name__ == "__main__":
    # Foreign mail is parsed in a process of its own; in a frozen program that is this program again.
    multiprocessing.freeze_support()
    sys.exit(main())
