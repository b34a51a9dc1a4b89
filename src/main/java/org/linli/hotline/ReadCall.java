package org.linli.hotline;

import java.time.Clock;
import org.linli.cases.CaseWords;
import org.linli.cases.Way;
import org.linli.cases.behalf.Entry;
import org.linli.cases.behalf.ReadEntry;
import org.linli.cases.behalf.Typed;
import org.linli.community.CommunityMap;
import org.linli.understanding.Understand;
import org.springframework.stereotype.Component;

/// Reads a work order as if staff had entered it for whoever called.
@Component
class ReadCall {

    private final Understand understand;
    private final CaseWords words;
    private final Clock clock;

    ReadCall(Understand understand, CaseWords words, Clock clock) {
        this.understand = understand;
        this.words = words;
        this.clock = clock;
    }

    /// Without a place where the hotline names none that we know: then its words are said with the rest.
    Entry read(CommunityMap map, WorkOrder order) {
        var reading = new ReadEntry(map, understand, words.labels().keySet(), clock.instant());
        var typed = typed(order);
        return reading.read(typed, null) instanceof ReadEntry.Result.Read(Entry entry)
                ? entry
                : reading.somewhere(typed);
    }

    /// One entry for each order, for ever.
    private static Typed typed(WorkOrder order) {
        return new Typed(
                "hotline/" + order.number(),
                Way.HOTLINE,
                "",
                order.caller(),
                order.phone(),
                !order.phone().isEmpty(),
                order.words(),
                "",
                order.place(),
                null);
    }
}
