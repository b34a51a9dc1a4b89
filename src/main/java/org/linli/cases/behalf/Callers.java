package org.linli.cases.behalf;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.linli.cases.Neighbour;
import org.linli.channels.Address;
import org.linli.channels.ChannelId;
import org.linli.community.Reaches;
import org.linli.community.Residents;
import org.linli.platform.database.CommunityId;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Who those are for whom staff enters something, as cases remember people.
@Component
class Callers {

    /// No letter leads there: staff has to tell them.
    static final ChannelId BY_HAND = new ChannelId("by-hand");

    private final Residents residents;
    private final Reaches reaches;
    private final KeptCallers kept;
    private final DatabaseClient database;

    Callers(Residents residents, Reaches reaches, KeptCallers kept, DatabaseClient database) {
        this.kept = kept;
        this.residents = residents;
        this.reaches = reaches;
        this.database = database;
    }

    /// Never empty. A resident is told where we reach them, if they agreed; who calls again from the same telephone is
    /// the same neighbour.
    Mono<Neighbour> neighbour(CommunityId community, Caller caller) {
        String resident = caller.resident();
        if (resident == null) {
            return stranger(community, caller);
        }
        var silent = byHand(resident, "resident-" + resident);
        return caller.mayContact()
                ? reached(community, resident)
                        .map(at -> new Neighbour(resident, at, null, at))
                        .defaultIfEmpty(silent)
                : Mono.just(silent);
    }

    private Mono<Address> reached(CommunityId community, String resident) {
        return residents
                .addresses(community, resident)
                .filter(it -> !it.isGroup())
                .filterWhen(it -> reaches.isLost(community, it).map(lost -> !lost))
                .next();
    }

    private Mono<Neighbour> stranger(CommunityId community, Caller caller) {
        return calledBefore(community, caller.phone())
                .map(at -> new Neighbour(null, at, null, null))
                .switchIfEmpty(
                        Mono.fromSupplier(() -> byHand(null, UUID.randomUUID().toString())));
    }

    private Mono<Address> calledBefore(CommunityId community, String phone) {
        return phone.isEmpty()
                ? Mono.empty()
                : database.sql(
                                "select address from cases.on_behalf where community_id = :community and resident is null and "
                                        + KeptCallers.SAME_PHONE + " order by at desc limit 1")
                        .bind("community", community.value())
                        .bind("phone", phone)
                        .bind("prints", kept.prints(community, phone))
                        .mapValue(String.class)
                        .one()
                        .map(Address::parse);
    }

    private static Neighbour byHand(@Nullable String resident, String id) {
        return new Neighbour(resident, Address.person(BY_HAND, "desk", id), null, null);
    }
}
