package org.linli.polls.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.polls.works.Appraisals.Score;
import org.linli.polls.works.Milestone;
import org.linli.polls.works.Payment;
import org.linli.polls.works.Source;

/// What carrying out a project has come to, as pages show it.
///
/// @param money by where it comes from; empty where nothing is known
/// @param score average of what residents gave; empty where too few have
record WorkView(
        List<Money> money,
        String spent,
        String left,
        List<Paid> receipts,
        List<Due> milestones,
        String score,
        long people,
        long using,
        long asked) {

    /// Of fewer, an average would tell what one of them has said.
    private static final long FEWEST = 3;

    record Money(String source, String yuan) {}

    record Paid(String source, String yuan, String payer, String receipt) {}

    record Due(int number, String title, String dueOn, String doneOn, boolean late) {}

    static WorkView of(List<Payment> payments, List<Milestone> due, @Nullable Score score, LocalDate today) {
        var shown = score != null && score.people() >= FEWEST ? score : null;
        return new WorkView(
                Arrays.stream(Source.values())
                        .filter(source -> source.comesIn() && sum(payments, source) != 0)
                        .map(source -> new Money(source.name(), Payment.yuan(sum(payments, source))))
                        .toList(),
                Payment.yuan(sum(payments, Source.SPENT)),
                Payment.yuan(left(payments)),
                payments.stream()
                        .map(it -> new Paid(it.source().name(), Payment.yuan(it.fen()), it.payer(), it.receipt()))
                        .toList(),
                due.stream().map(it -> due(it, today)).toList(),
                shown == null ? "" : shown.average(),
                score == null ? 0 : score.people(),
                shown == null ? 0 : shown.using(),
                shown == null ? 0 : shown.asked());
    }

    private static long sum(List<Payment> payments, Source source) {
        return payments.stream()
                .filter(it -> it.source() == source)
                .mapToLong(Payment::fen)
                .sum();
    }

    private static long left(List<Payment> payments) {
        return payments.stream()
                .mapToLong(it -> it.source().comesIn() ? it.fen() : -it.fen())
                .sum();
    }

    private static Due due(Milestone it, LocalDate today) {
        var done = it.doneOn();
        return new Due(
                it.number(), it.title(), it.dueOn().toString(), done == null ? "" : done.toString(), it.isLate(today));
    }
}
