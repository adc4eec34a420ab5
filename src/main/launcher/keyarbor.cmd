@echo off
rem Starts the command line of Keyarbor with the runtime and the jars beside it.
setlocal
set "HOME_=%~dp0.."
set "LIB=%HOME_%\lib"
set "AOT=-XX:AOTMode=auto"
if exist "%LIB%\keyarbor.aot" set "AOT=-XX:AOTCache=%LIB%\keyarbor.aot"
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
"%HOME_%\runtime\bin\java.exe" "%AOT%" @FLAGS@ "-Dkeyarbor.launcher=%~f0" -cp "@CLASSPATH@" io.keyarbor.app.CommandLineApp %*
exit /b %ERRORLEVEL%
