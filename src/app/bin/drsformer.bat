@echo off
rem Runs the command line of DRSformer for Fiji from any folder: drsformer derain rainy -o clean
rem Newer Javas than 21 warn of native libraries that nobody has allowed.
rem JAVA_HOME is the Java to use, 17 or newer; JAVA_OPTS has more options for it, such as -Xmx4g.
setlocal
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
"%java%" --enable-native-access=ALL-UNNAMED %JAVA_OPTS% -cp "%~dp0..\*" org.drsformer.cli.Main %*
exit /b %errorlevel%
