; SPDX-FileCopyrightText: 2026 Espalier contributors
; SPDX-License-Identifier: GPL-3.0-or-later
;
; The installer for 64-bit Windows, for one user (/CurrentUser) or for all (/AllUsers); silently with /S, into another directory
; with /D=DIRECTORY as the last argument. make.sh gives VERSION, LISTS (the directory of the lists of files), ICON, SIZE and OUTPUT.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestLongPathAware true
SetCompressor /SOLID lzma

!define NAME "Espalier"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\Espalier"
!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_USE_PROGRAMFILES64
!define MULTIUSER_INSTALLMODE_INSTDIR "Espalier"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "UninstallString"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${KEY}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\bin\espalier.exe"
!include MultiUser.nsh
!include MUI2.nsh

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "${NAME}"
VIAddVersionKey ProductVersion "${VERSION}"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey FileDescription "${NAME} ${VERSION}"
VIAddVersionKey LegalCopyright "2026 Espalier contributors, GPL-3.0-or-later"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE German

LangString Running ${LANG_ENGLISH} "${NAME} is running. Close it, and try again."
LangString Running ${LANG_GERMAN} "${NAME} läuft noch. Bitte beenden und noch einmal versuchen."

; A program that runs cannot be replaced: nothing is begun then.
!macro RefuseWhileRunning prefix
Function ${prefix}RefuseWhileRunning
again:
    IfFileExists "$INSTDIR\bin\espalier.exe" 0 free
    ClearErrors
    FileOpen $0 "$INSTDIR\bin\espalier.exe" a
    IfErrors 0 closed
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(Running)" /SD IDCANCEL IDRETRY again
    SetErrorLevel 2
    Quit
closed:
    FileClose $0
free:
FunctionEnd
!macroend
!insertmacro RefuseWhileRunning ""
!insertmacro RefuseWhileRunning "un."

Function .onInit
    !insertmacro MULTIUSER_INIT
FunctionEnd

Function un.onInit
    !insertmacro MULTIUSER_UNINIT
FunctionEnd

; The version that is there takes its own files away: it knows which these are.
Function RemoveOlder
    ReadRegStr $0 SHCTX "${KEY}" "InstallLocation"
    StrCmp $0 "" none
    IfFileExists "$0\uninstall.exe" 0 none
    ExecWait '"$0\uninstall.exe" /S /$MultiUser.InstallMode _?=$0'
    Delete "$0\uninstall.exe"
    RMDir "$0"
none:
FunctionEnd

Section
    Call RefuseWhileRunning
    Call RemoveOlder
    SetOutPath "$INSTDIR"
    !include "${LISTS}/directories.nsh"
    !include "${LISTS}/files.nsh"
    WriteUninstaller "$INSTDIR\uninstall.exe"
    CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\bin\espalier.exe"
    WriteRegStr SHCTX "${KEY}" "DisplayName" "${NAME}"
    WriteRegStr SHCTX "${KEY}" "DisplayVersion" "${VERSION}"
    WriteRegStr SHCTX "${KEY}" "DisplayIcon" "$INSTDIR\bin\espalier.exe"
    WriteRegStr SHCTX "${KEY}" "Publisher" "Espalier contributors"
    WriteRegStr SHCTX "${KEY}" "InstallLocation" "$INSTDIR"
    WriteRegStr SHCTX "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
    WriteRegStr SHCTX "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
    WriteRegDWORD SHCTX "${KEY}" "EstimatedSize" ${SIZE}
    WriteRegDWORD SHCTX "${KEY}" "NoModify" 1
    WriteRegDWORD SHCTX "${KEY}" "NoRepair" 1
SectionEnd

; Only what the installer wrote: whatever else is in the directory stays, and so does what people wrote elsewhere.
Section Uninstall
    Call un.RefuseWhileRunning
    !include "${LISTS}/remove.nsh"
    Delete "$INSTDIR\uninstall.exe"
    RMDir "$INSTDIR"
    Delete "$SMPROGRAMS\${NAME}.lnk"
    DeleteRegKey SHCTX "${KEY}"
SectionEnd
