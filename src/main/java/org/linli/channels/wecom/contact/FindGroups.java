package org.linli.channels.wecom.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.channels.SendFailure;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Finds the groups that nobody has called about, like those that were there before us.
@Component
class FindGroups implements Job {

    private static final Logger LOG = LoggerFactory.getLogger(FindGroups.class);

    private static final Duration BETWEEN_LISTS = Duration.ofHours(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

    /// @param at    when to ask again
    /// @param pause the last one after a failure
    private record Next(Instant at, Duration pause) {}

    private final Map<String, Next> next = new ConcurrentHashMap<>();
    private final Contacts contacts;
    private final CustomerGroups groups;
    private final AskGroups ask;
    private final Clock clock;

    FindGroups(Contacts contacts, CustomerGroups groups, AskGroups ask, Clock clock) {
        this.contacts = contacts;
        this.groups = groups;
        this.ask = ask;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "find-customer-groups";
    }

    @Override
    public Duration rest() {
        return FIRST_PAUSE;
    }

    @Override
    public Mono<Integer> round() {
        return Flux.fromIterable(contacts.all())
                .filter(this::isDue)
                .concatMap(this::find)
                .then(Mono.just(0));
    }

    private boolean isDue(Contacts.Contact contact) {
        var known = next.get(contact.id());
        return known == null || !known.at().isAfter(clock.instant());
    }

    private Mono<Void> find(Contacts.Contact contact) {
        return ask.all(contact)
                .flatMap(chats -> groups.know(contact.id(), chats))
                .doOnSuccess(
                        _ -> next.put(contact.id(), new Next(clock.instant().plus(BETWEEN_LISTS), Duration.ZERO)))
                .onErrorResume(SendFailure.class, failure -> Mono.fromRunnable(() -> later(contact, failure)));
    }

    /// Resting longer from failure to failure: a platform that is away for a moment must not cost an hour.
    private void later(Contacts.Contact contact, SendFailure failure) {
        var known = next.get(contact.id());
        Duration doubled = known == null || known.pause().isZero()
                ? FIRST_PAUSE
                : known.pause().multipliedBy(2);
        Duration pause = doubled.compareTo(BETWEEN_LISTS) < 0 ? doubled : BETWEEN_LISTS;
        next.put(contact.id(), new Next(clock.instant().plus(pause), pause));
        LOG.warn(
                "the customer groups of '{}' cannot be listed ({}), again in {} s",
                contact.id(),
                failure.getMessage(),
                pause.toSeconds());
    }
}
