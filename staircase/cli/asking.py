"""Questions on a terminal: a text, or one of a list, by its number, its name, or a part of it."""

import sys
from collections.abc import Mapping, Sequence

from staircase.cli.environment import width
from staircase.cli.output import say
from staircase.core.edits.choices import Choice, Question
from staircase.core.suggest import letters
from staircase.render.layout import hanging

MOST = 12
"""How many choices are listed at once; more are found by typing a part of them."""


def ask(text: str, question: Question, texts: Mapping[str, str]) -> str:
    """The answer to a question; empty only where it may be left open.

    Raises:
        KeyboardInterrupt: the reader has had enough: nothing is written then.
    """
    say("\n".join(hanging(text, width(), indent=0)))
    shown: Sequence[Choice] = question.choices
    _list(shown, texts)
    while True:
        answer = _answer(question, texts)
        if not answer and (question.default or question.may_be_open):
            return question.default
        if not answer:
            continue
        found = _meant(answer, shown, question.choices) if question.choices else [Choice(answer)]
        if len(found) == 1:
            return found[0].value
        if found:
            shown = found
        else:
            say(texts["shell.no_match"].format(word=answer))
        _list(shown, texts)


def _meant(answer: str, shown: Sequence[Choice], every: Sequence[Choice]) -> Sequence[Choice]:
    """The choices that an answer may mean: one by its number or its name, else all that hold it."""
    if answer.isdecimal() and 0 < int(answer) <= min(len(shown), MOST):
        return [shown[int(answer) - 1]]
    exact = [choice for choice in every if answer == choice.value]
    wanted = letters(answer)
    return exact or [choice for choice in every if wanted in letters(f"{choice.value} {choice.label}")]


def _list(choices: Sequence[Choice], texts: Mapping[str, str]) -> None:
    for number, choice in enumerate(choices[:MOST], 1):
        say(f"  {number:>2}  {choice.value}  {choice.label}".rstrip())
    if len(choices) > MOST:
        say(texts["shell.more_choices"].format(count=len(choices) - MOST))


def _answer(question: Question, texts: Mapping[str, str]) -> str:
    hint = f"[{question.default}]" if question.default else texts["shell.may_be_open"] if question.may_be_open else ""
    sys.stderr.write(f"{hint}> ")
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.strip()
