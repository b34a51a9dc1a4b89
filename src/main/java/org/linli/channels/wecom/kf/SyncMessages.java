package org.linli.channels.wecom.kf;

import java.time.Duration;
import org.linli.channels.Address;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import org.linli.channels.SendFailure;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Fetches what was said at our desks. A cursor moves on only after everything before it is kept in the inbox, which
/// knows by the platform's id what it has already: a crash in between reads a page twice and keeps it once.
@Component
class SyncMessages implements Job {

    static final String NAME = "sync-kf";
    private static final Logger LOG = LoggerFactory.getLogger(SyncMessages.class);
    private static final int MOST_PAGES = 50;

    private final KfDesks desks;
    private final Cursors cursors;
    private final ReadPage pages;
    private final Welcomes welcomes;
    private final ObjectProvider<Intake> inbox;

    SyncMessages(KfDesks desks, Cursors cursors, ReadPage pages, Welcomes welcomes, ObjectProvider<Intake> inbox) {
        this.desks = desks;
        this.cursors = cursors;
        this.pages = pages;
        this.welcomes = welcomes;
        this.inbox = inbox;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }

    /// How many desks were read.
    @Override
    public Mono<Integer> round() {
        var ids = desks.all().stream().map(KfDesks.KfDesk::id).toList();
        return ids.isEmpty()
                ? Mono.just(0)
                : cursors.know(ids)
                        .thenMany(cursors.claim(ids))
                        .concatMap(this::read)
                        .count()
                        .map(Long::intValue);
    }

    /// A desk that cannot be read now is read again later; the others are not held up.
    private Mono<String> read(Cursors.Claimed claimed) {
        return Mono.justOrEmpty(desks.named(claimed.desk()))
                .flatMap(desk -> read(desk, claimed, MOST_PAGES))
                .onErrorResume(SendFailure.class, failure -> later(claimed, failure))
                .thenReturn(claimed.desk());
    }

    private Mono<Void> later(Cursors.Claimed claimed, SendFailure failure) {
        var rest = failure.retryAfter().orElse(failure.reason().retryable() ? rest() : Cursors.LEASE);
        LOG.warn(
                "desk '{}' cannot be read ({}), again in {} s", claimed.desk(), failure.getMessage(), rest.toSeconds());
        return cursors.letGo(claimed, rest);
    }

    private Mono<Void> read(KfDesks.KfDesk desk, Cursors.Claimed claimed, int left) {
        return page(desk, claimed)
                .delayUntil(page -> kept(desk, page))
                .flatMap(page -> cursors.read(claimed.after(page.next()), page.more() && left > 1)
                        .filter(_ -> page.more() && left > 1))
                .flatMap(next -> read(desk, next, left - 1));
    }

    /// Without a token the platform lets us read too, only less often.
    private Mono<ReadPage.Page> page(KfDesks.KfDesk desk, Cursors.Claimed claimed) {
        return pages.at(desk, claimed)
                .onErrorResume(
                        failure -> claimed.token() != null && KfCode.isOfOldToken(failure),
                        _ -> pages.at(desk, claimed.withoutToken()));
    }

    private Mono<Void> kept(KfDesks.KfDesk desk, ReadPage.Page page) {
        return Flux.fromIterable(page.messages())
                .filter(it -> !it.person().isEmpty())
                .concatMap(it -> kept(desk, it))
                .then();
    }

    private Mono<Void> kept(KfDesks.KfDesk desk, KfMessage message) {
        var meant = message.meant();
        if (meant == null) {
            return Mono.empty();
        }
        var inbound = new Inbound(
                desk.corp().communityId(),
                message.id(),
                Address.person(KfChannel.ID, desk.id(), message.person()),
                null,
                true,
                meant,
                message.sentAt());
        return welcome(desk, message).then(Mono.defer(() -> inbox.getObject().keep(inbound)));
    }

    private Mono<Void> welcome(KfDesks.KfDesk desk, KfMessage message) {
        return message.welcome().isEmpty()
                ? Mono.empty()
                : welcomes.keep(desk.id(), message.person(), message.welcome(), message.sentAt());
    }
}
