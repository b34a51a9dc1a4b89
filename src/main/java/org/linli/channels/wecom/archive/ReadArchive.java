package org.linli.channels.wecom.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.linli.channels.Intake;
import org.linli.channels.Refusals;
import org.linli.channels.SendFailure;
import org.linli.channels.wecom.WecomApi;
import org.linli.platform.jobs.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads the archives on, and mends what is missing.
///
/// A page counts as read after the inbox has what it says; a crash in between reads it twice and keeps it once. An
/// entry that cannot be opened is a hole: it is tried again as long as the platform has it, and staff is warned.
@Component
class ReadArchive implements Job {

    /// The platform's page "获取会话内容".
    static final Duration RETENTION = Duration.ofDays(5);

    private static final Logger LOG = LoggerFactory.getLogger(ReadArchive.class);
    private static final int A_PAGE = 200;

    private final Archives archives;
    private final KeptNumbers numbers;
    private final ObjectProvider<Intake> inbox;
    private final AskConsent consent;
    private final Clock clock;
    private final Refusals refusals = new Refusals();

    ReadArchive(Archives archives, KeptNumbers numbers, ObjectProvider<Intake> inbox, WecomApi api, Clock clock) {
        this.archives = archives;
        this.numbers = numbers;
        this.inbox = inbox;
        this.consent = new AskConsent(api, clock);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "read-archive";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(10);
    }

    /// How many entries were read.
    @Override
    public Mono<Integer> round() {
        return archives.letGo()
                .thenMany(Flux.defer(() -> Flux.fromIterable(archives.all())))
                .filter(it -> !refusals.rests(it.id(), clock.instant()))
                .concatMap(this::read)
                .reduce(0, Integer::sum);
    }

    private Mono<Integer> read(Archives.Archive archive) {
        return numbers.claim(archive.id())
                .flatMap(claimed -> mend(archive, claimed)
                        .then(page(archive, claimed))
                        .onErrorResume(it -> isExpected(it), it -> later(archive, it))
                        .flatMap(read -> numbers.release(claimed).thenReturn(read)))
                .defaultIfEmpty(0);
    }

    private Mono<Integer> page(Archives.Archive archive, KeptNumbers.Claimed claimed) {
        return archive.chats()
                .after(claimed.seq(), A_PAGE)
                .filter(page -> !page.isEmpty())
                .flatMap(page -> kept(archive, page)
                        .flatMap(holes -> numbers.move(claimed, page.getLast().seq(), holes)
                                .thenReturn(page.size())))
                .defaultIfEmpty(0);
    }

    /// Which of the entries could not be kept.
    private Mono<List<Long>> kept(Archives.Archive archive, List<ChatArchive.Sealed> page) {
        return Flux.fromIterable(page)
                .concatMap(entry -> kept(archive, entry).filter(it -> !it).map(_ -> entry.seq()))
                .collectList()
                .doOnNext(holes -> warn(archive, holes));
    }

    /// False where it cannot be opened; a process that is away is an error instead.
    private Mono<Boolean> kept(Archives.Archive archive, ChatArchive.Sealed entry) {
        return Mono.justOrEmpty(archive.keys().open(entry.version(), entry.key()))
                .flatMap(key -> archive.chats().open(key, entry.message()))
                .flatMap(json -> kept(archive, entry, ReadSaid.from(json)).thenReturn(true))
                .onErrorResume(ReadArchive::isOfTheEntry, _ -> Mono.just(false))
                .defaultIfEmpty(false);
    }

    private Mono<Void> kept(Archives.Archive archive, ChatArchive.Sealed entry, List<Said> all) {
        return Flux.range(0, all.size())
                .filterWhen(i -> consent.given(archive.caller(), all.get(i)))
                .concatMap(i -> inbox.getObject().keep(archive.inbound(entry, i, all.get(i))))
                .then();
    }

    private Mono<Void> mend(Archives.Archive archive, KeptNumbers.Claimed claimed) {
        return numbers.holes(archive.id(), clock.instant().minus(RETENTION))
                .concatMap(hole -> archive.chats()
                        .after(hole.seq() - 1, 1)
                        .flatMapIterable(it -> it)
                        .filter(entry -> entry.seq() == hole.seq())
                        .filterWhen(entry -> kept(archive, entry))
                        .concatMap(entry -> numbers.healed(claimed, entry.seq())))
                .then();
    }

    private static void warn(Archives.Archive archive, List<Long> holes) {
        if (!holes.isEmpty()) {
            LOG.warn(
                    "archive '{}': {} entries cannot be opened, the first is {} (is its key missing in private-keys?); tried again for five days",
                    archive.id(),
                    holes.size(),
                    holes.getFirst());
        }
    }

    private Mono<Integer> later(Archives.Archive archive, Throwable failure) {
        if (failure instanceof ArchiveFailure it && !it.isPassing()) {
            LOG.error(
                    "archive '{}' cannot be read ({}) until somebody corrects that, next try in {} min",
                    archive.id(),
                    it.getMessage(),
                    refusals.refused(archive.id(), clock.instant()).toMinutes());
        } else {
            LOG.warn("archive '{}' cannot be read ({}), again soon", archive.id(), failure.getMessage());
        }
        return Mono.just(0);
    }

    private static boolean isExpected(Throwable error) {
        return error instanceof ArchiveFailure || error instanceof SendFailure;
    }

    private static boolean isOfTheEntry(Throwable error) {
        return error instanceof ArchiveFailure failure && !failure.isPassing();
    }
}
