@echo off
rem Double click: opens the case. The lines that run are ASCII, because cmd.exe reads them in the
rem code page of the computer; start.py itself speaks the reader's language. The Russian at the end
rem is for a computer without Python: it is UTF-8, printed by findstr and never run.
setlocal
if not exist "%~dp0start.py" goto unpacked
rem Running Python is the only proof: Windows has a "python" of its own that opens the Store.
set "new=import sys; sys.exit(sys.version_info < (3, 11))"
for %%v in (3 3.13 3.14 3.12 3.11) do (
  py -%%v -c "%new%" >nul 2>nul
  if not errorlevel 1 set "found=py -%%v" & goto run
)
for %%p in (python python3) do (
  %%p -c "%new%" >nul 2>nul
  if not errorlevel 1 set "found=%%p" & goto run
)
rem An older one says itself what is missing.
set "found=py -3"
py -3 -c "" >nul 2>nul
if not errorlevel 1 goto run
set "found=python"
python -c "" >nul 2>nul
if not errorlevel 1 goto run
goto none

:run
%found% "%~dp0start.py" %*
set "code=%errorlevel%"
if not "%code%"=="0" pause
exit /b %code%

:none
echo There is no Python on this computer.
echo What to do: install Python 3.13 from https://www.python.org/downloads/
echo In its first window tick "Add python.exe to PATH". Then double-click start.cmd again.
echo.
chcp 65001 >nul
for /f "tokens=1,*" %%a in ('findstr /b "::ru1" "%~f0"') do echo %%b
pause
exit /b 1

:unpacked
echo There is no start.py beside start.cmd: the archive of the case is not unpacked.
echo What to do: right-click the archive, choose "Extract All", double-click start.cmd there.
echo.
chcp 65001 >nul
for /f "tokens=1,*" %%a in ('findstr /b "::ru2" "%~f0"') do echo %%b
pause
exit /b 1

::ru1 На этом компьютере нет Python.
::ru1 Что делать: установите Python 3.13 с сайта https://www.python.org/downloads/
::ru1 В первом окне отметьте "Add python.exe to PATH". Затем снова дважды щёлкните start.cmd.
::ru2 Рядом со start.cmd нет файла start.py: архив с кейсом не распакован.
::ru2 Что делать: щёлкните архив правой кнопкой, выберите "Извлечь все" и дважды щёлкните start.cmd там.
