package org.linli.channels.xmpp;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Checkup;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// How our XMPP accounts are, as far as this replica knows: signed in, and in which rooms.
@Component
class CheckAccounts implements Checkup {

    private final XmppAccounts all;
    private final HoldAccounts accounts;
    private final AccountLeases leases;

    CheckAccounts(XmppAccounts all, HoldAccounts accounts, AccountLeases leases) {
        this.all = all;
        this.accounts = accounts;
        this.leases = leases;
    }

    @Override
    public ChannelId channel() {
        return Translate.XMPP;
    }

    @Override
    public List<Account> accounts() {
        return all.all().stream()
                .map(it -> new Account(Translate.XMPP, it.id(), it.communityId()))
                .toList();
    }

    /// A password has no end.
    @Override
    public Mono<Instant> tokenUntil(Account account) {
        return Mono.empty();
    }

    /// Of the connection, whichever replica holds it, once it has lasted a while; of rooms, where it is this one.
    @Override
    public Flux<Step> troubles(Account account) {
        return Flux.fromIterable(accounts.all())
                .filter(it -> it.account().id().equals(account.id()))
                .concatMap(held -> leases.trouble(held.account())
                        .map(it -> new Step(What.CONNECTED, Result.MISSING, it.trouble()))
                        .flux()
                        .concatWith(Flux.fromIterable(steps(held))
                                .filter(it -> it.what() == What.GROUP && it.result() == Result.MISSING)));
    }

    @Override
    public Flux<Step> check(Account account) {
        return Flux.fromIterable(accounts.all())
                .filter(it -> it.account().id().equals(account.id()))
                .concatMapIterable(CheckAccounts::steps);
    }

    private static List<Step> steps(HeldAccount held) {
        if (!held.isHeld()) {
            return List.of(new Step(What.CONNECTED, Result.UNKNOWN, "another replica"));
        }
        var session = held.session();
        return session == null
                ? List.of(new Step(What.CONNECTED, Result.MISSING, held.trouble()))
                : Stream.concat(
                                Stream.of(new Step(What.CONNECTED, Result.DONE, "")),
                                session.rooms().stream().map(CheckAccounts::step))
                        .toList();
    }

    private static Step step(Room room) {
        return room.isEntered()
                ? new Step(What.GROUP, Result.DONE, room.address().toString())
                : new Step(What.GROUP, Result.MISSING, room.address() + ": " + room.trouble());
    }
}
