"""The command line: arguments only; every verb calls the room that does the work."""

try:
    from casekit.cli.main import main
except (ImportError, SyntaxError) as error:  # no library, or half of one
    from casekit.cli.broken import refusal

    main = refusal(error)

__all__ = ["main"]
