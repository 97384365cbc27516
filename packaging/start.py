"""Where the frozen program starts: the same command line as ``thrice`` from source."""

import sys

from desktop.work.mail_worker import FLAG, work

if __name__ == "__main__":
    # Foreign mail is read in a process of its own; in a frozen program that is this program again.
    if sys.argv[1:] == [FLAG]:
        work()
    else:
        from desktop.cli.main import main

        sys.exit(main())
