package org.linli.polls.owners;

import org.linli.community.CommunityMap;
import org.linli.polls.owners.ReadParcels.Read;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Takes who owns what as it is pasted from a spreadsheet: everything, or nothing where a line is wrong.
@Service
public class EnterParcels {

    private final Parcels parcels;

    EnterParcels(Parcels parcels) {
        this.parcels = parcels;
    }

    /// What was read: taken where it says that nothing is wrong. Never empty.
    public Mono<Read> enter(CommunityMap map, String pasted) {
        return Mono.fromSupplier(() -> new ReadParcels(map).of(pasted))
                .delayUntil(read -> read.wrong().isEmpty() ? parcels.put(map.id(), read.parcels()) : Mono.empty());
    }
}
