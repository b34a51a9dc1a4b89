package org.linli.polls.owners;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.linli.community.CommunityMap;
import org.linli.community.StaffMember;
import org.linli.platform.audit.NoteChange;
import org.linli.platform.audit.Noted;
import org.linli.polls.owners.ReadParcels.Read;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes who owns what as it is pasted from a spreadsheet: everything, or nothing where a line is wrong. Who entered it
/// for which homes stands in the trail.
@Service
public class EnterParcels {

    /// Homes that are named in the trail; of more, their number alone.
    private static final int MOST_NAMED = 20;

    private final Parcels parcels;
    private final NoteChange note;
    private final Clock clock;

    EnterParcels(Parcels parcels, NoteChange note, Clock clock) {
        this.parcels = parcels;
        this.note = note;
        this.clock = clock;
    }

    /// What was read: taken where it says that nothing is wrong. Never empty.
    public Mono<Read> enter(StaffMember by, CommunityMap map, String pasted) {
        return Mono.fromSupplier(() -> new ReadParcels(map).of(pasted))
                .subscribeOn(Schedulers.boundedElastic())
                .delayUntil(read -> read.wrong().isEmpty() && !read.parcels().isEmpty()
                        ? note.after(
                                parcels.put(map.id(), read.parcels()).thenReturn(read.parcels()), it -> noted(by, it))
                        : Mono.empty());
    }

    private Noted noted(StaffMember by, List<Parcel> entered) {
        return new Noted(
                by.community(), by.id(), Noted.Kind.SETTING_CHANGED, "parcels", homes(entered), clock.instant());
    }

    /// `2 homes: b3-1-101 b3-1-102`.
    private static String homes(List<Parcel> entered) {
        String more = entered.size() > MOST_NAMED ? " …" : "";
        return entered.stream()
                .limit(MOST_NAMED)
                .map(Parcel::room)
                .collect(Collectors.joining(" ", entered.size() + " homes: ", more));
    }
}
