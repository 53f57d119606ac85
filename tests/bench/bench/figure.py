# SPDX-License-Identifier: GPL-3.0-or-later
"""One measured ratio and its limit."""

import dataclasses


@dataclasses.dataclass(frozen=True)
class Figure:
    name: str
    ratio: float
    limit: float
    unit: str
    at_least: bool = False        # whether more is better
    broken: str = ""              # why the ratio does not count, whatever it is

    @property
    def holds(self):
        if self.broken:
            return False
        return self.ratio >= self.limit if self.at_least else self.ratio <= self.limit

    def __str__(self):
        return f"{self.name}: {self.ratio:.2f} (limit {self.limit:g}) {self.unit}"
