@echo off
rem A program with windows does not hold the console by itself: start /wait does, and hands its exit code on.
start "" /b /wait "%~dp0Caseboard.exe" cli %*
exit /b %ERRORLEVEL%
