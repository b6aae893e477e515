# The room in the terminal. Goes to no browser.
serves-address = “{ $found }” is no address of a web page. It begins with https:// or http:// and ends with the host’s name, for instance https://room.example.org; the room cannot lie in a folder of it.
serves-begun-company = This file holds a workshop on another company. Leave --variant out to go on with it, or give another name in --file to begin anew.
serves-begun-minutes = This file holds a workshop of { $minutes } minutes. Leave --minutes out to go on with it (the facilitator can change the agenda), or give another name in --file to begin anew.
serves-company = The workshop in { $file } was begun on a company whose tables have changed since. Bring the folder data back as it was, or give another name in --file to begin anew.
serves-new = A new workshop; all that happens is kept in { $file }. After a crash start it with the same command: it goes on where it was.
serves-again = The workshop goes on where it was: { $file }.
serves-join = Participants open { $address }
serves-others = This computer is in several networks. If that address does not open, try:
    { $addresses }
serves-reach-everywhere = Whoever is in the same network as this computer can open it; the code in the link is needed to join. If the firewall asks, allow private networks. On your own hotspot no internet is needed.
serves-reach-alone = This computer is in no network, so nobody else can open it yet. Switch on Wi-Fi or the hotspot: the new address then appears on the facilitator’s page and on the big screen.
serves-reach-host = It can be opened at { $host }, port { $port }, and nowhere else.
serves-screen = Big screen: { $address }
serves-facilitator = Facilitator, for you alone: { $address }
serves-stop = Ctrl+C ends it; what was done is kept.
