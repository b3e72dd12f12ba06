"""What an SPSS file can declare missing: up to three values, or a range and one value more."""

from dataclasses import dataclass

from peil.formats.pack.pack import Holds, PackVariable


@dataclass(frozen=True, slots=True)
class SavMissing:
    """Values declared missing; ``span`` is a range, both ends included."""

    span: tuple[float, float] | None
    values: tuple[float, ...]

    def covers(self, code: float) -> bool:
        """Say whether a code is declared missing."""
        return code in self.values or (self.span is not None and self.span[0] <= code <= self.span[1])


def declare_missing(variable: PackVariable) -> SavMissing:
    """Give what is declared missing: all codes that aren't answers, as far as the format can say so."""
    missing = sorted(code.code for code in variable.codes if code.missing)
    if len(missing) <= 3:
        return SavMissing(None, tuple(float(code) for code in missing))
    states = sorted(code.code for code in variable.states)
    highest = max((code.code for code in variable.valid), default=None)
    options = [code for code in missing if code not in states]
    if variable.holds is Holds.CODES and (highest is None or min(options) > highest):
        return SavMissing((float(min(options)), float(states[-1])), ())
    above = [code for code in options if highest is not None and code > highest]
    low = min([*above, *states])
    rest = [code for code in options if code < low]
    return SavMissing((float(low), float(states[-1])), tuple(float(code) for code in rest[:1]))


def undeclared(variable: PackVariable) -> tuple[int, ...]:
    """Give the codes that aren't answers, yet can't be declared missing beside the others."""
    declared = declare_missing(variable)
    return tuple(code.code for code in variable.codes if code.missing and not declared.covers(code.code))
