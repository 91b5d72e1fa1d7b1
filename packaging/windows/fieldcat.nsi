; The installer for Windows: for one user, without an administrator's rights.
;
;   makensis -INPUTCHARSET UTF8 -DVERSION=0.1.0 -DPROGRAM=dist\fieldcat -DOUTPUT=dist\fieldcat-setup.exe -DICON=… -DSIDE=… fieldcat.nsi
;
; fieldcat-setup.exe /S installs without a question, /D=FOLDER (last) in another place.
; uninstall.exe /S removes the program and leaves what the user made; /S /DATA removes that, too.

Unicode true
; Wine without its 32-bit half runs only this kind. NSIS as it is handed out for Windows makes only
; the other one, which every Windows runs, too: what it writes is at the same place for both.
!if /FileExists "${NSISDIR}\Stubs\lzma_solid-amd64-unicode"
  Target amd64-unicode
!endif
!ifndef VERSION | PROGRAM | OUTPUT
  !error "say VERSION, PROGRAM and OUTPUT"
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinMessages.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "fieldcat"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUTPUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
; Whoever could pass over a file would have a program that does not start. Silently it is passed over, too.
AllowSkipFiles off
SetCompressor /SOLID lzma
SetCompressorDictSize 64
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "FileDescription" "Installer of ${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The fieldcat developers; MIT and CC BY 4.0"

!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!ifdef SIDE
  !define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!endif
!define MUI_FINISHPAGE_RUN "$INSTDIR\fieldcat.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Spanish"

LangString RUNNING ${LANG_ENGLISH} "fieldcat is open, or one of its commands runs. Close it, then try again."
LangString RUNNING ${LANG_SPANISH} "fieldcat está abierto, o se está ejecutando uno de sus comandos. Ciérrelo e inténtelo de nuevo."
LangString OLD ${LANG_ENGLISH} "fieldcat needs Windows 10 or newer, with 64 bits."
LangString OLD ${LANG_SPANISH} "fieldcat necesita Windows 10 o posterior, de 64 bits."
LangString FOREIGN ${LANG_ENGLISH} "There are other files in $INSTDIR. Choose an empty folder."
LangString FOREIGN ${LANG_SPANISH} "Hay otros archivos en $INSTDIR. Elija una carpeta vacía."
LangString EDITION ${LANG_ENGLISH} "fieldcat edition"
LangString EDITION ${LANG_SPANISH} "Edición de fieldcat"
LangString CARD ${LANG_ENGLISH} "fieldcat publisher's card"
LangString CARD ${LANG_SPANISH} "Tarjeta de editor de fieldcat"
LangString OFDATA ${LANG_ENGLISH} "Remove what you saved in fieldcat, too: bookmarks, notes, imported editions?$\r$\n$\r$\n$R9$\r$\n$\r$\nNo keeps it for a later fieldcat."
LangString OFDATA ${LANG_SPANISH} "¿Eliminar también lo que guardó en fieldcat: marcadores, notas, ediciones importadas?$\r$\n$\r$\n$R9$\r$\n$\r$\nCon «No» se conserva para otro fieldcat."

; What a double click opens: the end of a file's name, its kind, and what Explorer calls it.
!macro Opens END KIND WORDS
  WriteRegStr HKCU "${CLASSES}\${END}" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\${END}\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "${WORDS}"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\fieldcat.exe,0"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\fieldcat.exe" "%1"'
!macroend
!macro OpensNoMore END KIND
  ReadRegStr $R0 HKCU "${CLASSES}\${END}" ""
  ${If} $R0 == "${KIND}"
    DeleteRegKey HKCU "${CLASSES}\${END}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
!macroend

; A program that runs cannot be written to: nothing is changed then.
!macro StopWhereRuns PROGRAM
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $R0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDOK
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $R0
  ${EndIf}
!macroend
!macro StopWhereOpen
  !insertmacro StopWhereRuns "fieldcat.exe"
  !insertmacro StopWhereRuns "fieldcat-cli.exe"
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
  ${OrIfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONEXCLAMATION "$(OLD)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
FunctionEnd

Section "fieldcat"
  !insertmacro StopWhereOpen
  ; Only what an installer of ours put there is replaced: never the files of somebody else.
  ${If} ${FileExists} "$INSTDIR\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\uninstall.exe"
    FindFirst $R1 $R2 "$INSTDIR\*.*"
    ${DoWhile} $R2 != ""
      ${If} $R2 != "."
      ${AndIf} $R2 != ".."
        FindClose $R1
        MessageBox MB_OK|MB_ICONEXCLAMATION "$(FOREIGN)" /SD IDOK
        SetErrorLevel 3
        Quit
      ${EndIf}
      FindNext $R1 $R2
    ${Loop}
    FindClose $R1
  ${EndIf}
  ; An upgrade leaves nothing of the version before.
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  ; First of all: where the disk is full before the last file, the folder is known as ours afterwards.
  WriteUninstaller "$INSTDIR\uninstall.exe"
  File /r "${PROGRAM}\*"

  CreateShortcut "$SMPROGRAMS\fieldcat.lnk" "$INSTDIR\fieldcat.exe"

  !insertmacro Opens ".fieldcat" "fieldcat.edition" "$(EDITION)"
  !insertmacro Opens ".fieldcat-card" "fieldcat.card" "$(CARD)"

  WriteRegStr HKCU "${KEY}" "DisplayName" "fieldcat"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\fieldcat.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "The fieldcat developers"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $R0 $R1 $R2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $R0
  ${RefreshShellIcons}
SectionEnd

Section "Uninstall"
  !insertmacro StopWhereOpen
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\fieldcat.exe"
  Delete "$INSTDIR\fieldcat-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  ; Data that lie beside the program stay, and with them their folder.
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\fieldcat.lnk"
  !insertmacro OpensNoMore ".fieldcat" "fieldcat.edition"
  !insertmacro OpensNoMore ".fieldcat-card" "fieldcat.card"
  DeleteRegKey HKCU "${KEY}"
  ${RefreshShellIcons}

  StrCpy $R9 "$LOCALAPPDATA\fieldcat"
  ${If} ${FileExists} "$R9\*.*"
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/DATA" $R1
    ${If} ${Errors}
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(OFDATA)" /SD IDNO IDNO kept
    ${EndIf}
    RMDir /r "$R9"
    kept:
  ${EndIf}
SectionEnd
