package org.linli.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.community.Communities;
import org.linli.community.CommunityMap;
import org.linli.community.Role;
import org.linli.community.StaffMember;
import org.linli.community.StaffPasswords;
import org.linli.community.StaffPasswords.Account;
import org.linli.platform.database.CommunityId;
import org.linli.platform.jobs.AtStart;
import org.linli.web.passwords.Passwords;
import org.linli.web.passwords.ReadablePassword;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Gives the demo's first staff member of each role a password that nobody could know before, the same to all, and a
/// new one to whoever `linli.staff.reset-password` names, who has to change it. Known to this start only: stored are
/// hashes.
@Component
@Order(200)
public class FirstStart implements AtStart {

    /// What the start shows once.
    ///
    /// @param colleagues one of each other role who signs in with the same password
    public record Given(String name, String password, List<StaffMember> colleagues) {

        public Given {
            colleagues = List.copyOf(colleagues);
        }

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
                .flatMap(map -> Mono.justOrEmpty(first(map, Role.ADMIN))
                        .flatMap(it -> give(account(it), it.id(), oneOfEachOther(map), passwords::set)));
    }

    private static List<StaffMember> oneOfEachOther(CommunityMap map) {
        return Stream.of(Role.COMMUNITY_WORKER, Role.GRID_WORKER, Role.UNIT_WORKER)
                .flatMap(role -> first(map, role).stream())
                .toList();
    }

    private static Optional<StaffMember> first(CommunityMap map, Role role) {
        return map.staff().stream().filter(it -> it.role() == role).findFirst();
    }

    private static Account account(StaffMember it) {
        return new Account(it.community(), it.id(), null, false);
    }

    private Mono<Void> forWhoWasNamed() {
        return passwords
                .named(reset)
                .single()
                .onErrorMap(_ -> new IllegalArgumentException(
                        "linli.staff.reset-password: '%s' is not one staff member (expected: a sign-in name, or name@community)"
                                .formatted(reset)))
                .flatMap(it -> give(it, reset, List.of(), passwords::give));
    }

    /// As one's own, or as one that has to be changed.
    private interface Keeping {
        Mono<Boolean> keep(CommunityId community, String staff, String hash);
    }

    private Mono<Void> give(Account account, String name, List<StaffMember> colleagues, Keeping as) {
        return Mono.fromCallable(() -> new Given(name, ReadablePassword.next(), colleagues))
                .subscribeOn(Schedulers.boundedElastic())
                .delayUntil(fresh -> Flux.fromIterable(colleagues)
                        .map(FirstStart::account)
                        .startWith(account)
                        .concatMap(it -> keep(it, fresh.password(), as)))
                .doOnNext(fresh -> given = fresh)
                .then();
    }

    private Mono<Boolean> keep(Account account, String password, Keeping as) {
        return hashing.hash(password).flatMap(hash -> as.keep(account.community(), account.staff(), hash));
    }
}
