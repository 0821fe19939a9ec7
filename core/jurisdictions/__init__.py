"""Jurisdictions as data: one folder each. Code that needs one names it by its folder (``kz``)."""
