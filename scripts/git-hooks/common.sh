# shellcheck shell=sh disable=SC2034,SC2154  # the texts are used where this is read, and project is said there
# Shared by the hooks and scripts/publish-from-git: settings, checking out, and what the editor is told.
# Whoever reads this has said where the project lies: project=...
# The repository's own settings (git config), written by scripts/git-server:
#   vejviser.python   the Python of the .venv that has Vejviser
#   vejviser.target   where the site is published
#   vejviser.branch   the branch that is published (main)
#   vejviser.preview  where other branches are shown, if anywhere: {branch} stands for the name of each
#   vejviser.preview-address  the address readers of drafts use, with {branch} in it
#   vejviser.tell     a command that is given what fell due, and why a night went wrong, on its standard input

repository=$(git rev-parse --absolute-git-dir)

export GIT_NO_REPLACE_OBJECTS=1 # nobody may swap one object for another while it is looked through

setting() { git --git-dir="$repository" config --get "vejviser.$1" || printf '%s' "${2:-}"; }

python=$(setting python)
main_branch=$(setting branch main)
preview_target=$(setting preview)

again=refs/vejviser/again # pushed to have everything that waits tried again; the same name as in vejviser.privacy.push

say() { printf '%s\n' "$*"; }

# git writes zeros where a ref points nowhere: before it is made, and after it is deleted.
is_nothing() { case $1 in *[!0]*) return 1 ;; esac; }

# A text with a value in place of a name in braces: filled "og {count} mere" count 5.
filled() (
  rest=$1 before=""
  while :; do
    case $rest in *"{$2}"*) ;; *) break ;; esac
    before=$before${rest%%"{$2}"*}$3
    rest=${rest#*"{$2}"}
  done
  printf '%s' "$before$rest"
)

said_refused="AFVIST. Ret fejlene, og prøv igen. Siden på nettet er, som den var."
said_checking="Vejviser ser dine ændringer igennem ..."
said_fine="Ingen fejl."
said_no_delete="AFVIST. Grenen $main_branch er den, læserne ser, og kan ikke slettes."
said_no_rewrite="AFVIST. På grenen {branch} ligger noget, du ikke har. Hent det først med git pull, og send så igen."
said_broken="AFVIST. Serveren kan ikke se ændringerne igennem. Sig det til den, der passer serveren:"
said_waiting="En anden er ved at udgive. Venter ..."
said_building="Vejviser bygger og udgiver ..."
said_not_published="IKKE UDGIVET. Siden på nettet er, som den var."
said_interrupted="Arbejdet blev afbrudt midt i det hele. Det er ikke din tekst, der er noget galt med."
said_perhaps_later="Der er sendt noget efter dig. Fejlen kan være der."
said_again="Står der fejl ovenfor, så ret dem, og send igen. Ellers prøv igen uden at rette noget:
  git push origin origin/$main_branch:$again"
said_nothing_waits="Der er ikke noget, der venter på at blive udgivet."
said_already="Det er allerede på nettet."
said_with_later="Der er kommet noget nyere til siden, og din rettelse er med i det, der vises nu."
said_gone_since="Det, du sendte, er taget væk igen, så det bliver ikke vist."
said_see="Se det her:"
said_more="og {count} sider mere"
said_rolled_back="Siden er rullet tilbage. Den bliver først bygget igen, når nogen sender en rettelse."
said_night_stopped="Portalen er ikke blevet bygget om natten i flere dage. Sig det til den, der passer serveren."
said_forgotten="Det, serveren havde gemt til sig selv, er slettet, og kladderne er taget ned.
Tilbage er historikken i git (også hos alle, der har en kopi), sikkerhedskopier, og det, andre har hentet."
said_published="UDGIVET."
said_preview_gone="Kladden {branch} kan ikke ses mere."
said_preview="KLADDEN KAN SES. Den hedder {name}."

# Where a branch is shown as a draft. The server's own program says so: an older branch must not share another's place.
preview_name() {
  PYTHONPATH="$project/plugins" "$python" -c 'import sys; from vejviser.publish.preview import preview_name
print(preview_name(sys.argv[1]))' "$1"
}

# The folder, or other target, of a branch's draft.
preview_folder() { filled "$preview_target" branch "$(preview_name "$1")"; }

# The draft of a branch that is gone goes with it, where it is a folder of our own here.
remove_preview() {
  if [ -L "$1/current" ] && [ -d "$1/releases" ]; then
    rm -rf "$1"
    say "$(filled "$said_preview_gone" branch "$2")"
  fi
}

