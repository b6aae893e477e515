#!/bin/sh
# A double click on a Mac: opens the case. start.py itself speaks the reader's language.
cd "$(dirname "$0")" || exit 1

if [ ! -f start.py ]; then
  echo "There is no start.py beside start.command: the archive of the case is not unpacked."
  echo "What to do: double-click the archive and start start.command in the folder that appears."
  echo
  echo "Рядом со start.command нет файла start.py: архив с кейсом не распакован."
  echo "Что делать: дважды щёлкните архив и запустите start.command в появившейся папке."
  exit 1
fi

frameworks=/Library/Frameworks/Python.framework/Versions
for found in \
  python3.13 "$frameworks/3.13/bin/python3" python3.14 "$frameworks/3.14/bin/python3" \
  python3.12 "$frameworks/3.12/bin/python3" python3.11 "$frameworks/3.11/bin/python3" \
  /opt/homebrew/bin/python3 /usr/local/bin/python3 python3
do
  # Running it is the only proof: the Mac's own python3 may only offer to install tools.
  if command -v "$found" >/dev/null 2>&1 \
    && { [ "$found" != python3 ] || [ ! -x /usr/bin/xcode-select ] || xcode-select -p >/dev/null 2>&1; } \
    && "$found" -c "import sys; sys.exit(sys.version_info < (3, 11))" >/dev/null 2>&1
  then
    "$found" start.py "$@"
    exit $?
  fi
done

echo "There is no Python 3.11 or later on this computer."
echo "What to do: install Python 3.13 from https://www.python.org/downloads/"
echo "Then double-click start.command again."
echo
echo "На этом компьютере нет Python 3.11 или новее."
echo "Что делать: установите Python 3.13 с сайта https://www.python.org/downloads/"
echo "Затем снова дважды щёлкните start.command."
exit 1
