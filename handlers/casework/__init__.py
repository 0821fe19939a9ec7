"""The life of a case: how it opens, what members' buttons do to it, how it ends; the roster."""