# How the files of a branch differ from what it had, or from the readers' branch where it is new, as git diff says it.
differences() (
  before=$1 after=$2
  shift 2
  ! is_nothing "$before" || before=$(git --git-dir="$repository" rev-parse --verify --quiet "refs/heads/$main_branch") ||
    before=$(git hash-object -t tree --stdin </dev/null)
  git --git-dir="$repository" -c core.quotePath=false diff "$@" "$before" "$after" -- 2>/dev/null || true
)

# The project's program, run with the pushed code where the repository holds it, and out of reach of git's variables.
# The folder lies in the repository's own: only publishing to a branch may find that, for its index is not the folder's.
# All it says goes to one place; what the shell says of a program that was killed is for nobody.
vejviser() (
  tree=$1
  shift
  {
    (
      # shellcheck disable=SC2046  # a list of names
      unset $(git rev-parse --local-env-vars)
      unset GIT_QUARANTINE_PATH
      GIT_CEILING_DIRECTORIES=$(dirname "$tree")
      [ "$1" = publish ] || export GIT_CEILING_DIRECTORIES
      [ ! -d "$tree/plugins/vejviser" ] || export PYTHONPATH="$tree/plugins"
      exec "$python" -m vejviser --root "$tree" "$@" >&3 2>&3
    )
  } 3>&1 2>/dev/null
)

# Put the files of a commit, or of a tree, in a folder, each byte as it was pushed: .gitattributes of the project is
# overruled. Only what changed since the last time is written. What an earlier commit left there goes, also when git was
# killed on its way; what was built there stays.
check_out() (
  wanted=$1 tree=$2
  mkdir -p "$tree" "$repository/info"
  printf '%s\n' '* -text -ident -filter -working-tree-encoding' >"$repository/info/attributes"
  rm -f "$tree.index.lock"
  GIT_INDEX_FILE="$tree.index" git --git-dir="$repository" --work-tree="$tree" read-tree --reset -u "$wanted"
  GIT_INDEX_FILE="$tree.index" git --git-dir="$repository" --work-tree="$tree" -C "$tree" \
    clean --quiet -ffdx --exclude=/site --exclude=/.cache
)

# The folder in which pushes are looked at, one at a time; it keeps what builds keep, and builds keep what it keeps.
checking=$repository/vejviser/checked
one_at_a_time() {
  mkdir -p "$checking" "$repository/vejviser/tree/.cache"
  exec 8>>"$checking.lock"
  flock 8
  [ -L "$checking/.cache" ] || rm -rf "$checking/.cache"
  ln -sfnT ../tree/.cache "$checking/.cache"
}

# What is worth a second look in the files that were changed, and a page that is gone wherever it is missed. Given are the
# file with the changed names, one a line, and the report.
warnings_of() {
  printf '%s\n' "$2" | awk -F: 'FILENAME == ARGV[1] { changed[$0]; next }
    $1 in changed && /: warning \[/ || /: warning \[page-moved\]/' "$1" -
}

# Look through everything that a push brings along, also what was deleted since; "old new ref" a line, as git tells it.
# git's variables stay: only with them can what was pushed be read before it is taken in. The program is the server's own,
# whatever was pushed. 0 fine, 1 refused, 2 a broken server, which takes nothing in.
look_through() (
  result=0
  report=$(printf '%s\n' "$1" | PYTHONPATH="$project/plugins" "$python" -m vejviser --root "$project" \
    guard received --repository "$repository" 2>&1) || result=$?
  case $result in
    0) ;;
    1) say "$report" ;;
    *) broken "$report"; result=2 ;;
  esac
  return "$result"
)

# Look through the files in a folder: 0 fine, 1 errors in the content, 2 a broken server. The errors are told, and what
# is worth a second look in the files that were changed: a file with their names, one a line, is given first.
check() (
  changed=$1 tree=$2 result=0
  shift 2
  report=$(vejviser "$tree" check "$@" 2>&1) || result=$?
  case $result in
    0) warnings_of "$changed" "$report" ;;
    1) printf '%s\n' "$report" | grep -v ': warning \[' || true; warnings_of "$changed" "$report" ;;
    *) broken "$report"; result=2 ;;
  esac
  return "$result"
)

# The last of what a program said that could not do its work.
broken() {
  say "$said_broken"
  printf '%s\n' "$1" | tail -n 5
}
