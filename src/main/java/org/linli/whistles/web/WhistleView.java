package org.linli.whistles.web;

import java.util.List;
import org.linli.cases.CaseFile;
import org.linli.whistles.FindWhistles.Line;
import org.linli.whistles.Whistle;

/// A whistle as a page shows it.
///
/// @param line the case in one line
/// @param words what was reported, masked
/// @param late whether nobody came in time
/// @param may what whoever looks may do now
/// @param path under which its forms are
/// @param stars 0: not rated
/// @param link  to be handed to the unit by people; empty where it is not for them, or nobody has to come any more
/// @param told  whether the unit is reached by letters
record WhistleView(
        String id,
        String number,
        String line,
        String words,
        String unit,
        String reason,
        String reportBy,
        String state,
        boolean late,
        String reporter,
        List<LineView> history,
        List<String> may,
        String path,
        int stars,
        String link,
        boolean told) {

    record LineView(String kind, String by, String at, String words) {}

    /// @param caller who looks
    static WhistleView of(
            Whistle it, CaseFile file, List<Line> history, String path, boolean unit, boolean community, Seen seen) {
        var verdict = it.verdict();
        return new WhistleView(
                it.id(),
                it.number(),
                seen.facts().line(file.it()),
                seen.facts().of(file.it()).getOrDefault("words", ""),
                seen.facts().unit(it.unit()),
                it.call().reason(),
                seen.time().at(it.call().reportBy()),
                it.state().name(),
                it.isLate(seen.now()),
                it.reporter(),
                history.stream()
                        .map(line -> new LineView(
                                line.kind().name(), line.by(), seen.time().at(line.at()), line.words()))
                        .toList(),
                may(it.state(), unit, community),
                path,
                verdict == null ? 0 : verdict.stars(),
                "",
                true);
    }

    /// The same for those who may hand its link over.
    WhistleView handedOver(String link, boolean told) {
        boolean answers = state.equals("CALLED") || state.equals("REPORTED_IN");
        return new WhistleView(
                id,
                number,
                line,
                words,
                unit,
                reason,
                reportBy,
                state,
                late,
                reporter,
                history,
                may,
                path,
                stars,
                answers ? link : "",
                told);
    }

    private static List<String> may(Whistle.State state, boolean unit, boolean community) {
        return switch (state) {
            case CALLED -> unit ? List.of("report-in", "refuse") : community ? List.of("release") : List.of();
            case REPORTED_IN -> unit ? List.of("tell", "finish") : community ? List.of("release") : List.of();
            case REFUSED -> community ? List.of("insist", "release") : List.of();
            case DONE -> community ? List.of("rate") : List.of();
            case RATED, RELEASED -> List.of();
        };
    }
}
