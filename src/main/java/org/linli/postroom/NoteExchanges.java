package org.linli.postroom;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.channels.Account;
import org.linli.channels.ChannelId;
import org.linli.channels.Exchange;
import org.linli.channels.Exchanges;
import org.linli.platform.jobs.Job;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Notes in memory what passed, and writes it down now and then. A process that dies takes its last seconds along.
@Component
class NoteExchanges implements Exchanges, Job {

    private record Key(ChannelId channel, String account) {}

    private final Map<Key, Optional<Account>> known = new ConcurrentHashMap<>();
    private final Map<Account, NotedExchanges> noted = new ConcurrentHashMap<>();
    private final Accounts accounts;
    private final ExchangeLog log;

    NoteExchanges(Accounts accounts, ExchangeLog log) {
        this.accounts = accounts;
        this.log = log;
    }

    /// What is for no account of ours is not noted.
    @Override
    public void note(Exchange exchange) {
        known.computeIfAbsent(
                        new Key(exchange.channel(), exchange.account()),
                        key -> accounts.find(key.channel(), key.account()))
                .ifPresent(account -> noted.computeIfAbsent(account, _ -> new NotedExchanges())
                        .note(exchange));
    }

    @Override
    public String name() {
        return "note-exchanges";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    /// Always zero: what comes meanwhile is for the next time.
    @Override
    public Mono<Integer> round() {
        return Flux.fromIterable(noted.entrySet())
                .concatMap(it -> write(it.getKey(), it.getValue().take()))
                .then(Mono.just(0));
    }

    private Mono<Void> write(Account account, NotedExchanges.Taken taken) {
        return taken.calls() == 0 ? Mono.empty() : log.write(account, taken);
    }
}
