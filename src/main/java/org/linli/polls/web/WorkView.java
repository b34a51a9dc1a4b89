package org.linli.polls.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.polls.works.Appraisals.Score;
import org.linli.polls.works.Milestone;
import org.linli.polls.works.MilestonePictures;
import org.linli.polls.works.Payment;
import org.linli.polls.works.Source;

/// What carrying out a project has come to, as pages show it.
///
/// @param money by where it comes from; empty where nothing is known
/// @param unit  what residents gave all projects of the unit that carries it out
record WorkView(
        List<Money> money,
        String spent,
        String left,
        List<Paid> receipts,
        List<Due> milestones,
        Appraised score,
        Appraised unit) {

    /// Averages are told of enough people alone.
    ///
    /// @param score `4.3`; empty where too few have said
    record Appraised(String score, long people, long using, long asked) {

        static Appraised of(@Nullable Score it) {
            if (it == null) {
                return new Appraised("", 0, 0, 0);
            }
            return it.isTold()
                    ? new Appraised(it.average(), it.people(), it.using(), it.asked())
                    : new Appraised("", it.people(), 0, 0);
        }
    }

    /// Whether something of it should be done by now.
    public boolean late() {
        return milestones.stream().anyMatch(Due::late);
    }

    /// Whether nobody could be told of something that is late.
    public boolean uncalled() {
        return milestones.stream().anyMatch(Due::uncalled);
    }

    record Money(String source, String yuan) {}

    record Paid(String source, String yuan, String payer, String receipt) {}

    /// @param uncalled whether it is late and nobody could be told, which is the desk's matter
    /// @param pictures their ids
    record Due(
            int number,
            String title,
            String dueOn,
            String doneOn,
            boolean late,
            boolean uncalled,
            List<UUID> pictures) {}

    static WorkView of(
            List<Payment> payments,
            List<Milestone> due,
            List<MilestonePictures.Named> pictures,
            @Nullable Score score,
            @Nullable Score unit,
            LocalDate today) {
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
                due.stream().map(it -> due(it, pictures, today)).toList(),
                Appraised.of(score),
                Appraised.of(unit));
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

    private static Due due(Milestone it, List<MilestonePictures.Named> pictures, LocalDate today) {
        var done = it.doneOn();
        return new Due(
                it.number(),
                it.title(),
                it.dueOn().toString(),
                done == null ? "" : done.toString(),
                it.isLate(today),
                it.isUncalled(today),
                pictures.stream()
                        .filter(picture -> picture.milestone() == it.number())
                        .map(MilestonePictures.Named::id)
                        .toList());
    }
}
