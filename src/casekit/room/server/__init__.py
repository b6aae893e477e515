"""The server: pages, lines to browsers, boards, limits; nothing acknowledged is lost."""
