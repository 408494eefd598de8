# shellcheck shell=sh
# Shared by the hooks on an editor's machine, whatever that is: find the project's own vejviser.

project=$(git rev-parse --show-toplevel)
vejviser=$project/.venv/bin/vejviser
[ -x "$vejviser" ] || vejviser=$project/.venv/Scripts/vejviser.exe # Windows

guard() {
  if [ ! -x "$vejviser" ]; then
    echo "Vejviser er ikke sat op her. Kør: make site (eller git … --no-verify, hvis du ved, hvad du gør)" >&2
    exit 1
  fi
  (
    # git's own variables name its index and its folder; vejviser looks them up itself
    # shellcheck disable=SC2046  # a list of names
    [ "$1" = staged ] || [ "$1" = message ] || unset $(git rev-parse --local-env-vars)
    exec "$vejviser" --root "$project" guard "$@"
  )
}
