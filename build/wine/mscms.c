/* For the smoke test alone: Wine 8 lacks functions of mscms.dll that Qt6Gui.dll names. No screen has a colour profile. */
#include <windows.h>
#define EXPORT __declspec(dllexport)

EXPORT BOOL WINAPI GetColorProfileFromHandle(void *profile, BYTE *data, DWORD *size) { return FALSE; }
EXPORT void *WINAPI WcsCreateIccProfile(void *profile, DWORD options) { return NULL; }
EXPORT void *WINAPI OpenColorProfileW(void *profile, DWORD access, DWORD share, DWORD mode) { return NULL; }
EXPORT BOOL WINAPI CloseColorProfile(void *profile) { return TRUE; }
EXPORT BOOL WINAPI GetColorDirectoryW(const WCHAR *machine, WCHAR *name, DWORD *size) { return FALSE; }
EXPORT BOOL WINAPI GetColorDirectoryA(const char *machine, char *name, DWORD *size) { return FALSE; }
EXPORT BOOL WINAPI GetStandardColorSpaceProfileW(const WCHAR *machine, DWORD id, WCHAR *name, DWORD *size) { return FALSE; }
