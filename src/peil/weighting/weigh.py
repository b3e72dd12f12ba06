"""Weights: none, a column of the data, or fitted to targets."""

from dataclasses import replace

from peil.data.dataset import Dataset
from peil.estimation.calibration.spread import measure_spread
from peil.estimation.calibration.weighted import Weighted
from peil.weighting.base_weights import read_base_weights
from peil.weighting.fit_weights import fit_weights


def weigh(dataset: Dataset) -> Dataset:
    """Give the data set weighted as the plan says; ``weighted`` holds the diagnostics.

    Weights are fitted to the rows that are given: those that are analysed.

    Raises:
        Unusable: The column of weights is absent, a weight is no positive number, or targets can't be met.
    """
    weighting = dataset.study.plan.weighting
    if weighting.method == "none":
        return dataset
    if weighting.fitted and dataset.n:
        weights, weighted = fit_weights(dataset)
        return replace(dataset, weights=weights, weighted=weighted)
    given = read_base_weights(dataset)
    return replace(dataset, weights=given, weighted=Weighted(measure_spread(given)) if dataset.n else None)
