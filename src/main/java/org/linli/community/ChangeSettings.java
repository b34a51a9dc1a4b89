package org.linli.community;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effect;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Sets up a community anew: its name, how the service behaves in its groups, when its units are on duty, in which
/// order ways of sending are tried. Noted in the audit trail with what it was before, and in force at once here, on
/// other replicas within seconds. The next import of the community's file sets again what the file says.
@Component
public class ChangeSettings {

    private final SettingsRows rows;
    private final Communities communities;
    private final AnnounceChange announce;
    private final TransactionalOperator transaction;
    private final Effects effects;
    private final Clock clock;

    ChangeSettings(
            SettingsRows rows,
            Communities communities,
            AnnounceChange announce,
            TransactionalOperator transaction,
            Effects effects,
            Clock clock) {
        this.rows = rows;
        this.communities = communities;
        this.announce = announce;
        this.transaction = transaction;
        this.effects = effects;
        this.clock = clock;
    }

    /// As they stand in the database now. Never empty. Signals [NoSuchCommunity].
    public Mono<Settings> now(CommunityId community) {
        return rows.version(community)
                .flatMap(version -> communities
                        .renew()
                        .then(Mono.defer(() -> communities.map(community)))
                        .map(map -> new Settings(map, version)));
    }

    /// Never empty: whether it was done. It is not where somebody changed something since it was looked at.
    ///
    /// @param seen   what was looked at
    /// @param change names only groups and units that are in it
    public Mono<Boolean> change(StaffMember by, Settings seen, SettingsChange change) {
        return rows.locked(by.community())
                .filter(version -> version == change.version())
                .flatMap(_ -> written(by, seen.map(), change).thenReturn(true))
                .as(transaction::transactional)
                .delayUntil(_ -> announce.of(by.community()))
                .defaultIfEmpty(false);
    }

    private Mono<Void> written(StaffMember by, CommunityMap before, SettingsChange change) {
        CommunityId community = by.community();
        return Mono.justOrEmpty(change.name())
                .flatMap(name -> rows.name(community, name))
                .thenMany(Flux.fromIterable(change.groups()).concatMap(it -> rows.group(community, it)))
                .thenMany(Flux.fromIterable(change.units()).concatMap(it -> rows.unit(community, it)))
                .then(Mono.justOrEmpty(change.ways()).flatMap(it -> rows.ways(community, it)))
                .then(rows.raise(community))
                .then(Mono.defer(() -> effects.commit(noted(by, before, change))));
    }

    private List<Effect> noted(StaffMember by, CommunityMap before, SettingsChange change) {
        var noted = new ArrayList<Effect>();
        Optional.ofNullable(change.name())
                .ifPresent(name -> noted.add(noted(by, "name", before.name() + " -> " + name)));
        change.groups()
                .forEach(it -> noted.add(noted(
                        by,
                        "group/" + it.code(),
                        before.group(it.code())
                                        .map(SettingsChange.OfGroup::of)
                                        .map(SettingsChange.OfGroup::text)
                                        .orElse("")
                                + " -> " + it.text())));
        change.units()
                .forEach(it -> noted.add(noted(
                        by,
                        "unit/" + it.unit(),
                        before.unit(it.unit())
                                        .map(SettingsChange.OfUnit::of)
                                        .map(SettingsChange.OfUnit::text)
                                        .orElse("")
                                + " -> " + it.text())));
        Optional.ofNullable(change.ways())
                .ifPresent(ways -> noted.add(
                        noted(by, "ways", SettingsChange.text(before.ways()) + " -> " + SettingsChange.text(ways))));
        return noted;
    }

    private Noted noted(StaffMember by, String about, String detail) {
        return new Noted(
                by.community(), by.id(), Noted.Kind.SETTING_CHANGED, "settings/" + about, detail, clock.instant());
    }
}
