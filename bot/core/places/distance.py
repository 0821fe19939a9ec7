"""How far two points are from each other."""

from math import asin, cos, radians, sin, sqrt

Point = tuple[float, float]  # latitude, longitude; degrees, WGS 84


def km(one: Point, other: Point) -> float:
    """Great circle distance."""
    a, b = radians(one[0]), radians(other[0])
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other[1] - one[1]) / 2) ** 2
    return 2 * 6371.0 * asin(sqrt(half))
