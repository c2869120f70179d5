"""Why the system refuses to read, write or run something: the numbers of its errors as keys of the catalogues."""

import errno
from collections.abc import Mapping
from types import MappingProxyType

_KEYS: Mapping[int, str] = MappingProxyType(
    {
        errno.ENOENT: "system.no-such-file",
        errno.EACCES: "system.no-permission",
        errno.EPERM: "system.no-permission",
        errno.EISDIR: "system.is-folder",
        errno.ENOTDIR: "system.not-a-folder",
        errno.EEXIST: "system.there-already",
        errno.ENOSPC: "system.disk-full",
        errno.EDQUOT: "system.disk-full",
        errno.EFBIG: "system.disk-full",
        errno.EROFS: "system.read-only",
        errno.ENAMETOOLONG: "system.name-too-long",
        errno.ELOOP: "system.links",
        errno.EBADF: "system.closed",
        errno.EIO: "system.broken",
        errno.EBUSY: "system.busy",
        errno.ETXTBSY: "system.busy",
        errno.ENOEXEC: "system.no-program",
    }
)


def system_reason(error: OSError | ValueError) -> str:
    """The key of a reason that the catalogues have; else the system's own words."""
    if isinstance(error, OSError):
        return _KEYS.get(error.errno or 0) or error.strerror or str(error)
    return "system.no-name"  # what Python finds in a name before it asks the system


def said_reason(reason: str, texts: Mapping[str, str]) -> str:
    """A reason in the words of a language; the system's own words as they are."""
    return texts.get(reason, reason)
