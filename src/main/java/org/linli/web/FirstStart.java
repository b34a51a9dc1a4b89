package org.linli.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.community.StaffPasswords.Account;
import org.linli.platform.jobs.AtStart;
import org.linli.web.passwords.Passwords;
import org.linli.web.passwords.ReadablePassword;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Gives the demo's first staff member a password that nobody could know before, and a new one to whoever
/// `linli.staff.reset-password` names. Known to this start only: stored is its hash.
@Component
@Order(200)
public class FirstStart implements AtStart {

    /// What the start shows once.
    public record Given(String name, String password) {

        @Override
        public String toString() {
            return "Given[" + name + "]";
        }
    }

    private final StaffPasswords passwords;
    private final Communities communities;
    private final Passwords hashing;
    private final boolean demo;
    private final String reset;
    private volatile @Nullable Given given;

    FirstStart(
            StaffPasswords passwords,
            Communities communities,
            Passwords hashing,
            @Value("${linli.demo}") boolean demo,
            @Value("${linli.staff.reset-password:}") String reset) {
        this.passwords = passwords;
        this.communities = communities;
        this.hashing = hashing;
        this.demo = demo;
        this.reset = reset;
    }

    /// Empty unless this start gave a password.
    public Optional<Given> given() {
        return Optional.ofNullable(given);
    }

    @Override
    public String name() {
        return "give-passwords";
    }

    @Override
    public Mono<Void> run() {
        return reset.isEmpty() ? forTheDemo() : forWhoWasNamed();
    }

    private Mono<Void> forTheDemo() {
        return passwords
                .anySet()
                .filter(any -> demo && !any)
                .flatMap(_ -> communities.all().next())
                .flatMap(map -> Mono.justOrEmpty(admin(map)))
                .flatMap(it -> give(new Account(it.community(), it.id(), null, false), it.id()));
    }

    private static Optional<StaffMember> admin(CommunityMap map) {
        return map.staff().stream().filter(it -> it.role() == Role.ADMIN).findFirst();
    }

    private Mono<Void> forWhoWasNamed() {
        return passwords
                .named(reset)
                .single()
                .onErrorMap(_ -> new IllegalArgumentException(
                        "linli.staff.reset-password: '%s' is not one staff member (expected: a sign-in name, or name@community)"
                                .formatted(reset)))
                .flatMap(it -> give(it, reset));
    }

    private Mono<Void> give(Account account, String name) {
        return Mono.fromCallable(() -> new Given(name, ReadablePassword.next()))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(fresh -> keep(account, fresh));
    }

    private Mono<Void> keep(Account account, Given fresh) {
        return hashing.hash(fresh.password())
                .flatMap(hash -> passwords.set(account.community(), account.staff(), hash))
                .doOnNext(_ -> given = fresh)
                .then();
    }
}
