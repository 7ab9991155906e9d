"""`rumpkc completion SHELL`: scripts by which bash, zsh and fish complete verbs, options, their choices, and files.

    eval "$(rumpkc completion bash)"            in ~/.bashrc; zsh: the same in ~/.zshrc
    rumpkc completion fish | source             in config.fish
"""

from __future__ import annotations

import argparse

from rumpkc.arguments import SHELLS, parser_of
from rumpkc.targets.target import TARGET_NAMES
from rumpkc.tools.explain import known_codes
from rumpkc.warn.selection import LEVELS, NAMES

BASH = """_rumpkc() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" verb="${{COMP_WORDS[1]}}"
    COMPREPLY=()
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "{verbs}" -- "$word"))
        return
    fi
    case "$verb:$before" in
{values}
    esac
    case "$verb" in
{options}
    esac
}}
complete -o default -F _rumpkc rumpkc
"""
ZSH_HEAD = "autoload -U +X bashcompinit && bashcompinit\n"
FISH_VERB = "complete -c rumpkc -n __fish_use_subcommand -a {verb} -d '{about}'\n"


def script(shell: str, verbs: dict[str, str]) -> str:
    """The script of one shell; `verbs` are their names and what they do."""
    assert shell in SHELLS
    if shell == "fish":
        return _fish(verbs)
    return (ZSH_HEAD if shell == "zsh" else "") + _bash(verbs)


def _options(verb: str, about: str) -> list[argparse.Action]:
    return [action for action in parser_of(verb, about)._actions]


def _values(verb: str, action: argparse.Action) -> list[str]:
    """What may stand behind an option, or as an argument, where that is a list."""
    if action.choices is not None:
        return [str(choice) for choice in action.choices]
    if action.dest == "target":
        return list(TARGET_NAMES)
    if action.dest == "warn":
        names = list(NAMES.values())
        return [*LEVELS, *names, *(f"no-{name}" for name in names), *(f"error={name}" for name in names)]
    if (verb, action.dest) == ("explain", "code"):
        return known_codes()
    return []


def _bash(verbs: dict[str, str]) -> str:
    values, options = [], []
    for verb, about in verbs.items():
        words: list[str] = []
        for action in _options(verb, about):
            words += action.option_strings or _values(verb, action)
            known = _values(verb, action)
            if action.option_strings and known:
                patterns = "|".join(f"{verb}:{name}" for name in action.option_strings)
                found = f'COMPREPLY=($(compgen -W "{" ".join(known)}" -- "$word"))'
                values.append(f"        {patterns}) {found}; return ;;")
        options.append(f'        {verb}) COMPREPLY=($(compgen -W "{" ".join(words)}" -- "$word")) ;;')
    return BASH.format(verbs=" ".join(verbs), values="\n".join(values), options="\n".join(options))


def _fish(verbs: dict[str, str]) -> str:
    out = [FISH_VERB.format(verb=verb, about=_quoted(about)) for verb, about in verbs.items()]
    for verb, about in verbs.items():
        here = f"complete -c rumpkc -n '__fish_seen_subcommand_from {verb}'"
        for action in _options(verb, about):
            known = _values(verb, action)
            names = "".join(f" -{'s' if len(name) == 2 else 'l'} {name.lstrip('-')}" for name in action.option_strings)
            chosen = f" -x -a '{' '.join(known)}'" if known else " -r" if names and action.nargs != 0 else ""
            if names or known:
                out.append(f"{here}{names}{chosen} -d '{_quoted(action.help or '')}'\n")
    return "".join(out)


def _quoted(text: str) -> str:
    return text.replace("\\", "\\\\").replace("'", "\\'").replace("%%", "%")
