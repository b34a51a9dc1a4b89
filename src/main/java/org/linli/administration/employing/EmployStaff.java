package org.linli.administration.employing;

import java.util.function.Function;
import org.linli.community.Elsewhere;
import org.linli.community.StaffMember;
import org.linli.community.personnel.ChangeStaff;
import org.linli.community.personnel.Founders;
import org.linli.community.personnel.Outcome;
import org.linli.community.personnel.Personnel;
import org.linli.web.factor.SecondFactors;
import org.linli.web.passwords.Passwords;
import org.linli.web.passwords.ReadablePassword;
import org.linli.web.sessions.StaffSessions;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Takes staff on and lets them go. Passwords are made here, shown once, and have to be changed at the first sign-in.
@Service
public class EmployStaff {

    private final Personnel personnel;
    private final ChangeStaff change;
    private final Passwords hashing;
    private final StaffSessions sessions;
    private final SecondFactors factors;
    private final Founders founders;

    EmployStaff(
            Personnel personnel,
            ChangeStaff change,
            Passwords hashing,
            StaffSessions sessions,
            SecondFactors factors,
            Founders founders) {
        this.personnel = personnel;
        this.change = change;
        this.hashing = hashing;
        this.sessions = sessions;
        this.factors = factors;
        this.founders = founders;
    }

    /// With a password to begin with. Never empty.
    public Mono<Employed> add(StaffMember by, Newcomer newcomer) {
        return withPassword(
                hash -> change.add(by, newcomer.id(), newcomer.name(), newcomer.post(), newcomer.phone(), hash));
    }

    /// A new password; whoever is signed in by the one before is signed out. Never empty.
    public Mono<Employed> password(StaffMember by, String id) {
        return withPassword(hash -> change.givePassword(by, id, hash)
                .delayUntil(it -> it == Outcome.DONE ? signedOut(by, id) : Mono.empty()));
    }

    private Mono<Employed> withPassword(Function<String, Mono<Outcome>> change) {
        return Mono.fromCallable(ReadablePassword::next)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(fresh -> hashing.hash(fresh)
                        .flatMap(change)
                        .map(it -> new Employed(it, it == Outcome.DONE ? fresh : null)));
    }

    /// Signs them out everywhere, too. Never empty.
    public Mono<Outcome> suspend(StaffMember by, String id) {
        return change.suspend(by, id).delayUntil(it -> it == Outcome.DONE ? signedOut(by, id) : Mono.empty());
    }

    /// Whoever was signed in by the name that it was before is signed out. Never empty.
    ///
    /// @param subject as it is there; empty: nobody may any more
    public Mono<Outcome> bind(StaffMember by, String id, Elsewhere where, String subject) {
        return wasBound(by, id, where)
                .flatMap(was -> change.bind(by, id, where, subject)
                        .delayUntil(it -> was && it == Outcome.DONE ? signedOut(by, id) : Mono.empty()));
    }

    /// Takes away the second factor of somebody who lost it, and signs them out everywhere. Never empty: unknown where
    /// they have none. Nobody does it for themselves: whoever has only their session is not asked for a code.
    public Mono<Outcome> resetSecondFactor(StaffMember by, String id) {
        return !by.id().equals(id) && founders.mayChange(by, id)
                ? factors.takeAway(by, id)
                        .delayUntil(was -> was ? signedOut(by, id) : Mono.empty())
                        .map(was -> was ? Outcome.DONE : Outcome.UNKNOWN)
                : Mono.just(Outcome.NOT_YOURS);
    }

    private Mono<Boolean> wasBound(StaffMember by, String id, Elsewhere where) {
        return personnel
                .one(by.community(), id)
                .map(it -> !it.elsewhere().getOrDefault(where, "").isEmpty())
                .defaultIfEmpty(false);
    }

    private Mono<Long> signedOut(StaffMember by, String id) {
        return sessions.endAll(by.community(), id);
    }
}
