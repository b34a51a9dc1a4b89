package org.linli.channels.xmpp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.linli.channels.Content;
import org.linli.channels.Exchange;
import org.linli.channels.Exchanges;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import org.linli.channels.kept.KeptAccount;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/// A replica whose rounds the test runs; it remembers what it has handed to the inbox.
final class Replica implements AutoCloseable {

    private static final Duration LONG = Duration.ofSeconds(60);

    final List<Inbound> kept = new CopyOnWriteArrayList<>();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    final PingRooms pings;
    final XmppAccounts known;
    final HoldAccounts accounts;
    final XmppChannel channel;
    final AccountLeases leases;
    volatile boolean inboxIsAway;

    Replica(DatabaseClient database, XmppSettings settings) {
        this(database, settings, List::of);
    }

    /// @param pages the accounts that are set up on pages; the same list until one changes
    Replica(DatabaseClient database, XmppSettings settings, Supplier<List<KeptAccount>> pages) {
        var clock = Clock.systemUTC();
        var beans = new DefaultListableBeanFactory();
        beans.registerSingleton("intake", (Intake) this::keep);
        beans.registerSingleton("exchanges", (Exchanges) exchanges::add);
        known = new XmppAccounts(settings, pages);
        leases = new AccountLeases(database, settings);
        var watch = new WatchRooms(meters, clock);
        var notes = new NoteXmpp(beans.getBeanProvider(Exchanges.class), clock);
        var occupants = new KnowOccupants(database);
        var nicknames = new KnowNicknames(database, occupants);
        var keep = new KeepWhatIsSaid(
                new Archives(database), beans.getBeanProvider(Intake.class), nicknames, notes, meters, clock);
        pings = new PingRooms(watch);
        var rooms = new EnterRooms(watch, notes, clock);
        var sessions = new RunSession(new OpenSession(settings, watch), rooms, pings, keep, notes, clock);
        accounts = new HoldAccounts(known, leases, sessions, clock);
        channel = new XmppChannel(
                accounts, new SayInRoom(accounts, notes), new WriteToPerson(accounts, nicknames, occupants, notes));
    }

    private Mono<Void> keep(Inbound message) {
        return inboxIsAway
                ? Mono.error(() -> new IllegalStateException("no inbox"))
                : Mono.fromRunnable(() -> kept.add(message));
    }

    /// Works until this is so.
    Replica until(BooleanSupplier wanted, String what) throws InterruptedException {
        long end = System.nanoTime() + LONG.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not reached: " + what + "; kept " + words());
            }
            accounts.round().block(LONG);
            Thread.sleep(30);
        }
        return this;
    }

    Replica untilIn(String account, String... rooms) throws InterruptedException {
        return until(
                () -> accounts.session(account)
                        .filter(it ->
                                it.rooms().stream().filter(Room::isEntered).count() == rooms.length)
                        .isPresent(),
                "connected");
    }

    Replica untilKept(String words) throws InterruptedException {
        return until(() -> words().contains(words), words);
    }

    List<String> words() {
        return kept.stream()
                .map(Inbound::content)
                .filter(Content.Text.class::isInstance)
                .map(it -> ((Content.Text) it).text())
                .toList();
    }

    /// As when the program ends in order.
    @Override
    public void close() {
        accounts.letGo().block(LONG);
    }
}
