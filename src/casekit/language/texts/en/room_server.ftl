# The room in the terminal. Goes to no browser.
serves-address = “{ $found }” is no address of a web page. It begins with https:// or http:// and ends with the host’s name, for instance https://room.example.org; the room cannot lie in a folder of it.
serves-begun-company = This file holds a workshop on another company. Leave --variant out to go on with it, or give another name in --file to begin anew.
serves-begun-minutes = This file holds a workshop of { $minutes } minutes. Leave --minutes out to go on with it (the facilitator can change the agenda), or give another name in --file to begin anew.
serves-company = The workshop in { $file } was begun on a company whose tables have changed since. Bring the folder data back as it was, or give another name in --file to begin anew.
