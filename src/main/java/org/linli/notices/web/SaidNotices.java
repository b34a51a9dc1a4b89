package org.linli.notices.web;

import org.linli.notices.Notice;
import org.linli.notices.Notice.State;
import org.linli.notices.Notices;
import org.linli.platform.database.CommunityId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Notices that whoever has their link may read. Drafts are nobody's business.
@Component
class SaidNotices {

    private final Notices notices;

    SaidNotices(Notices notices) {
        this.notices = notices;
    }

    /// Never empty; signals 404.
    Mono<Notice> find(String community, String id) {
        return Mono.fromSupplier(() -> new CommunityId(community))
                .onErrorMap(IllegalArgumentException.class, _ -> AtTheNotices.notThere())
                .flatMap(it -> notices.find(it, id))
                .filter(it -> it.state() == State.APPROVED || it.state() == State.CANCELLED && it.approver() != null)
                .switchIfEmpty(Mono.error(AtTheNotices::notThere));
    }
}
