/* For the smoke test alone: Wine has no icuuc.dll, which Windows brings along and Qt6Core.dll names in its imports.
   Opening any converter fails, and Qt falls back to the codecs it carries itself. */
#define EXPORT __declspec(dllexport)
enum { FILE_ACCESS_ERROR = 4 };

static void fail(int *error) { if (error) *error = FILE_ACCESS_ERROR; }

EXPORT void *ucnv_open(const char *name, int *error) { (void)name; fail(error); return 0; }
EXPORT const char *ucnv_getName(void *converter, int *error) { (void)converter; fail(error); return 0; }
EXPORT const char *ucnv_getStandardName(const char *a, const char *b, int *error) { (void)a; (void)b; fail(error); return 0; }
EXPORT const char *ucnv_getAvailableName(int place) { (void)place; return 0; }
EXPORT int ucnv_countAvailable(void) { return 0; }
EXPORT signed char ucnv_getMaxCharSize(void *converter) { (void)converter; return 1; }
EXPORT int ucnv_toUCountPending(void *converter, int *error) { (void)converter; fail(error); return 0; }
EXPORT int ucnv_fromUCountPending(void *converter, int *error) { (void)converter; fail(error); return 0; }
EXPORT void ucnv_close(void *converter) { (void)converter; }
EXPORT void ucnv_reset(void *converter) { (void)converter; }
/* Never reached, because no converter is ever opened; Qt6Core.dll only has to find the names. */
EXPORT void ucnv_setToUCallBack(void) {}
EXPORT void ucnv_setFromUCallBack(void) {}
EXPORT void ucnv_cbToUWriteUChars(void) {}
EXPORT void ucnv_cbFromUWriteUChars(void) {}
EXPORT void ucnv_toUnicode(void) {}
EXPORT void ucnv_fromUnicode(void) {}
