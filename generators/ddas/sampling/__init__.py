"""Deliveries of any size about invented persons, drawn from a seed: valid, or with mistakes that are known."""

from ddas.sampling.truth import PlantedFault, SampleTruth
from ddas.sampling.write_delivery import FAULTS, write_delivery

__all__ = ["FAULTS", "PlantedFault", "SampleTruth", "write_delivery"]
