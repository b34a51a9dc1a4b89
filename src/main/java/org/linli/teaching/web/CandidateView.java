package org.linli.teaching.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.teaching.Candidate;
import org.linli.teaching.Candidate.State;
import org.linli.teaching.Times;
import org.linli.understanding.Comparison;
import org.linli.understanding.Comparison.Checked;

/// A candidate as its page shows it.
///
/// @param state      the end of a key of words
/// @param progress   how much of its training is done, in percent
/// @param comparison `null` until it is trained
/// @param recent     how the corrections of the last month fare; all zero without a comparison
/// @param all        how all corrections fare
/// @param regressed  corrections of this community that would not be met any more
/// @param elsewhere  how many there are of other communities
/// @param mayPromote whether it is on trial, and of this community
/// @param mayGoBack  whether it is in use, can be taken back here, and is of this community
/// @param inFiles    whether it is in use and stands in the files, so that it cannot be taken back here
public record CandidateView(
        String id,
        String state,
        String by,
        String at,
        int lessons,
        int progress,
        @Nullable Comparison comparison,
        Fared recent,
        Fared all,
        List<Checked> regressed,
        int elsewhere,
        long heard,
        List<Times> differences,
        boolean mayPromote,
        boolean mayGoBack,
        boolean inFiles) {

    private static final Duration MONTH = Duration.ofDays(31);
    private static final DateTimeFormatter SPOKEN =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    /// How corrections fare: how many there are, how many are right now, how many would be.
    public record Fared(int corrections, int before, int after) {

        static Fared of(List<Checked> checked) {
            return new Fared(
                    checked.size(),
                    (int) checked.stream().filter(Checked::wasRight).count(),
                    (int) checked.stream().filter(Checked::willBeRight).count());
        }
    }

    static CandidateView of(Candidate it, List<Times> differences, Instant now, boolean own, boolean inFiles) {
        var comparison = it.comparison();
        List<Checked> all = comparison == null ? List.of() : comparison.corrections();
        List<Checked> regressions = comparison == null ? List.of() : comparison.regressions();
        var regressed = regressions.stream()
                .filter(one -> !one.correction().words().isEmpty())
                .toList();
        return new CandidateView(
                it.id(),
                it.state().name().toLowerCase(Locale.ROOT),
                it.askedBy(),
                SPOKEN.format(it.askedAt()),
                it.lessons().size(),
                it.progress(),
                comparison,
                Fared.of(all.stream()
                        .filter(one -> one.correction().at().isAfter(now.minus(MONTH)))
                        .toList()),
                Fared.of(all),
                regressed,
                regressions.size() - regressed.size(),
                it.heard(),
                differences,
                own && it.state() == State.TRYING,
                own && it.state() == State.PROMOTED && !inFiles,
                inFiles);
    }
}
