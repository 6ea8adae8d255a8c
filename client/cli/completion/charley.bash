# Completion of charley(1) for bash.

_charley() {
  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local commands="ask chat topics topic source batch health version"
  local options="--help --version --server --region --timeout --json --explain --no-color --exit-code --history"
  local command="" word
  COMPREPLY=()

  case $previous in
    --server | --region | --timeout) return ;;
  esac
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case " $commands " in
      *" $word "*) command=$word && break ;;
    esac
  done

  if [[ $current == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
  elif [[ -z $command ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$commands" -- "$current")
  elif [[ $command == batch ]]; then
    mapfile -t COMPREPLY < <(compgen -f -- "$current")
  fi
}

complete -o filenames -F _charley charley
