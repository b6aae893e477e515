"""What the set-up says in English. The Russian twin has the same keys and fields."""

from __future__ import annotations

__all__ = ["ENGLISH"]

ENGLISH = {
    "usage": """\
{start}                 open the case in JupyterLab
{start} --no-browser    only print the address
{start} app             the what-if board alone
{start} doctor          what works on this computer, and what to do about the rest
{start} test            run the tests
{start} VERB --help     one command
--lang en or --lang ru chooses the language.""",
    # --- how it goes
    "first-online": "First start: the case is being set up, which takes one to five minutes and "
    "needs the\ninternet (about {download} MB). From then on it opens at once.",
    "first-offline": "First start: the case is being set up, which takes one to five minutes. No "
    "internet is needed.\nFrom then on it opens at once.",
    "again": "The set-up is out of date or was not finished: it is being put in order.",
    "mend": "Parts of the set-up are gone or damaged: {listed}. They are being put back.",
    "more-instructor": "Building, packing and grading need a few more libraries: they are being "
    "added to the set-up.",
    "more-test": "The tests need more libraries: they are being added to the set-up.",
    "wait": "Another start is setting the case up in this folder: waiting for it to finish.",
    "other-python": "The libraries in the folder wheels are for Python {wanted}; this is {found}. "
    "Going on\nwith the Python {wanted} of this computer: {path}",
    "step1": "Step 1 of 3: a Python environment for the case, {seconds} s",
    "step2": "Step 2 of 3: libraries, {done} of {total}, {seconds} s",
    "step3": "Step 3 of 3: the case itself, {seconds} s",
    "retry": "The connection broke off. Trying again ({turn} of {turns}); what has arrived is kept.",
    "done": "The case is set up. It took {seconds} s.",
    "stop": "You stopped the set-up. Start again whenever you like: it will be finished.",
    # --- what must be mended by hand
    "module": "This Python ({found}) lacks the module {module}, which the set-up needs.\n"
    "What to do: on Debian and Ubuntu run  sudo apt install python{found}-venv  and start again.\n"
    "On other systems install Python from {site}",
    "no-ssl": "This Python lacks the module ssl, without which nothing can be fetched:\n"
    "{program}\nIf it is Anaconda's, it works in its own window only.\n"
    "What to do: open “Anaconda Prompt” from the Start menu, go to the folder of the case and\n"
    "start there; or install Python {best} from {site} and start with it.",
    "bits": "This is a 32-bit Python ({found}), for which there are no libraries.\n"
    "What to do: install the 64-bit Python {best} from {site} and start again.",
    "too-new": "This is Python {found}, for which the case's libraries do not exist yet: it runs "
    "with\nPython {first} to {last}.\n"
    "What to do: install Python {best} from {site} and start again with it:\n{again}",
    "wheels-other": "The libraries in the folder wheels are for Python {wanted}; this is {found}, "
    "and there is\nno Python {wanted} on this computer.\n"
    "What to do: install Python {wanted} from {site} and start again.\n"
    "Or remove the folder wheels: the libraries then come from the internet.",
    "brackets": "The folder's path holds [ or ]:\n{folder}\n"
    "In such a folder the sliders and the board of the notebooks do not appear.\n"
    "What to do: rename the folder so that the brackets go, and start again.",
    "long": "The folder's path is too long for Windows: {letters} letters, at most {most} will do."
    "\n{folder}\n"
    "What to do: move the folder to a shorter path, such as C:\\case, and start again.",
    "space": "There is too little room on the disk of the folder {folder}\n{free} MB are free, "
    "{need} MB are needed.\n"
    "What to do: free some room, or move the folder to another disk, and start again.",
    "write": "A file or folder cannot be written:\n{error}\nWhat to do: close other windows of "
    "the case. If that does not help, move the folder\n{folder}\nto a place where you may "
    "write, such as Documents, and start again.",
    "files": "The folder of the case is not whole: {listed}\nWhat to do: unpack the whole archive "
    "of the case once more over this folder:\n{folder}\nYour answers stay: they lie in the "
    "notebooks and in files that the archive does not hold.\nNotebooks in which you have worked, "
    "do not let it replace.",
    "gone": "{file} is missing",
    "damaged": "{file} is damaged",
    "and-more": "and {count} more",
    "system": "The computer reported an error:\n{error}\nWhat to do: start again. If it comes "
    "back, send this text to your instructor.",
    "failed": "The set-up stopped. {step}. Its record ends:\n\n{tail}\n\n"
    "What to do: {advice}\nThe full record: {log}",
    # --- advice after a failed step
    "net": "check the internet connection and start again. In an office ask your IT people\n"
    "to let Python's installer, pip, through, or for the address of the office's mirror of PyPI.",
    "no-index": "pip is told on this computer to ask no server for libraries (PIP_NO_INDEX, or\n"
    "no-index in its settings). Ask your IT people for the address of the office's mirror of PyPI\n"
    "and set it as PIP_INDEX_URL; or remove that setting, if you have an internet connection.",
    "proxy": "the proxy between this computer and the internet did not answer. Ask your IT people\n"
    "for its address, set it as HTTPS_PROXY (http://name:port), and start again.",
    "proxy-password": "the proxy wants a name and a password (407). Ask your IT people how pip gets "
    "through,\nset HTTPS_PROXY to http://name:password@proxy:port, and start again.",
    "password": "{server} wants a name and a password (401).\nAsk your IT people for them and put "
    "them into the address: PIP_INDEX_URL=https://name:password@...",
    "forbidden": "{server} forbids the download (403).\nAsk your IT people to let pip fetch "
    "{library} from there, or for another mirror of PyPI.",
    "portal": "{server} answered, but with a page that lists no libraries.\nIf this is a hotel's, "
    "a guest or an office network, open any page in the browser and sign in, then\nstart again. "
    "If it is the office's mirror of PyPI, ask your IT people for its right address.",
    "old-mirror": "{server} has {library} only in other versions\nthan {version}. If it is the "
    "office's mirror of PyPI, ask your IT people to bring it up to date\nor to let pip through to "
    "pypi.org; or use another network.",
    "certificate": "the certificate of {server} is not trusted here. Often\na firewall or a virus "
    "scanner puts its own in its place. Ask your IT people for the certificate\nof your office as a "
    "file, set PIP_CERT to the file's path, and start again.",
    "changed": "what arrived is not what the case expects; something on the way changes files or "
    "cuts\nthem short, such as a virus scanner or a proxy. Use another network, or ask your IT "
    "people.",
    "wheel": "install the 64-bit Python {best} from {site} and start again\nwith it: "
    "for this Python ({found}) there is no ready-made {library} on this kind of computer ({machine}).",
    "other": "start again. If it comes back, send the full record to your instructor.",
    # --- the doctor
    "doctor-python": "Python",
    "doctor-path": "Folder",
    "doctor-write": "Writing in the folder",
    "doctor-space": "Free disk space",
    "doctor-files": "Files of the case",
    "doctor-environment": "Set-up",
    "doctor-libraries": "Libraries",
    "doctor-megabytes": "{count} MB",
    "doctor-yes": "works",
    "doctor-whole": "whole, {count} files",
    "doctor-none": "not made yet.\nWhat to do: start the case, it sets itself up: {start}",
    "doctor-outdated": "out of date or not finished.\n"
    "What to do: start the case, it puts itself in order: {start}",
    "doctor-broken": "its Python does not start.\n"
    "What to do: start the case, the set-up is made anew: {start}",
    "doctor-damaged": "gone or damaged: {listed}.\n"
    "What to do: start the case, they are put back: {start}",
    "doctor-space-advice": "What to do: free some room: with less than {need} MB notebooks may not "
    "be saved.",
    "doctor-ill": "Something does not work; mend it in this order and ask the doctor again.",
}
