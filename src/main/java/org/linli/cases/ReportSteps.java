package org.linli.cases;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a report leaves in the history of the case that it comes to: pure.
record ReportSteps(Report report, CaseWords words) {

    /// In the words of whoever told it; then who entered it for them and how it came, unless they wrote themselves.
    List<Step> of(Case it, Step.Kind kind) {
        var resident = Who.resident(report.reporter().address().text());
        var told = Step.of(it, kind, resident, report.at(), report.words(), report.pictures());
        return Stream.concat(Stream.of(told), entered(it, report.entered())).toList();
    }

    private Stream<Step> entered(Case it, @Nullable Entered entered) {
        return entered == null
                ? Stream.empty()
                : Stream.of(
                        Step.of(it, Step.Kind.ENTERED, entered.by(), report.at(), words.way(entered.way()), List.of()));
    }
}
