"""Why the system refuses to read, write or run something: its errors, by their names, as keys of the catalogues."""

from collections.abc import Mapping
from errno import errorcode
from types import MappingProxyType

_KEYS: Mapping[str, str] = MappingProxyType(
    {
        "ENOENT": "system.no-such-file",
        "EACCES": "system.no-permission",
        "EPERM": "system.no-permission",
        "EISDIR": "system.is-folder",
        "ENOTDIR": "system.not-a-folder",
        "EEXIST": "system.there-already",
        "ENOSPC": "system.disk-full",
        "EDQUOT": "system.disk-full",
        "EFBIG": "system.disk-full",
        "EROFS": "system.read-only",
        "ENAMETOOLONG": "system.name-too-long",
        "ELOOP": "system.links",
        "EBADF": "system.closed",
        "EIO": "system.broken",
        "EBUSY": "system.busy",
        "ETXTBSY": "system.busy",
        "ENOEXEC": "system.no-program",
    }
)


def system_reason(error: OSError | ValueError) -> str:
    """The key of a reason that the catalogues have; else the system's own words."""
    if isinstance(error, OSError):
        return _KEYS.get(errorcode.get(error.errno or 0, "")) or error.strerror or str(error)
    return "system.no-name"  # what Python finds in a name before it asks the system


def said_reason(reason: str, texts: Mapping[str, str]) -> str:
    """A reason in the words of a language; the system's own words as they are."""
    return texts.get(reason, reason)
