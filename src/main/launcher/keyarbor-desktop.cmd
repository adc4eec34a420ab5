@echo off
rem Starts the desktop app of Keyarbor with the runtime and the jars beside it.
setlocal
set "HOME_=%~dp0.."
set "LIB=%HOME_%\lib"
set "AOT=-XX:AOTMode=auto"
if exist "%LIB%\keyarbor-desktop.aot" set "AOT=-XX:AOTCache=%LIB%\keyarbor-desktop.aot"
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
start "" "%HOME_%\runtime\bin\javaw.exe" "%AOT%" @FLAGS@ "-Dkeyarbor.launcher=%~f0" -cp "@CLASSPATH@" io.keyarbor.app.Main %*
