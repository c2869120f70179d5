"""The names of all rules with their severities, as the table of rules has them."""

from collections.abc import Mapping
from types import MappingProxyType

from staircase.core.finding import Severity
from staircase.core.rules.table import RULES, Harm

SEVERITIES: Mapping[str, Severity] = MappingProxyType({rule.name: rule.severity for rule in RULES})
"""Every rule with the severity that it has unless it is set, errors first."""

ERRORS: Mapping[str, Severity] = MappingProxyType(
    {name: severity for name, severity in SEVERITIES.items() if severity is Severity.ERROR}
)
"""The rules whose findings mean that files can't be read or figures would be wrong: never turned off."""

GAPS: Mapping[str, Severity] = MappingProxyType(
    {name: severity for name, severity in SEVERITIES.items() if name not in ERRORS}
)
"""The rules whose findings mean that the journey lacks something, with the severity they have unless it is set."""

NEVER_ACCEPTED = frozenset(rule.name for rule in RULES if not rule.acceptable)
"""The gaps that can only be mended, never lived with."""

LEVELS: Mapping[str, str] = MappingProxyType({rule.name: rule.severity.value if rule.on else "off" for rule in RULES})
"""What every rule is unless the programme sets it: a severity, or off."""

OFF = frozenset(rule.name for rule in RULES if not rule.on)
"""The gaps that are told only where the programme turns them on."""

HARMS: Mapping[str, Harm] = MappingProxyType({rule.name: rule.harm for rule in RULES})
"""The kind of harm of every rule, the worst first."""
