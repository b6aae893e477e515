# The board as a web page.
app-title = The board: what follows from moving hours
app-address = The board is open: { $address }
    Keep this window open; Ctrl-C stops it.
app-again = The board is open already, in another window: keep that one open. Open in your browser: { $address }
app-port = Port { $found } is taken or out of reach. Choose another one, or leave --port out to take the first that is free.

# The page's own messages.
page-closed = This page needs the whole address that was told when the board was opened, with everything after the question mark, or the link of a board.
page-nothing = There is nothing here. A board’s link belongs to one company: open the address that was told when the board was opened.
page-no-scripts = The board is drawn by the browser, and scripts are switched off in this one. Switch them on for this address.
page-no-store = Boards cannot be kept in { $file }: { $reason }. Close other programs that hold the file, or free some space on the disk.
