"""`python -m casekit`: the command line, also where no script could be installed."""

from casekit.cli import main

if __name__ == "__main__":
    main()
