package org.linli.channels.xmpp;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import org.linli.channels.Intake;
import org.linli.channels.xmpp.ReadArchive.NoArchive;
import org.linli.channels.xmpp.ReadArchive.Page;
import org.linli.channels.xmpp.ReadArchive.TooLongAgo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Reads what one session has missed, from where the last one stopped. An archive that was never read is read from
/// now on: what was said before we came was not said to us.
final class CatchUp {

    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

    private enum State {
        UP_TO_DATE,
        /// Live messages must not move a place that nobody can go on from.
        UNREADABLE
    }

    private final Map<EntityBareJid, State> states = new ConcurrentHashMap<>();
    private final Session session;
    private final ReadArchive read;
    private final Translate translate;
    private final Archives archives;
    private final Intake intake;
    private final KnowNicknames nicknames;
    private final NoteXmpp notes;
    private final MeterRegistry meters;

    CatchUp(
            Session session,
            Archives archives,
            Intake intake,
            KnowNicknames nicknames,
            NoteXmpp notes,
            MeterRegistry meters) {
        this.session = session;
        this.read = new ReadArchive(session);
        this.translate = new Translate(session.account());
        this.archives = archives;
        this.intake = intake;
        this.nicknames = nicknames;
        this.notes = notes;
        this.meters = meters;
    }

    void missed(EntityBareJid archive) {
        states.remove(archive);
    }

    /// Completes when everything in the archive is kept; at once where nothing is missed.
    Mono<Void> on(EntityBareJid archive) {
        return states.containsKey(archive)
                ? Mono.empty()
                : archives.last(session.account(), archive)
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(last -> last.map(it -> goOn(archive, it)).orElseGet(() -> begin(archive)))
                        .thenReturn(State.UP_TO_DATE)
                        .onErrorResume(NoArchive.class, why -> Mono.just(unreadable(archive, why)))
                        .doOnNext(state -> states.put(archive, state))
                        .then();
    }

    /// A live message with this id is kept.
    Mono<Void> kept(EntityBareJid archive, String id) {
        return states.get(archive) == State.UP_TO_DATE ? archives.read(session, archive, id) : Mono.empty();
    }

    private Mono<Void> begin(EntityBareJid archive) {
        return notes.asked(session.account(), "archive", read.newest(archive))
                .flatMap(newest -> archives.read(session, archive, newest));
    }

    private Mono<Void> goOn(EntityBareJid archive, String last) {
        return pages(archive, last).onErrorResume(TooLongAgo.class, _ -> afterAGap(archive));
    }

    private Mono<Void> afterAGap(EntityBareJid archive) {
        meters.counter("linli.xmpp.gaps", "account", session.account().id()).increment();
        LOG.error(
                "XMPP account '{}': the archive of {} keeps less than the time we were away; what was said before its "
                        + "beginning is lost, reads what is there",
                session.account().id(),
                archive);
        return archives.read(session, archive, "").then(pages(archive, null));
    }

    private Mono<Void> pages(EntityBareJid archive, @Nullable String last) {
        return asked(archive, last)
                .expand(page -> page.isLast() ? Mono.empty() : asked(archive, page.last()))
                .concatMap(page -> keep(archive, page), 1)
                .then();
    }

    private Mono<Page> asked(EntityBareJid archive, @Nullable String last) {
        return notes.asked(session.account(), "archive", read.after(archive, last));
    }

    private Mono<Void> keep(EntityBareJid archive, Page page) {
        return Flux.fromIterable(page.messages())
                .concatMap(it -> Mono.justOrEmpty(translate.archived(it.message(), archive, it.id(), it.stamp()))
                        .flatMap(said -> nicknames.of(session.account(), said, Occupant.idIn(it.message()))))
                .concatMap(intake::keep)
                .then(Mono.defer(
                        () -> page.last() == null ? Mono.empty() : archives.read(session, archive, page.last())));
    }

    private State unreadable(EntityBareJid archive, NoArchive why) {
        LOG.warn(
                "XMPP account '{}' has no archive to read at {} ({}): what is said there while it is away is lost",
                session.account().id(),
                archive,
                why.getMessage());
        return State.UNREADABLE;
    }
}
