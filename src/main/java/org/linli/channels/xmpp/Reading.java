package org.linli.channels.xmpp;

import java.time.Clock;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smackx.receipts.DeliveryReceiptManager;
import org.jxmpp.jid.EntityBareJid;
import org.linli.channels.Inbound;
import org.linli.channels.Intake;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Works on what one session brings. Before the first message of an archive that something may be missing from, the
/// archive is read, so that its place is never moved past what was missed.
final class Reading {

    private final Session session;
    private final CatchUp catchUp;
    private final Intake intake;
    private final KnowNicknames nicknames;
    private final NoteXmpp notes;
    private final Translate translate;
    private final Clock clock;

    Reading(Session session, CatchUp catchUp, Intake intake, KnowNicknames nicknames, NoteXmpp notes, Clock clock) {
        this.session = session;
        this.catchUp = catchUp;
        this.intake = intake;
        this.nicknames = nicknames;
        this.notes = notes;
        this.translate = new Translate(session.account());
        this.clock = clock;
    }

    /// Safe to repeat.
    Mono<Void> of(Said said) {
        return switch (said) {
            case Said.Missed it -> Mono.fromRunnable(() -> catchUp.missed(it.archive()));
            case Said.Look it -> catchUp.on(it.archive());
            case Said.Entered it -> nicknames.entered(session.account(), it.room(), it.id());
            case Said.Moved it -> keep(translate.moved(it), it.who().id()).then();
            case Said.Now it ->
                Mono.justOrEmpty(translate.report(it.message(), clock.instant()))
                        .flatMap(report -> intake.keep(report).thenReturn(true))
                        .switchIfEmpty(Mono.defer(() -> heard(it).thenReturn(true)))
                        .then();
        };
    }

    private Mono<Void> heard(Said.Now now) {
        return Mono.justOrEmpty(translate.archiveOf(now.message()))
                .flatMap(archive -> catchUp.on(archive).then(Mono.defer(() -> keep(now, archive))));
    }

    private Mono<Void> keep(Said.Now now, EntityBareJid archive) {
        return Mono.justOrEmpty(translate.live(now.message(), now.real(), clock.instant()))
                .flatMap(inbound -> keep(inbound, Occupant.idIn(now.message())))
                .doOnNext(_ -> notes.heard(session.account(), "message"))
                .flatMap(_ -> moved(archive, now.message()).then(Mono.defer(() -> acknowledged(now.message()))));
    }

    private Mono<Inbound> keep(Inbound inbound, String occupant) {
        return nicknames.of(session.account(), inbound, occupant).delayUntil(intake::keep);
    }

    private Mono<Void> moved(EntityBareJid archive, Message message) {
        return Mono.justOrEmpty(StableId.inArchive(message, archive)).flatMap(id -> catchUp.kept(archive, id));
    }

    /// XEP-0184: only now is it received. That nobody hears so changes nothing.
    private Mono<Void> acknowledged(Message message) {
        Message receipt =
                message.getType() == Message.Type.groupchat ? null : DeliveryReceiptManager.receiptMessageFor(message);
        return receipt == null
                ? Mono.empty()
                : Mono.fromCallable(() -> session.send(receipt))
                        .subscribeOn(Schedulers.boundedElastic())
                        .onErrorComplete()
                        .then();
    }
}
