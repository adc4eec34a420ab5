@echo off
rem Starts the command line of Keyarbor with the runtime and the jars beside it.
setlocal
set "KEYARBOR_HOME_=%~dp0.."
set "KEYARBOR_LIB_=%KEYARBOR_HOME_%\lib"
set "KEYARBOR_AOT_=-XX:AOTMode=auto"
if exist "%KEYARBOR_LIB_%\keyarbor.aot" set "KEYARBOR_AOT_=-XX:AOTCache=%KEYARBOR_LIB_%\keyarbor.aot"
set JAVA_TOOL_OPTIONS=
set JDK_JAVA_OPTIONS=
set _JAVA_OPTIONS=
"%KEYARBOR_HOME_%\runtime\bin\java.exe" "%KEYARBOR_AOT_%" @FLAGS@ "-Dkeyarbor.launcher=%~f0" -cp "@CLASSPATH@" io.keyarbor.app.CommandLineApp %*
exit /b %ERRORLEVEL%
