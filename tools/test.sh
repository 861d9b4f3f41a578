# Sourced by `./tocsin test`: installs what tests need, runs every test, and tells what was skipped.
# Modules may bring more needs: every executable tools/needs/* is run first.

# Browser tests drive the machine's own Chromium.
need_browser() {
    for browser in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$browser" >/dev/null && return
    done
    if is_root && on_debian; then
        install chromium || fail "apt could not install chromium; install it, then test again."
    elif [ -n "${CI-}" ]; then
        fail "the browser tests need Chromium: install it, then test again."
    else
        say "Without Chromium the browser tests are skipped: install it to run them."
    fi
}

reports() { find "$home" -path '*/target/surefire-reports/TEST-*.xml'; }

# One line per skipped test: class, method, reason.
skipped() {
    reports | while IFS= read -r report; do
        awk '
            function attribute(name,   value) {
                if (!match($0, " " name "=\"[^\"]*\"")) return ""
                value = substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4)
                gsub(/&quot;/, "\"", value); gsub(/&#10;/, " ", value); gsub(/&apos;/, "\047", value)
                gsub(/&lt;/, "<", value); gsub(/&gt;/, ">", value); gsub(/&amp;/, "\\&", value)
                return value
            }
            /<testcase / { test = attribute("classname") "." attribute("name") }
            /<skipped/ { print test ": " attribute("message") }
        ' "$report"
    done | sort
}

# The line that Surefire ends with, for all modules together.
totals() {
    reports | while IFS= read -r report; do grep -m 1 '<testsuite ' "$report"; done | awk '
        function count(name) {
            return match($0, " " name "=\"[0-9]+\"") \
                ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0
        }
        { t += count("tests"); f += count("failures"); e += count("errors"); s += count("skipped") }
        END { printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", t, f, e, s }'
}

need_browser
for need in "$home"/tools/needs/*; do
    [ -x "$need" ] || continue
    "$need" || fail "$need could not prepare its tests; the reason is above."
done

find "$home" -path '*/target/surefire-reports/TEST-*.xml' -exec rm -f {} +
outcome=0
(cd "$home" && mvn -B -ntp -Pchecks verify) || outcome=$?

# Samples that not every machine has are the only reason that counts in CI.
left_out=$(skipped)
if [ -n "$left_out" ]; then
    printf '\nSkipped:\n%s\n' "$left_out"
    if [ -n "${CI-}" ] && printf '%s\n' "$left_out" | grep -qv 'shared/data'; then
        say "tocsin: in CI nothing may be skipped but for missing sample data (shared/data)."
        [ "$outcome" -ne 0 ] || outcome=1
    fi
fi
printf '\n'
totals
exit "$outcome"
