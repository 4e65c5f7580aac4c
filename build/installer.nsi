; The installer for Windows, per user and without administrator rights. Compiles on Linux and Windows:
;   makensis -DVERSION=0.1.0 -DBUNDLE=dist/hrdesk -DNUMBERS=0.1.0.0 -DICON=hrdesk.ico -DSIDE=hrdesk.bmp \
;     -DOUT=hrdesk-0.1.0-setup.exe build/installer.nsi
; Program and data lie apart: the program in %LOCALAPPDATA%\Programs\hrdesk, the office's data in %LOCALAPPDATA%\hrdesk.
; Installing again replaces the program alone. Silent: /S; uninstalling silently keeps the data.
; Silent and something in the way: the exit code is 2 (the program is open) or 3 (this Windows cannot run it).
; The mark at the start of this file says UTF-8: without it the compiler on Windows reads it by that PC's code page.
Unicode true
!ifndef TARGET
  !define TARGET amd64-unicode ; the compiler for Windows brings x86-unicode only: a setup of 32 bits, which installs the same
!endif
Target ${TARGET}
ManifestDPIAware true
RequestExecutionLevel user
!ifdef FAST ; to see that it compiles
  SetCompress off
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64 ; MB: wide enough for the twin to be found equal to the program
!endif

!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define SHORTCUT "hrdesk แผนพัฒนาบุคลากร.lnk"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\hrdesk"

Name "hrdesk"
OutFile "${OUT}"
AllowSkipFiles off ; a program with a file missing is worse than none
InstallDir "$LOCALAPPDATA\Programs\hrdesk"
InstallDirRegKey HKCU "Software\hrdesk" "Folder"
BrandingText "hrdesk ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1054 "ProductName" "hrdesk"
VIAddVersionKey /LANG=1054 "FileDescription" "ชุดติดตั้ง hrdesk แผนพัฒนาบุคลากร"
VIAddVersionKey /LANG=1054 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1054 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1054 "CompanyName" "hrdesk"
VIAddVersionKey /LANG=1054 "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_FINISHPAGE_RUN "$INSTDIR\hrdesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "เปิด hrdesk"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!if /FileExists "thai\Thai.nlf" ; the compiler stands beside this file, unless told not to go there (-NOCD)
  !insertmacro MUI_LANGUAGEEX "thai" "Thai"
!else
  !insertmacro MUI_LANGUAGEEX "build\thai" "Thai"
!endif

; Of what Qt 6 runs on: Windows 10 of 2018 or later, of 64 bits.
Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} 17763
    MessageBox MB_OK|MB_ICONSTOP \
      "เครื่องนี้ใช้ hrdesk ไม่ได้ ต้องเป็น Windows 10 รุ่น 1809 หรือใหม่กว่า แบบ 64 บิต$\r$\n$\r$\nยังไม่ได้ติดตั้งสิ่งใด" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

; Windows keeps a running program's file: a file that cannot be opened for writing is one in use.
!macro WaitUntilClosed PROGRAM
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${While} ${Errors}
      ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION \
          "โปรแกรม hrdesk เปิดอยู่ ข้อมูลของหน่วยงานไม่ถูกเปลี่ยนแปลง$\r$\n$\r$\nกรุณาบันทึกงาน ปิดโปรแกรม แล้วกดลองใหม่" \
          /SD IDCANCEL IDCANCEL`
        SetErrorLevel 2
        Quit
      ${EndIf}
      ClearErrors
      FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${EndWhile}
    FileClose $0
  ${EndIf}
!macroend

; The program's own files by name: a folder chosen by mistake must not lose anything else.
!macro RemoveProgram
  Delete "$INSTDIR\hrdesk.exe"
  Delete "$INSTDIR\hrdesk-cli.exe"
  RMDir /r "$INSTDIR\_internal"
!macroend

Section
  !insertmacro WaitUntilClosed "hrdesk.exe"
  !insertmacro WaitUntilClosed "hrdesk-cli.exe"
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}\*" ; the compiler for Windows knows no other stroke; the one for Linux turns it
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${SHORTCUT}" "$INSTDIR\hrdesk.exe"
  ReadRegStr $0 HKCU "Software\hrdesk" "Folder"
  ${If} $0 == "" ; who took it from the desktop does not get it back with each new version
  ${OrIf} ${FileExists} "$DESKTOP\${SHORTCUT}"
    CreateShortcut "$DESKTOP\${SHORTCUT}" "$INSTDIR\hrdesk.exe"
  ${EndIf}
  WriteRegStr HKCU "Software\hrdesk" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "hrdesk แผนพัฒนาบุคลากร"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\hrdesk.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "hrdesk"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  !insertmacro WaitUntilClosed "hrdesk.exe"
  !insertmacro WaitUntilClosed "hrdesk-cli.exe"
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${SHORTCUT}"
  Delete "$DESKTOP\${SHORTCUT}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\hrdesk"
  ${If} ${FileExists} "$LOCALAPPDATA\hrdesk\*.*"
  ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 \
      "ลบโปรแกรมแล้ว$\r$\n$\r$\nต้องการลบข้อมูลของหน่วยงานและข้อมูลสำรองในเครื่องนี้ด้วยหรือไม่$\r$\n$LOCALAPPDATA\hrdesk$\r$\n$\r$\nกด “ไม่” เพื่อเก็บข้อมูลไว้ใช้เมื่อติดตั้งใหม่ ข้อมูลสำรองที่เก็บไว้ที่อื่นไม่ถูกลบ" \
      /SD IDNO IDYES`
  ${AndIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 \
      "ข้อมูลที่ลบแล้วเรียกคืนไม่ได้ ยืนยันลบข้อมูลทั้งหมดของหน่วยงานในเครื่องนี้หรือไม่" /SD IDNO IDYES`
    RMDir /r "$LOCALAPPDATA\hrdesk"
    ${If} ${FileExists} "$LOCALAPPDATA\hrdesk\*.*"
      MessageBox MB_OK|MB_ICONEXCLAMATION \
        "ลบข้อมูลได้ไม่หมด เพราะมีโปรแกรมอื่นใช้แฟ้มอยู่ กรุณาปิดโปรแกรมนั้น แล้วลบโฟลเดอร์นี้เอง$\r$\n$LOCALAPPDATA\hrdesk" /SD IDOK
    ${EndIf}
  ${EndIf}
SectionEnd
