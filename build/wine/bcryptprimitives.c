/* For the smoke test alone: Wine 8 has no bcryptprimitives.dll, from which libraries written in Rust take chance. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE data, SIZE_T size) { return RtlGenRandom(data, (ULONG)size); }
