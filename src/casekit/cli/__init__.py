"""The command line: arguments only; every verb calls the room that does the work."""

try:
    from casekit.cli.main import main
except (ImportError, SyntaxError) as error:  # no library, or half of one
    from casekit.cli.broken import refusal

    main = refusal(error)
except KeyboardInterrupt:  # in the first moments, when nothing has begun
    from casekit.cli.broken import stop

    main = stop

__all__ = ["main"]
