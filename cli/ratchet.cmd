@echo off
rem Runs Ratchet from a checkout; builds it first if it has not been built.
setlocal
set "here=%~dp0"
set "jar=%here%target\ratchet-cli-0.1.0-SNAPSHOT-all.jar"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if not exist "%jar%" (
  echo ratchet: first use, building the program ^(this takes a minute or two^) 1>&2
  if not exist "%here%target" mkdir "%here%target"
  pushd "%here%.."
  call mvn --batch-mode --no-transfer-progress --quiet -pl cli -am -DskipTests package >"%here%target\first-build.log" 2>&1
  if errorlevel 1 (
    popd
    echo ratchet: the build failed, see "%here%target\first-build.log"; a JDK 17 or later and Maven 3.8 or later are needed 1>&2
    exit /b 2
  )
  popd
)

rem A class-data archive halves the start-up time. It is made once, and left out silently where it does not fit.
for %%F in ("%jar%") do set "archive=%here%target\ratchet-%%~zF.jsa"
set "settings=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.awt.headless=true"
set "classes=%here%target\ratchet-classes.txt"
set "rules=%here%..\fixtures\rules"
if not exist "%archive%" (
  "%java%" -Xshare:off -XX:DumpLoadedClassList="%classes%" %settings% -jar "%jar%" diff "%rules%\chips-2022.pdf" "%rules%\chips-2023.pdf" >nul 2>&1
  "%java%" -Xshare:dump -XX:SharedClassListFile="%classes%" -XX:SharedArchiveFile="%archive%" %settings% -cp "%jar%" >nul 2>&1
  if exist "%classes%" del "%classes%"
)
"%java%" -XX:SharedArchiveFile="%archive%" -Xshare:auto -Xlog:disable -Xlog:all=off %settings% -jar "%jar%" %*
exit /b %errorlevel%
