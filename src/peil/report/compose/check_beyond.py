"""Check what a text says beyond its own survey: of other studies, other waves, a population."""

from peil.report.compose.check_other import check_compared, check_elsewhere
from peil.report.compose.check_population import check_population
from peil.report.compose.check_wave import check_wave_share, check_wave_trend
from peil.report.compose.checker import Checker
from peil.report.compose.outcome import Outcome
from peil.report.template.binding import ComparedElsewhere, Elsewhere, WaveShare, WaveTrend
from peil.report.template.population_binding import PopulationClaim, PopulationGap, PopulationShare

Beyond = (
    WaveShare | WaveTrend | Elsewhere | ComparedElsewhere | PopulationShare | PopulationGap | PopulationClaim
)


def check_beyond(checker: Checker, printed: str, value: Beyond) -> Outcome:
    """Check printed text against a figure of somebody else's, or what was released of another wave."""
    match value:
        case WaveShare():
            return check_wave_share(checker, printed, value)
        case WaveTrend():
            return check_wave_trend(checker, printed, value)
        case Elsewhere():
            return check_elsewhere(checker, printed, value)
        case ComparedElsewhere():
            return check_compared(checker, printed, value)
        case PopulationShare() | PopulationGap() | PopulationClaim():
            return check_population(checker, printed, value)
