package org.linli.community.personnel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.community.AnnounceChange;
import org.linli.community.Elsewhere;
import org.linli.community.StaffMember;
import org.linli.platform.audit.Noted;
import org.linli.platform.database.CommunityId;
import org.linli.platform.database.Effects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Changes the staff one by one: noted in the audit trail and in force at once. The next import of the community's file
/// sets names, roles and units again for those whom it mentions; it suspends nobody and brings nobody back.
///
/// Changes to one community wait for each other, so that two of them together cannot take away the last administrator.
@Component
public class ChangeStaff {

    private final StaffRows rows;
    private final Founders founders;
    private final TransactionalOperator transaction;
    private final AnnounceChange announce;
    private final Effects effects;
    private final Clock clock;

    ChangeStaff(
            StaffRows rows,
            Founders founders,
            TransactionalOperator transaction,
            AnnounceChange announce,
            Effects effects,
            Clock clock) {
        this.rows = rows;
        this.founders = founders;
        this.transaction = transaction;
        this.announce = announce;
        this.effects = effects;
        this.clock = clock;
    }

    /// Somebody without a password, who cannot sign in yet. Never empty.
    ///
    /// @param id also the sign-in name, in small letters
    public Mono<Outcome> add(StaffMember by, String id, String name, Post post, @Nullable String phone) {
        return changed(by, id, added(post), inUnit(by, post.unit(), rows.add(by.community(), id, name, post, phone)));
    }

    /// The same with a password that an administrator knows, so that it has to be changed at the first sign-in: both or
    /// neither. Never empty.
    ///
    /// @param hash of the password
    public Mono<Outcome> add(StaffMember by, String id, String name, Post post, @Nullable String phone, String hash) {
        var added = rows.add(by.community(), id, name, post, phone)
                .flatMap(it -> it == Outcome.DONE ? rows.givePassword(by.community(), id, hash) : Mono.just(it));
        return changed(by, id, added(post) + ", password given", inUnit(by, post.unit(), added));
    }

    private static String added(Post post) {
        return "added %s %s".formatted(post.role(), post.unit());
    }

    /// Never empty.
    public Mono<Outcome> move(StaffMember by, String id, Post post) {
        String detail = "%s %s".formatted(post.role(), post.unit());
        return changed(by, id, detail, inUnit(by, post.unit(), rows.move(by.community(), id, post)));
    }

    /// Lets nobody sign in as them, and takes what they say for a resident's; founders too. Never empty.
    public Mono<Outcome> suspend(StaffMember by, String id) {
        return written(by, id, "suspended", rows.suspend(by.community(), id, clock.instant()));
    }

    /// Never empty.
    public Mono<Outcome> bringBack(StaffMember by, String id) {
        return changed(by, id, "brought back", rows.suspend(by.community(), id, null));
    }

    /// Gives a password that an administrator knows, so that it has to be changed at the next sign-in. Never empty.
    public Mono<Outcome> givePassword(StaffMember by, String id, String hash) {
        return changed(by, id, "password given", rows.givePassword(by.community(), id, hash));
    }

    /// From now on whoever is called so elsewhere may sign in as them. Never empty.
    ///
    /// @param subject as it is there; empty: nobody may any more
    public Mono<Outcome> bind(StaffMember by, String id, Elsewhere where, String subject) {
        return subject.isEmpty()
                ? changed(by, id, "not bound at " + where, rows.unbind(by.community(), id, where))
                : changed(by, id, "bound at " + where, rows.bind(by.community(), id, where, subject));
    }

    private Mono<Outcome> inUnit(StaffMember by, String unit, Mono<Outcome> then) {
        return rows.hasUnit(by.community(), unit).flatMap(has -> has ? then : Mono.just(Outcome.NO_UNIT));
    }

    private Mono<Outcome> changed(StaffMember by, String id, String detail, Mono<Outcome> change) {
        return founders.mayChange(by, id) ? written(by, id, detail, change) : Mono.just(Outcome.NOT_YOURS);
    }

    private Mono<Outcome> written(StaffMember by, String id, String detail, Mono<Outcome> change) {
        return rows.lock(by.community())
                .then(change)
                .delayUntil(it -> it == Outcome.DONE ? noted(by, id, detail) : Mono.empty())
                .as(transaction::transactional)
                .delayUntil(it -> it == Outcome.DONE ? announce.of(by.community()) : Mono.empty());
    }

    private Mono<Void> noted(StaffMember by, String id, String detail) {
        CommunityId community = by.community();
        Instant now = clock.instant();
        return effects.commit(
                List.of(new Noted(community, by.id(), Noted.Kind.SETTING_CHANGED, "staff/" + id, detail, now)));
    }
}
