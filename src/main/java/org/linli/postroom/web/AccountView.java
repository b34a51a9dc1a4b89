package org.linli.postroom.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.channels.Account;
import org.linli.channels.Checkup;
import org.linli.ledger.Uses;
import org.linli.postroom.ExchangeLog.LastHour;

/// One of our accounts, as healthy as it is.
///
/// @param tokenUntil empty where there is none
/// @param lastCall   empty where the platform never called
/// @param uses       what was drawn from quotas
/// @param closed     ways that the platform has closed for a time
/// @param troubles   what is known to be amiss
public record AccountView(
        String channel,
        String id,
        String tokenUntil,
        String lastCall,
        LastHour lastHour,
        List<Line> uses,
        List<Line> closed,
        List<StepView> troubles) {

    /// @param what  a quota or a way
    /// @param until when it begins anew
    public record Line(String what, int used, String until) {}

    static AccountView of(
            Account account,
            @Nullable Instant tokenUntil,
            @Nullable Instant lastCall,
            LastHour lastHour,
            List<Uses.Used> uses,
            List<Uses.Closed> closed,
            List<Checkup.Step> troubles) {
        return new AccountView(
                account.channel().value(),
                account.id(),
                spoken(tokenUntil),
                spoken(lastCall),
                lastHour,
                uses.stream()
                        .map(it -> new Line(it.name(), it.used(), SpokenInstant.of(it.until())))
                        .toList(),
                closed.stream()
                        .map(it -> new Line(it.way(), 0, SpokenInstant.of(it.until())))
                        .toList(),
                troubles.stream().map(StepView::of).toList());
    }

    private static String spoken(@Nullable Instant moment) {
        return moment == null ? "" : SpokenInstant.of(moment);
    }
}
