"""The notation of phrases in ``heard.toml``, as regular expressions over :func:`plain.sentence`.

``задерж*``   a word that begins so
``а|б``       either word
``~``         up to three words of the same clause between
``!у``        the word before is not "у" (stands first)
``[а|б]``     a word that may be missing
"""

from bot.core.understanding.plain import any_spelling, is_word, plain

_GAP = r"((?: [^ ,.]+){0,3})"  # a group, so that a denial in it is found
_REST = "[^ ,.]*"  # of a word that begins so


def phrase_pattern(phrase: str, language: str) -> str:
    """The phrase as a regular expression. ValueError says what is wrong with it."""
    guard, *rest = words = plain(phrase).split()
    pattern = ""
    if guard.startswith("!"):
        pattern, words = f"(?<! {_word(guard[1:])})", rest
    if all(word == "~" or word.startswith("[") for word in words):
        raise ValueError("a phrase needs a word that is always there")
    if words[0] == "~":
        raise ValueError("~ stands behind a word")
    for word in words:
        if word == "~":
            pattern += _GAP
        elif word.startswith("[") and word.endswith("]"):
            pattern += f"(?: {_choice(word[1:-1], language)})?"
        else:
            pattern += f" {_choice(word, language)}"
    return pattern + "(?= )"


def _choice(words: str, language: str) -> str:
    choices = [
        any_spelling(_word(word.removesuffix("*")), language) + (_REST if word.endswith("*") else "")
        for word in words.split("|")
    ]
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def _word(word: str) -> str:
    if not is_word(word):
        raise ValueError(f"«{word}» is no single word, so nothing that is typed can be it")
    return word  # nothing in it means something to a regular expression
