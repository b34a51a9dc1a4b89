package org.linli.channels.xmpp;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jivesoftware.smack.XMPPException.XMPPErrorException;
import org.jivesoftware.smack.packet.Message;
import org.jivesoftware.smack.packet.StanzaError.Condition;
import org.jivesoftware.smackx.mam.MamManager;
import org.jivesoftware.smackx.mam.MamManager.MamQueryArgs;
import org.jivesoftware.smackx.mam.MamManager.MamQueryPage;
import org.jspecify.annotations.Nullable;
import org.jxmpp.jid.EntityBareJid;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/// Asks the server's archives what was said, page by page (XEP-0313).
record ReadArchive(Session session) {

    private static final int PAGE = 50;

    /// @param id of the archive
    record Kept(String id, Message message, Instant stamp) {

        @Override
        public String toString() {
            return "Kept[" + id + "]";
        }
    }

    /// @param last the id to go on after; `null` where the page is empty
    record Page(
            List<Kept> messages, boolean isLast, @Nullable String last) {

        Page {
            messages = List.copyOf(messages);
        }
    }

    /// The archive does not know the id to go on after: what was said since is older than what it keeps.
    static final class TooLongAgo extends RuntimeException {
        TooLongAgo() {
            super("the archive has forgotten where we were", null, false, false);
        }
    }

    /// There is none, or not for us: a fact that waiting does not change.
    static final class NoArchive extends RuntimeException {
        NoArchive(Condition why) {
            super(why.toString(), null, false, false);
        }
    }

    /// Never empty. Signals [TooLongAgo], [NoArchive], or what may pass: a connection that is gone, a server that is
    /// out of order.
    ///
    /// @param id `null` or empty: from its beginning
    Mono<Page> after(EntityBareJid archive, @Nullable String id) {
        var asked = MamQueryArgs.builder().setResultPageSizeTo(PAGE);
        if (id != null && !id.isEmpty()) {
            asked.afterUid(id);
        } else {
            asked.setResultPageSize(PAGE);
        }
        return ask(archive, asked.build()).onErrorMap(XMPPErrorException.class, error -> meaning(error, id));
    }

    /// Never empty: the id of its newest message, an empty text where there is none. Signals [NoArchive], or that the
    /// connection is gone.
    Mono<String> newest(EntityBareJid archive) {
        return ask(
                        archive,
                        MamQueryArgs.builder()
                                .setResultPageSizeTo(1)
                                .queryLastPage()
                                .build())
                .onErrorMap(XMPPErrorException.class, error -> meaning(error, null))
                .map(page -> page.last() == null ? "" : page.last());
    }

    private Mono<Page> ask(EntityBareJid archive, MamQueryArgs asked) {
        boolean ours = archive.equals(session.account().address());
        return Mono.fromCallable(() -> MamManager.getInstanceFor(session.connection(), ours ? null : archive)
                        .queryArchive(asked)
                        .getPage())
                .subscribeOn(Schedulers.boundedElastic())
                .map(ReadArchive::page);
    }

    private static Page page(MamQueryPage answer) {
        var kept = new ArrayList<Kept>();
        for (var result : answer.getMamResultExtensions()) {
            var forwarded = result.getForwarded();
            if (forwarded.getDelayInformation() != null) {
                Instant stamp = forwarded.getDelayInformation().getStamp().toInstant();
                kept.add(new Kept(result.getId(), forwarded.getForwardedStanza(), stamp));
            }
        }
        var results = answer.getMamResultExtensions();
        String last = results.isEmpty() ? null : results.getLast().getId();
        return new Page(kept, answer.getMamFinIq().isComplete() || results.isEmpty(), last);
    }

    private static Throwable meaning(XMPPErrorException error, @Nullable String id) {
        Condition condition = error.getStanzaError().getCondition();
        return switch (condition) {
            case item_not_found -> id == null || id.isEmpty() ? new NoArchive(condition) : new TooLongAgo();
            case internal_server_error, resource_constraint, remote_server_timeout -> error;
            default -> new NoArchive(condition);
        };
    }
}
