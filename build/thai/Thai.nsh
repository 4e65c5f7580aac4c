; The installer's sentences, of the pages that hrdesk has. See also Thai.nlf: buttons, lines of the log.
!insertmacro LANGFILE "Thai" = "ไทย" "Thai"

!ifdef MUI_DIRECTORYPAGE
  ${LangFileString} MUI_TEXT_DIRECTORY_TITLE "เลือกโฟลเดอร์ที่ติดตั้ง"
  ${LangFileString} MUI_TEXT_DIRECTORY_SUBTITLE "ติดตั้งให้ผู้ใช้คนนี้ ไม่ต้องใช้สิทธิ์ผู้ดูแลเครื่อง"
!endif

!ifdef MUI_INSTFILESPAGE
  ${LangFileString} MUI_TEXT_INSTALLING_TITLE "กำลังติดตั้ง"
  ${LangFileString} MUI_TEXT_INSTALLING_SUBTITLE "กรุณารอสักครู่ ข้อมูลของหน่วยงานไม่ถูกเปลี่ยนแปลง"
  ${LangFileString} MUI_TEXT_FINISH_TITLE "ติดตั้งเสร็จแล้ว"
  ${LangFileString} MUI_TEXT_FINISH_SUBTITLE "$(^NameDA) พร้อมใช้งาน"
  ${LangFileString} MUI_TEXT_ABORT_TITLE "ติดตั้งไม่สำเร็จ"
  ${LangFileString} MUI_TEXT_ABORT_SUBTITLE "ข้อมูลของหน่วยงานยังอยู่ครบ กรุณาติดตั้งอีกครั้ง"
!endif

!ifdef MUI_UNINSTFILESPAGE
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_TITLE "กำลังถอนการติดตั้ง"
  ${LangFileString} MUI_UNTEXT_UNINSTALLING_SUBTITLE "กรุณารอสักครู่"
  ${LangFileString} MUI_UNTEXT_FINISH_TITLE "ถอนการติดตั้งเสร็จแล้ว"
  ${LangFileString} MUI_UNTEXT_FINISH_SUBTITLE "ลบโปรแกรมออกจากเครื่องนี้แล้ว"
  ${LangFileString} MUI_UNTEXT_ABORT_TITLE "ถอนการติดตั้งไม่สำเร็จ"
  ${LangFileString} MUI_UNTEXT_ABORT_SUBTITLE "กรุณาปิดโปรแกรมแล้วถอนอีกครั้ง"
!endif

!ifdef MUI_FINISHPAGE
  ${LangFileString} MUI_TEXT_FINISH_INFO_TITLE "ติดตั้ง $(^NameDA) เสร็จแล้ว"
  ${LangFileString} MUI_TEXT_FINISH_INFO_TEXT "โปรแกรมพร้อมใช้งาน เปิดได้จากเมนูเริ่มหรือจากเดสก์ท็อป$\r$\n$\r$\nกด “เสร็จสิ้น” เพื่อปิดหน้าต่างนี้"
  ${LangFileString} MUI_TEXT_FINISH_INFO_REBOOT "ต้องเปิดเครื่องใหม่ก่อนจึงจะใช้ $(^NameDA) ได้ ต้องการเปิดเครื่องใหม่เดี๋ยวนี้หรือไม่"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTNOW "เปิดเครื่องใหม่เดี๋ยวนี้"
  ${LangFileString} MUI_TEXT_FINISH_REBOOTLATER "เปิดเครื่องใหม่เองภายหลัง"
  ${LangFileString} MUI_TEXT_FINISH_RUN "&เปิด $(^NameDA)"
  ${LangFileString} MUI_TEXT_FINISH_SHOWREADME "แสดง&คำแนะนำ"
  ${LangFileString} MUI_BUTTONTEXT_FINISH "เ&สร็จสิ้น"
!endif

!ifdef MUI_UNCONFIRMPAGE
  ${LangFileString} MUI_UNTEXT_CONFIRM_TITLE "ถอนการติดตั้ง $(^NameDA)"
  ${LangFileString} MUI_UNTEXT_CONFIRM_SUBTITLE "ลบโปรแกรมออกจากเครื่องนี้ ส่วนข้อมูลของหน่วยงานจะลบต่อเมื่อท่านยืนยัน"
!endif
