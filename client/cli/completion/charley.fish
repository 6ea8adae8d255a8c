# Completion of charley(1) for fish.

set -l commands ask chat topics topic source batch health version

complete -c charley -f
complete -c charley -n "not __fish_seen_subcommand_from $commands" -a ask -d 'Ask one question'
complete -c charley -n "not __fish_seen_subcommand_from $commands" -a chat -d 'Ask in a conversation'
complete -c charley -n "not __fish_seen_subcommand_from $commands" -a topics -d 'List what Charley can answer'
complete -c charley -n "not __fish_seen_subcommand_from $commands" -a topic -d 'Show one topic'
complete -c charley -n "not __fish_seen_subcommand_from $commands" -a source -d 'Show one source and where it is cited'
complete -c charley -n "not __fish_seen_subcommand_from $commands" -a batch -d 'Answer JSON lines, one for each line'
complete -c charley -n "not __fish_seen_subcommand_from $commands" -a health -d 'Say whether the service is serving'
complete -c charley -n "not __fish_seen_subcommand_from $commands" -a version -d 'Say which version this is'
complete -c charley -n '__fish_seen_subcommand_from batch' -F

complete -c charley -s h -l help -d 'Print a short help'
complete -c charley -l version -d 'Print the version'
complete -c charley -l server -x -d 'The gRPC address of the service'
complete -c charley -l region -x -d 'Country whose emergency number is shown'
complete -c charley -l timeout -x -d 'How long one call may take, in seconds'
complete -c charley -l json -d 'Write protobuf JSON instead of text'
complete -c charley -l explain -d 'Show matched words, rules and scores'
complete -c charley -l no-color -d 'No colour or bold on a terminal'
complete -c charley -l exit-code -d 'ask: return 10 for urgent care, 11 when not covered'
complete -c charley -l history -d 'chat: arrow keys recall earlier lines'
