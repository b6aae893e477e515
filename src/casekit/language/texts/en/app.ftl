# The board as a web page.
app-title = The board: what follows from moving hours
app-address = The board is open: { $address }
    Keep this window open; Ctrl-C stops it.
app-again = The board is open already, in another window: keep that one open. Open in your browser: { $address }
app-port = Port { $found } is taken or out of reach. Choose another one, or leave --port out to take the first that is free.
