@echo off
rem Runs Ratchet from a checkout; builds it first if it has not been built.
setlocal
set "here=%~dp0"
set "jar=%here%target\ratchet-cli-0.1.0-SNAPSHOT-all.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not exist "%jar%" (
  echo ratchet: first use, building the program ^(this takes a minute or two^) 1>&2
  pushd "%here%.."
  call mvn --batch-mode --no-transfer-progress --quiet -pl cli -am -DskipTests package 1>&2
  if errorlevel 1 (
    popd
    echo ratchet: the build failed; a JDK 17 or later and Maven 3.8 or later are needed 1>&2
    exit /b 2
  )
  popd
)
"%java%" -Xshare:auto -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.awt.headless=true -jar "%jar%" %*
exit /b %errorlevel%
