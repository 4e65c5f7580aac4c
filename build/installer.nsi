; The installer for Windows, per user and without administrator rights. Compiles on Linux and Windows:
;   makensis -DVERSION=0.1.0 -DBUNDLE=dist/hrdesk -DICON=hrdesk.ico -DOUT=hrdesk-0.1.0-setup.exe build/installer.nsi
; Program and data lie apart: the program in %LOCALAPPDATA%\Programs\hrdesk, the office's data in %LOCALAPPDATA%\hrdesk.
; Installing again replaces the program alone. Silent: /S; uninstalling silently keeps the data.
Unicode true
Target amd64-unicode
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

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\hrdesk"

Name "hrdesk"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\hrdesk"
InstallDirRegKey HKCU "Software\hrdesk" "Folder"
BrandingText "hrdesk ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=1054 "ProductName" "hrdesk"
VIAddVersionKey /LANG=1054 "FileDescription" "ชุดติดตั้ง hrdesk แผนพัฒนาบุคลากร"
VIAddVersionKey /LANG=1054 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1054 "LegalCopyright" "MIT licence"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\hrdesk.exe"
!define MUI_FINISHPAGE_RUN_TEXT "เปิด hrdesk"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Thai"

; Windows keeps a running program's file: a file that cannot be opened for writing is one in use.
!macro WaitUntilClosed
  IfFileExists "$INSTDIR\hrdesk.exe" 0 closed
  retry:
    ClearErrors
    FileOpen $0 "$INSTDIR\hrdesk.exe" a
    IfErrors 0 free
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION \
      "โปรแกรม hrdesk เปิดอยู่ ข้อมูลของท่านไม่ถูกเปลี่ยนแปลง กรุณาบันทึกงาน ปิดโปรแกรม แล้วกดลองใหม่" \
      /SD IDCANCEL IDRETRY retry
    SetErrorLevel 2
    Quit
  free:
    FileClose $0
  closed:
!macroend

; The program's own files by name: a folder chosen by mistake must not lose anything else.
!macro RemoveProgram
  Delete "$INSTDIR\hrdesk.exe"
  Delete "$INSTDIR\hrdesk-cli.exe"
  RMDir /r "$INSTDIR\_internal"
!macroend

Section
  !insertmacro WaitUntilClosed
  !insertmacro RemoveProgram
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}\*" ; the compiler for Windows knows no other stroke; the one for Linux turns it
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\hrdesk แผนพัฒนาบุคลากร.lnk" "$INSTDIR\hrdesk.exe"
  CreateShortcut "$DESKTOP\hrdesk แผนพัฒนาบุคลากร.lnk" "$INSTDIR\hrdesk.exe"
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
  !insertmacro WaitUntilClosed
  !insertmacro RemoveProgram
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\hrdesk แผนพัฒนาบุคลากร.lnk"
  Delete "$DESKTOP\hrdesk แผนพัฒนาบุคลากร.lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\hrdesk"
  IfFileExists "$LOCALAPPDATA\hrdesk\*.*" 0 gone
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 \
    "ลบโปรแกรมแล้ว$\r$\n$\r$\nต้องการลบข้อมูลของหน่วยงานและข้อมูลสำรองในเครื่องนี้ด้วยหรือไม่$\r$\n$LOCALAPPDATA\hrdesk$\r$\n$\r$\nเลือก “ไม่” เพื่อเก็บข้อมูลไว้ใช้เมื่อติดตั้งใหม่" \
    /SD IDNO IDNO gone
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 \
    "ข้อมูลที่ลบแล้วเรียกคืนไม่ได้ ยืนยันลบข้อมูลทั้งหมดของหน่วยงานในเครื่องนี้" /SD IDNO IDNO gone
  RMDir /r "$LOCALAPPDATA\hrdesk"
  gone:
SectionEnd
