package org.linli.cases.rules;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.linli.cases.CaseKind;

/// The workflows that hold in one community now, one of each kind: pure.
public record Definitions(Map<CaseKind, Definition> byKind) {

    private record Taken(CaseKind kind, String pattern) {}

    public Definitions {
        byKind = Map.copyOf(byKind);
    }

    public Definition of(CaseKind kind) {
        var found = byKind.get(kind);
        if (found == null) {
            throw new IllegalStateException("no workflow of kind " + kind);
        }
        return found;
    }

    /// What kind of case a label makes: the most exact pattern counts; a complaint where none fits.
    public CaseKind kindOf(String label) {
        return patterns()
                .filter(it -> LabelPattern.matches(it.pattern(), label))
                .max(Comparator.comparingInt((Taken it) -> LabelPattern.weight(it.pattern()))
                        .thenComparing(Taken::kind, Comparator.reverseOrder()))
                .map(Taken::kind)
                .orElse(CaseKind.COMPLAINT);
    }

    private Stream<Taken> patterns() {
        return byKind.values().stream()
                .flatMap(it -> it.labels().stream().map(pattern -> new Taken(it.kind(), pattern)));
    }
}
