"""Departments in time: whether one is there on the day, and where what was its own is when it no longer is."""

from tests.oracle.plain import Plain, World, first, last

Ids = list[str]


def declared(world: World) -> dict[str, Plain]:
    """The departments by id."""
    return {one["id"]: one for one in world.program["departments"]}


def is_over(world: World, name: str) -> bool:
    """Whether a department's last day has passed."""
    written = declared(world).get(name, {}).get("to")
    return written is not None and last(written) < world.t


def is_there(world: World, name: str) -> bool:
    """Whether a department is there on the day."""
    written = declared(world)[name].get("from")
    return not is_over(world, name) and (written is None or first(written) <= world.t)


def there(world: World) -> list[Plain]:
    """The departments that are there on the day."""
    return [one for one in world.program["departments"] if is_there(world, one["id"])]


def became(world: World, name: str) -> Ids:
    """What a department that is over became."""
    found: Ids = declared(world)[name].get("became", []) if is_over(world, name) else []
    return found


def moved(world: World, name: str) -> str:
    """Where what is open goes: on and on while a department became exactly one."""
    passed = [name]
    while len(became(world, passed[-1])) == 1 and became(world, passed[-1])[0] not in passed:
        passed += became(world, passed[-1])
    return passed[-1]


def heirs(world: World, name: str, passed: tuple[str, ...] = ()) -> Ids:
    """The departments that what has ended counts for: all that it became, at however many removes; else itself."""
    following = [one for one in became(world, name) if one not in passed]
    return unique([heir for one in following for heir in heirs(world, one, (*passed, name))]) or [name]


def reach(world: World, name: str) -> set[str]:
    """A department and all that it became, at however many removes."""
    found, waiting = {name}, [name]
    while waiting:
        new = [one for one in became(world, waiting.pop()) if one not in found]
        found |= {*new}
        waiting += new
    return found


def unique(names: Ids) -> Ids:
    """Names in order, each once."""
    return list(dict.fromkeys(names))


def written(part: Plain) -> Ids:
    """The departments that a part names, the first at home."""
    found = part.get("department") or []
    return [found] if isinstance(found, str) else found


def stranded(world: World, assignment: Plain) -> Ids:
    """The departments of an open assignment that are over and became none or several."""
    return unique([on for one in written(assignment) if is_over(world, on := moved(world, one))])
