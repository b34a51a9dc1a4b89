package org.linli.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A line of `deploy/security/asvs.csv`: one requirement of OWASP ASVS, and where we stand.
record Requirement(String id, int level, String about, State state, String how, String evidence) {

    static final Path LIST = Path.of("deploy/security/asvs.csv");

    private static final Pattern CELL = Pattern.compile("\"((?:[^\"]|\"\")*)\"(?:,|$)|([^,\"]*)(?:,|$)");
    private static final Pattern DECISION = Pattern.compile("ADR (\\d{4})");

    enum State {
        MET,
        PARTLY,
        MISSING,
        ELSEWHERE,
        NOT_APPLICABLE;

        /// Throws where it is none of them.
        static State of(String words) {
            return Stream.of(values())
                    .filter(it -> it.words().equals(words))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("'%s' is no state".formatted(words)));
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /// Whether something is lacking.
        boolean lacks() {
            return this == PARTLY || this == MISSING;
        }
    }

    static List<Requirement> all() throws IOException {
        return Files.readAllLines(LIST).stream().skip(1).map(Requirement::of).toList();
    }

    private static Requirement of(String line) {
        var cells = CELL.matcher(line + ",")
                .results()
                .map(it -> it.group(1) == null ? it.group(2) : it.group(1).replace("\"\"", "\""))
                .toList();
        return new Requirement(
                cells.get(0),
                Integer.parseInt(cells.get(1)),
                cells.get(2),
                State.of(cells.get(3)),
                cells.get(4),
                cells.get(5));
    }

    /// Like `V3`.
    String chapter() {
        return id.substring(0, id.indexOf('.'));
    }

    /// Numbers of ADRs.
    Stream<String> decisions() {
        return DECISION.matcher(evidence).results().map((MatchResult it) -> it.group(1));
    }

    /// Names of classes and files.
    Stream<String> things() {
        return Stream.of(DECISION.matcher(evidence).replaceAll("").split(" ")).filter(it -> !it.isEmpty());
    }

    @Override
    public String toString() {
        return id;
    }
}
